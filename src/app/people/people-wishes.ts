import { createHash } from 'node:crypto';
import { claimState } from '#core/accounts/claim-state.ts';
import type { WhoIsWho } from '#core/accounts/who-is-who.ts';
import type { Database } from '#store/database/database.ts';
import { keptFrom } from '#store/privacy/kept-from.ts';
import { claims } from '#store/people/claims.ts';
import { permanentAbsences } from './permanent-absences.ts';
import { mergesNow } from './merges-now.ts';

const SECOND = 1000;

/**
 * Who is one person in the history, as people have said and confirmed, and who has left: in the form of `people:` in understudy.yaml, to be
 * added to what stands there. What was taken back or refused since is not in it.
 */
export async function peopleWishes(database: Database): Promise<WhoIsWho> {
  const from = await keptFrom(database.query);
  const held = (await claims(database.query)).filter((claim) => claimState(claim) === 'confirmed');
  const said = (await mergesNow(database)).filter(({ state }) => state === 'confirmed');
  const own = [...Map.groupBy(held, ({ account_id }) => account_id).values()].map((list) => list.map(({ spelling }) => spelling));
  const of = (kind: 'same' | 'different') => said.filter((merge) => merge.kind === kind).map(({ spellings }) => spellings);
  return {
    same: [...own.filter(({ length }) => length > 1), ...of('same')],
    different: of('different'),
    left: await permanentAbsences(database),
    ...(from === 0 ? {} : { keptFrom: from / SECOND }),
  };
}

/** Changes whenever somebody is confirmed to be another row of the history, or leaves, and whenever acts pass their term, so that nothing older is taken for it. */
export function stampWithPeople(stamp: string, wishes: WhoIsWho): string {
  const { same, different, left, keptFrom: from } = wishes;
  if (from === undefined && same.length + different.length + left.length === 0) return stamp;
  return `${stamp}~${createHash('sha256').update(JSON.stringify(wishes)).digest('hex').slice(0, 16)}`;
}
