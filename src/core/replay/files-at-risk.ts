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
  /** Spellings of those who know each file. */
  readonly known: ReadonlyMap<number, ReadonlySet<number>>;
}

/** Tells how many files are at risk when further spellings know some of them. */
export type RiskWith = (added: ReadonlyMap<number, ReadonlySet<number>>) => AtRisk;

/** The living files that fewer than two people know who were seen at or after the moment; found once, then asked with whoever was added. */
export function filesAtRisk({ alive, reviewed, known }: Standing, { personOf, lastAct }: Outcome, at: Moment): RiskWith {
  const addHere = (here: Set<PersonId>, spellings: Iterable<number> = []): Set<PersonId> => {
    for (const identity of spellings) if (lastAct.get(personOf(identity))! >= at) here.add(personOf(identity));
    return here;
  };
  const thin = Array.from(alive, (file) => ({ file, here: addHere(new Set(), known.get(file)) })).filter(({ here }) => here.size < 2);
  return (added) => {
    const atRisk = thin.filter(({ file, here }) => !added.has(file) || addHere(new Set(here), added.get(file)).size < 2);
    return { atRisk: atRisk.length, reachable: atRisk.filter(({ file }) => reviewed.has(file)).length };
  };
}
