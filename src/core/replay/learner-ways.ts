import { type FileAtHand, LEAST_GAIN, learningGain, staysFor } from '#core/reviewing/thin-cover.ts';
import type { Change } from '#core/reviewing/change.ts';
import type { PersonId } from '#core/terms/person.ts';

/** A change whose reviewers are known, as it looks to one way to add somebody. */
export interface Scene {
  readonly change: Change;
  readonly files: readonly FileAtHand[];
  /** A file that stood before, and that nobody present knew. */
  readonly unknown: boolean;
  /** Who might be asked: present, not yet part of the change, and not yet asked too often this week. */
  readonly candidates: readonly PersonId[];
  readonly presenceOf: (person: PersonId) => number;
  /** Running number among the reviewed changes. */
  readonly turn: number;
}

/** A way to add somebody to a change, or nobody. */
export interface Way {
  readonly name: string;
  readonly kind: 'nobody' | 'rule' | 'threshold' | 'turn' | 'hindsight';
  readonly threshold?: number;
  readonly choose: (scene: Scene) => PersonId | undefined;
}

/** The least share of changes that the simple way takes: every so many. */
const TURNS = [100, 50, 20, 10, 5] as const;

/** All ways that one replay compares. Only `hindsight` may look at what really came. */
export function waysOf(thresholds: readonly number[], stayedUntil: (person: PersonId) => number): readonly Way[] {
  return [
    { name: 'as it was', kind: 'nobody', choose: () => undefined },
    { name: 'the rule of `understudy review`', kind: 'rule', choose: (scene) => chosenBy(scene, scene.unknown ? 0 : LEAST_GAIN) },
    ...thresholds.map(
      (threshold): Way => ({
        name: `gain of ${threshold} files`,
        kind: 'threshold',
        threshold,
        choose: (scene) => chosenBy(scene, threshold),
      }),
    ),
    ...TURNS.map(
      (turns): Way => ({
        name: `every ${turns}th change`,
        kind: 'turn',
        choose: (scene) => (scene.turn % turns === 0 ? best(scene.candidates, scene.presenceOf) : undefined),
      }),
    ),
    { name: 'every change, with hindsight', kind: 'hindsight', choose: ({ candidates }) => best(candidates, stayedUntil) },
  ];
}

function chosenBy({ files, candidates, presenceOf }: Scene, threshold: number): PersonId | undefined {
  const gains = new Map(candidates.map((person) => [person, learningGain(files, person, staysFor(presenceOf(person)))]));
  const chosen = best(candidates, (person) => gains.get(person)!);
  return chosen !== undefined && gains.get(chosen)! > threshold ? chosen : undefined;
}

function best(candidates: readonly PersonId[], score: (person: PersonId) => number): PersonId | undefined {
  let found: PersonId | undefined,
    most = 0;
  for (const person of candidates) {
    const own = score(person);
    if (own > most) [found, most] = [person, own];
  }
  return found;
}
