/**
 * # Who is who beyond git
 * What it says: which person of the history a name, an address or an account of another source is, or that they are somebody the history does not know.
 * Formula: joined, in this order, when (1) somebody said so, (2) they commit with the no-reply address of the account, (3) the source
 *   says that both are one, (4) the source gives an address that exactly one person commits with, (5) two sources give one address,
 *   (6) the full name is the same, exactly one bears it on either side, and a second sign agrees: a change opened under the account became
 *   their commit, the account is called like their address, the addresses belong to one house, or both work on one repository.
 *   A refused pair is never joined, not even through a third; two people of the history never are: that is for identity merging to say.
 * Reading: whom no rule joins is a person of their own, but for calendars that bear a name, which may be a team's; a bare name is only ever suggested. Bots and agents are joined with bots and agents only.
 * Source: I. Wiese et al., "Who is who in the mailing list?", ICSME 2016, for names and addresses; order and second signs are ours.
 * Weakness: a mailbox that two people share under one account looks like one; who uses another name and address in every source stays several people.
 */
import type { Handle } from '#core/facts/fact.ts';
import { joinRows, rootOf } from '#core/identity/union.ts';
import type { ActorKind, PersonId } from '#core/terms/person.ts';
import { comesFirst, type HandleSeen } from './handles-seen.ts';
import { guessEdges } from './guess-people.ts';
import { isNamedCalendar } from './handle-keys.ts';
import { type Join, stateBefore } from '#core/joins/join-rules.ts';
import type { Wish } from '#core/joins/join-words.ts';
import { openTable, type PeopleTable, type PeopleToJoin, rowsOf } from './people-table.ts';
import { spellingOf } from './spelling-of.ts';
import { suggestPeople } from './suggest-people.ts';

export interface PeopleJoined {
  readonly personOf: ReadonlyMap<Handle, PersonId>;
  /** Those whom the history does not know, in the order in which facts first speak of them; numbers follow on those of the history. */
  readonly further: readonly { readonly kind: ActorKind; readonly handles: readonly Handle[] }[];
  readonly joins: readonly Join[];
}

export function joinPeople(order: PeopleToJoin): PeopleJoined {
  const table = openTable(order);
  const { people, handles, wishes } = table;
  for (const wish of wishes.same) if (wish.kind === 'person') confirm(table, wish);
  for (const { left, right, rule } of guessEdges(table)) if (mayJoin(table, left, right)) joinRows(table.union, [left, right], rule);
  const further = furtherPeople(table);
  const roots = new Map(further.map(({ root }, i) => [root, people.length + i]));
  const personOf = new Map(
    handles.flatMap(({ handle }, i) => {
      const root = rootOf(table.union, people.length + i);
      const person = root < people.length ? root : roots.get(root);
      return person === undefined ? [] : [[handle, person] as const];
    }),
  );
  return { personOf, further: further.map(({ kind, members }) => ({ kind, handles: members })), joins: listJoins(table) };
}

function confirm(table: PeopleTable, wish: Wish): void {
  const [left] = rowsOf(table, wish.from);
  const [right] = rowsOf(table, wish.to);
  if (left === undefined || right === undefined) return;
  if (!bothOfHistory(table, left, right)) joinRows(table.union, [right, left], 'said');
}

/** Guesses join people with people, and bots with bots. */
function mayJoin(table: PeopleTable, left: number, right: number): boolean {
  return !bothOfHistory(table, left, right) && table.keys[left]!.kind === table.keys[right]!.kind;
}

function bothOfHistory({ union, people }: PeopleTable, left: number, right: number): boolean {
  return rootOf(union, left) < people.length && rootOf(union, right) < people.length;
}

interface Further {
  readonly root: number;
  readonly kind: ActorKind;
  readonly members: readonly Handle[];
  readonly first: HandleSeen['first'];
}

function furtherPeople({ people, handles, keys, union, wishes }: PeopleTable): readonly Further[] {
  const groupsSaid = new Set(wishes.same.flatMap(({ kind, from }) => (kind === 'team' ? [from] : [])));
  const isNobody = (handle: string): boolean => groupsSaid.has(handle) || isNamedCalendar(handle);
  const groups = Map.groupBy(
    handles.map((seen, i) => ({ seen, row: people.length + i })),
    ({ row }) => rootOf(union, row),
  );
  return [...groups]
    .filter(([root, members]) => root >= people.length && !members.every(({ seen }) => isNobody(seen.handle)))
    .map(([root, members]) => ({
      root,
      kind: keys[root]!.kind,
      members: members.map(({ seen }) => seen.handle),
      first: members.map(({ seen }) => seen.first).reduce((one, other) => (comesFirst(other, one) ? other : one)),
    }))
    .toSorted((a, b) => (comesFirst(a.first, b.first) ? -1 : 1));
}

/** Each handle once, with what joined it; then what is only suggested; then what was refused. */
function listJoins(table: PeopleTable): readonly Join[] {
  const { people, handles, union, wishes } = table;
  const textOf = (row: number): string => (row < people.length ? spellingOf(people[row]!) : handles[row - people.length]!.handle);
  const made = union.joins.map(({ kept, joined, rule }): Join => {
    const [from, to] = joined < people.length ? [kept, joined] : [joined, kept];
    return { kind: 'person', from: textOf(from), to: textOf(to), rule, state: rule === 'said' ? 'confirmed' : stateBefore(rule) };
  });
  const refused = wishes.different
    .filter(({ kind }) => kind === 'person')
    .map(({ from, to }): Join => ({ kind: 'person', from, to, rule: 'said', state: 'rejected' }));
  const known = new Set(refused.map(({ from, to }) => `${from}\n${to}`));
  const suggested = suggestPeople(table).map(
    ({ left, right, rule }): Join => ({
      kind: 'person',
      from: textOf(right),
      to: textOf(left),
      rule,
      state: 'suggested',
    }),
  );
  return [...made, ...suggested.filter(({ from, to }) => !known.has(`${from}\n${to}`)), ...refused];
}
