import type { Scene } from '#core/scene/scene.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';

/** 0 nobody’s lead, 1 leads a team, 2 leads leads, 3 above. */
export type Layer = 0 | 1 | 2 | 3;

/** Which layer somebody leads on at a moment. */
export function layersOf({ people }: Scene): (person: PersonId, at: Moment) => Layer {
  return (person, at) =>
    people[person]!.leads.filter(({ from, to }) => from <= at && at < to).reduce<Layer>(
      (highest, { layer }) => (layer > highest ? layer : highest),
      0,
    );
}

const WORDS: readonly (readonly [RegExp, Layer])[] = [
  [/director|head|chief|executive|founder|leadership|\bvp\b|\bc[efiot]o\b|president|board/i, 3],
  [/manager|management/i, 2],
  [/lead/i, 1],
  [/support|agent|first|front|desk/i, 0],
];

/** The layer that a source names; null: its word says none (“tier 2” of one vendor is “tier 1” of another). */
export function layerNamed(word: string | null): Layer | null {
  return word === null ? null : (WORDS.find(([pattern]) => pattern.test(word))?.[1] ?? null);
}
