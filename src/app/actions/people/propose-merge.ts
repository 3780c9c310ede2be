import { mergesNow } from '#app/people/merges-now.ts';
import { checkedSpelling } from '#core/accounts/checked-words.ts';
import type { Word } from '#core/accounts/claim-state.ts';
import { mergeWordProblem } from '#core/accounts/merge-state.ts';
import { refusal } from '#core/terms/refusals.ts';
import { grantsOf } from '#store/accounts/role-grants.ts';
import type { Database } from '#store/database/database.ts';
import { addMerge, holdMerge, sayOfMerge } from '#store/people/merges.ts';

export interface MergeProposal {
  /** `different`: they are not one person, whatever it looks like. */
  readonly kind: 'same' | 'different';
  readonly spellings: readonly string[];
  readonly by: string;
  readonly now: number;
}

/** Fewer say nothing; more are a list that nobody has looked at. */
const SPELLINGS = { least: 2, most: 20 } as const;

/** Proposes that spellings are one person, or are not. It changes nothing until others have said so. */
export async function proposeMerge(database: Database, { kind, spellings: typed, by, now }: MergeProposal): Promise<string> {
  const spellings = [...new Set(typed.map(checkedSpelling))];
  if (spellings.length < SPELLINGS.least || spellings.length > SPELLINGS.most)
    throw refusal('claim-word', { reason: `it takes ${SPELLINGS.least} to ${SPELLINGS.most} different spellings` });
  return await database.write(async (query) => await addMerge(query, { kind, spellings, made_by: by, made_at: now }));
}

export interface MergeSaying {
  readonly merge: string;
  readonly by: string;
  readonly says: Word['says'];
  readonly now: number;
}

export async function sayOfProposal(database: Database, { merge: id, by, says, now }: MergeSaying): Promise<void> {
  await database.write(async (query) => {
    await holdMerge(query, id);
    const merge = (await mergesNow({ query })).find((one) => one.id === id);
    if (merge === undefined) throw refusal('claim-unknown', {});
    const isAdministrator = (await grantsOf(query, by)).some(({ role }) => role === 'administrator');
    const said = { ...merge, proposedBy: merge.made_by };
    const reason = mergeWordProblem(said, { account: by, isAdministrator }, says);
    if (reason !== null) throw refusal('claim-word', { reason });
    await sayOfMerge(query, { merge_id: id, by_account: by, says, said_at: now });
  });
}
