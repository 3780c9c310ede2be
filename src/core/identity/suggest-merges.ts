/**
 * # Suggested merges
 * What it says: which people of the history may be one person, for somebody who knows them to confirm or refuse.
 * Formula: two people become a pair when they share a full name, a login or local part, a login made of the other's name,
 *   the same words in another order, a family name with the same first letter, or a name one slip away; weight w as in the
 *   table below, times ln(2 + shared files). Pairs with w < 0.6 need a shared file. Unit: none; only the order counts.
 * Reading: the first suggestions change the figures most; nothing is joined before somebody says so.
 * Source: I. Wiese et al., "Who is who in the mailing list?", ICSME 2016; C. Bird et al., "Mining email social networks",
 *   MSR 2006 (similarity of names and addresses).
 * Weakness: namesakes and colleagues who share a family name are suggested too; nicknames that share no letter are not.
 */
import { handleOf, isFullName, nameKey } from './identity-keys.ts';

export const SUGGESTION_REASONS = {
  'same full name': 0.9,
  'same login or local part': 0.8,
  'a login made of the name': 0.7,
  'the same words in another order': 0.7,
  'names one slip apart': 0.6,
  'same family name and first letter': 0.4,
} as const;
export type SuggestionReason = keyof typeof SUGGESTION_REASONS;

/** What is compared of one person. */
export interface Spelled {
  readonly names: readonly string[];
  readonly emails: readonly string[];
}

/** Rows of two people who may be one, and why; strongest first. */
export interface Suggestion {
  readonly left: number;
  readonly right: number;
  readonly reason: SuggestionReason;
  readonly sharedFiles: number;
}

/** More people than this under one key say that the key tells nothing (a role, a family name that half a country bears). */
const CROWD = 12;
const CROWD_OF_ONE_LOGIN = 3;
const SURE = 0.6;

/** `sharedFiles` is asked once per pair; `isRefused` pairs are left out. */
export function suggestMerges(
  people: readonly Spelled[],
  sharedFiles: (left: number, right: number) => number,
  isRefused: (left: number, right: number) => boolean = () => false,
): readonly Suggestion[] {
  const strongest = new Map<string, Suggestion>();
  for (const { members, reason } of bucketsOf(people)) {
    forEachPair(members, (left, right) => {
      if (reason === 'names one slip apart' && !oneSlipApart(people[left]!, people[right]!)) return;
      const known = strongest.get(`${left} ${right}`);
      if (known !== undefined && SUGGESTION_REASONS[known.reason] >= SUGGESTION_REASONS[reason]) return;
      strongest.set(`${left} ${right}`, { left, right, reason, sharedFiles: known?.sharedFiles ?? sharedFiles(left, right) });
    });
  }
  return [...strongest.values()]
    .filter(({ left, right, reason, sharedFiles }) => (SUGGESTION_REASONS[reason] >= SURE || sharedFiles > 0) && !isRefused(left, right))
    .toSorted((a, b) => strengthOf(b) - strengthOf(a) || a.left - b.left || a.right - b.right);
}

function strengthOf({ reason, sharedFiles }: Suggestion): number {
  return SUGGESTION_REASONS[reason] * Math.log(2 + sharedFiles);
}

/** People under one key; `side` tells a login from a name that could have made it. */
interface Bucket {
  readonly reason: SuggestionReason;
  readonly members: { readonly row: number; readonly side: Side }[];
}

type Side = 'name' | 'login' | 'either';

function bucketsOf(people: readonly Spelled[]): readonly Bucket[] {
  const buckets = new Map<string, Bucket>();
  const firstNames = commonFirstNames(people);
  people.forEach((person, row) => {
    for (const { reason, key, side } of keysOf(person, firstNames)) {
      const bucket = buckets.get(`${reason} ${key}`) ?? { reason, members: [] };
      if (!bucket.members.some((member) => member.row === row && member.side === side)) bucket.members.push({ row, side });
      buckets.set(`${reason} ${key}`, bucket);
    }
  });
  return [...buckets.values()].filter(
    ({ members, reason }) => members.length > 1 && members.length <= (reason === 'same login or local part' ? CROWD_OF_ONE_LOGIN : CROWD),
  );
}

interface Key {
  readonly reason: SuggestionReason;
  readonly key: string;
  readonly side: Side;
}

function keysOf(person: Spelled, firstNames: ReadonlySet<string>): readonly Key[] {
  const names = person.names.map(nameKey);
  const logins = [...person.emails.map(handleOf), ...names.filter((name) => !name.includes(' '))];
  return [...new Set(logins)]
    .filter((login) => tellsSomebody(login) && !firstNames.has(login))
    .flatMap(loginKeys)
    .concat(names.filter(isFullName).flatMap(fullNameKeys));
}

function loginKeys(login: string): readonly Key[] {
  const letters = login.replace(/[^\p{L}]/gu, '');
  const same: Key = { reason: 'same login or local part', key: login, side: 'either' };
  return letters.length > 4 ? [same, { reason: 'a login made of the name', key: letters, side: 'login' }] : [same];
}

function fullNameKeys(name: string): readonly Key[] {
  const words = name.split(' ').filter((word) => word.length > 1);
  const [first, last] = [words[0]!, words.at(-1)!];
  const logins = [`${first}${last}`, `${last}${first}`, `${first[0]}${last}`, `${first}${last[0]}`].filter((login) => login.length > 4);
  return [
    { reason: 'same full name', key: name, side: 'either' },
    { reason: 'the same words in another order', key: words.toSorted().join(' '), side: 'either' },
    { reason: 'same family name and first letter', key: `${last} ${first[0]}`, side: 'either' },
    { reason: 'names one slip apart', key: `first ${first}`, side: 'either' },
    { reason: 'names one slip apart', key: `last ${last}`, side: 'either' },
    ...logins.map((key): Key => ({ reason: 'a login made of the name', key, side: 'name' })),
  ];
}

/** First words of two people's full names or more: as a login they tell nobody apart. */
function commonFirstNames(people: readonly Spelled[]): ReadonlySet<string> {
  const bearers = new Map<string, number>();
  for (const { names } of people) {
    for (const first of new Set(
      names
        .map(nameKey)
        .filter(isFullName)
        .map((name) => name.split(' ')[0]!),
    ))
      bearers.set(first, (bearers.get(first) ?? 0) + 1);
  }
  return new Set([...bearers].flatMap(([first, count]) => (count > 1 ? [first] : [])));
}

/** Five letters or more, and not a word that a machine or a role would use. */
function tellsSomebody(handle: string): boolean {
  return (
    handle.length > 4 &&
    !/^(?:admin|github|gitlab|developer?|support|contact|hello|noreply|no-reply|postmaster|webmaster|office|patches|linux|kernel|mail)\b/.test(
      handle,
    )
  );
}

/** Two logins, or two names that could have made one, are no pair by themselves. */
function forEachPair(members: Bucket['members'], visit: (left: number, right: number) => void): void {
  members.forEach((one, at) => {
    for (const other of members.slice(at + 1)) {
      if (one.row === other.row || (one.side === other.side && one.side !== 'either')) continue;
      visit(Math.min(one.row, other.row), Math.max(one.row, other.row));
    }
  });
}

function oneSlipApart(left: Spelled, right: Spelled): boolean {
  const names = right.names.map(nameKey).filter((name) => name.length > 9);
  return left.names.map(nameKey).some((name) => name.length > 9 && names.some((other) => name !== other && isOneSlip(name, other)));
}

/** One letter added, dropped, changed, or two neighbours swapped. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  let [endA, endB] = [a.length, b.length];
  while (endA > from && endB > from && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const [restA, restB] = [a.slice(from, endA), b.slice(from, endB)];
  return (
    (restA.length <= 1 && restB.length <= 1) || (restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0])
  );
}
