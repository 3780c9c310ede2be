import { suggestMerges, type SuggestionReason } from '#core/identity/suggest-merges.ts';
import { rootOf } from '#core/identity/union.ts';
import type { Edge } from './guess-people.ts';
import type { PeopleTable } from './people-table.ts';
import type { JoinRule } from '#core/joins/join-rules.ts';

/** As identity merging suggests, for those whom only other sources know. */
const RULE_OF: Readonly<Record<SuggestionReason, JoinRule>> = {
  'same full name': 'same full name',
  'same login or local part': 'same login',
  'a login made of the name': 'same login',
  'the same words in another order': 'same full name',
  'names one slip apart': 'similar name',
  'same family name and first letter': 'similar name',
};

/** Pairs that may be one person and are not joined, at least one of them unknown to the history. */
export function suggestPeople(table: PeopleTable): readonly Edge[] {
  const { people, handles, keys, union } = table;
  const spelled = [
    ...people.map(({ names, emails }) => ({ names, emails })),
    ...handles.map(({ names, handle }, i) => ({
      names: [...names, ...(handle.startsWith('name:') ? [handle.slice('name:'.length)] : [])],
      emails: [...keys[people.length + i]!.mailboxes, ...keys[people.length + i]!.logins.map((login) => `${login}@`)],
    })),
  ];
  const refused = (left: number, right: number): boolean => {
    const [a, b] = [rootOf(union, left), rootOf(union, right)];
    return a === b || (a < people.length && b < people.length) || keys[left]!.kind !== keys[right]!.kind;
  };
  return suggestMerges(spelled, () => 1, refused).map(({ left, right, reason }) => ({ left, right, rule: RULE_OF[reason] }));
}
