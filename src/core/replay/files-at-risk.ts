import type { RawHistory } from '#core/evidence/raw-history.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import { identitiesThen } from './identities-then.ts';
import type { RawChange } from './raw-changes.ts';

/** What really happened: who was still seen at or after a moment. Known only to whoever judges, never to whoever decides. */
export interface Outcome {
  readonly personOf: (identity: number) => PersonId;
  /** Last act of each person in the whole history. */
  readonly lastAct: ReadonlyMap<PersonId, Moment>;
}

export function outcomeOf(history: RawHistory, changes: readonly RawChange[]): Outcome {
  const { personOf } = identitiesThen(history, Number.MAX_SAFE_INTEGER);
  const lastAct = new Map<PersonId, Moment>();
  for (const { at, authors, reviewers } of changes) for (const identity of [...authors, ...reviewers]) lastAct.set(personOf(identity), at);
  return { personOf, lastAct };
}

/** Files by whether a moment finds fewer than two people who know them. */
export interface AtRisk {
  readonly atRisk: number;
  /** Of them, those that some reviewed change had touched: only these could have been spread. */
  readonly reachable: number;
}

export interface Standing {
  readonly alive: ReadonlySet<number>;
  readonly reviewed: ReadonlySet<number>;
  /** Spellings of those who know each file; several sets where seats were added. */
  readonly known: readonly ReadonlyMap<number, ReadonlySet<number>>[];
}

/** Counts the living files that fewer than two people know who were seen at or after the moment. */
export function filesAtRisk({ alive, reviewed, known }: Standing, { personOf, lastAct }: Outcome, at: Moment): AtRisk {
  let atRisk = 0,
    reachable = 0;
  for (const file of alive) {
    const here = new Set<PersonId>();
    for (const one of known)
      for (const identity of one.get(file) ?? []) if (lastAct.get(personOf(identity))! >= at) here.add(personOf(identity));
    if (here.size >= 2) continue;
    atRisk++;
    if (reviewed.has(file)) reachable++;
  }
  return { atRisk, reachable };
}
