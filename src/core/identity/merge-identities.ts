/**
 * # Identity merging
 * What it says: which names and e-mails in the history belong to one person.
 * Formula: identities are joined, in this order, when (1) somebody confirmed it, (2) they are one account behind a
 *   platform's no-reply address, (3) they share a normalised e-mail that fewer than 3 unlike full names use, (4) they share a
 *   full name without accents and were active within 730 days of each other or touched the same file. A spelling that wrote
 *   at most 3 commits from an address, and more under the same full name elsewhere, is a slip there and not joined by (3).
 *   A refused pair is never joined, not even through a third.
 * Reading: many joins mean that raw names would have hidden carriers; a joined person is shown with every name they used.
 * Source: I. Wiese et al., "Who is who in the mailing list?", ICSME 2016; E. Kouters et al., "Who's who in Gnome", ICSM 2012; the order is ours.
 * Weakness: namesakes who work in one repository in the same years are joined (unless their accounts carry different numbers); what is less sure is only suggested.
 */
import { type Identity, type IdentityKeys, isFullName } from './identity-keys.ts';
import { joinRows, openUnion, rootOf, type Union } from './union.ts';

export const MERGE_RULES = ['confirmed', 'same account', 'same e-mail', 'same name'] as const;
export type MergeRule = (typeof MERGE_RULES)[number];

/** Names that unlike full names must reach before one address counts as shared. */
const SHARED_FROM = 3;
/** Commits up to which a name at somebody else's address may be a slip. */
const SLIP = 3;
/** Days of silence between two spellings of a full name that still corroborate each other. */
export const CORROBORATION_DAYS = 730;

/** `Name <e-mail>`, an e-mail or a name, as people write it in the configuration. */
export interface MergeWishes {
  /** Each list is one person. */
  readonly same?: readonly (readonly string[])[] | undefined;
  /** The members of each list are never joined. */
  readonly different?: readonly (readonly string[])[] | undefined;
}

/** What the history says beside the spelling; asked only for people with one full name and several addresses. */
export interface Corroboration {
  /** First and last moment of each identity; `first` > `last` when it never acted. */
  readonly first: Float64Array;
  readonly last: Float64Array;
  /** Commits that each identity wrote itself; trailers are hearsay. */
  readonly written: Uint32Array;
  /** Do the two sets of identities share a file? */
  readonly shareFile: (left: readonly number[], right: readonly number[]) => boolean;
}

export interface MergedIdentities {
  /** Representative identity of each identity: the smallest row of its group. */
  readonly group: Uint32Array;
  readonly joins: readonly { readonly kept: number; readonly joined: number; readonly rule: MergeRule }[];
}

/** What is compared: the spellings, and their keys in the same order. */
export interface Spellings {
  readonly identities: readonly Identity[];
  readonly keys: readonly IdentityKeys[];
}

export function mergeIdentities({ identities, keys }: Spellings, wishes: MergeWishes, corroboration: Corroboration): MergedIdentities {
  const union = openUnion<MergeRule>(identities.length, refusedPairs(identities, wishes.different ?? []));
  for (const wish of wishes.same ?? []) {
    const meant = wish.flatMap((text) => identitiesMeant(identities, text));
    joinRows(union, meant, 'confirmed');
  }
  const withoutSlips = slipFilter(keys, corroboration.written);
  for (const rows of groupsBy(keys, ({ accounts }) => accounts)) joinRows(union, rows, 'same account');
  for (const rows of groupsBy(keys, mailboxKeys)) joinMailbox(keys, withoutSlips(rows), union);
  for (const rows of groupsBy(keys, ({ name, isFullName }) => (isFullName ? [name] : [])))
    if (!haveTwoNumbers(keys, rows)) joinNamesakes(rows, union, corroboration);
  return { group: union.parent.map((_, row) => rootOf(union, row)), joins: union.joins };
}

/** Identities that a text from the configuration means. */
export function identitiesMeant(identities: readonly Identity[], text: string): number[] {
  const both = /^\s*(.*?)\s*<([^>]*)>\s*$/.exec(text);
  const wanted = text.trim().toLowerCase();
  const fits = ({ name, email }: Identity): boolean => {
    if (both !== null) return name.toLowerCase() === both[1]!.toLowerCase() && email.toLowerCase() === both[2]!.toLowerCase();
    return email.toLowerCase() === wanted || name.toLowerCase() === wanted;
  };
  return identities.flatMap((identity, row) => (fits(identity) ? [row] : []));
}

function refusedPairs(identities: readonly Identity[], refused: readonly (readonly string[])[]): (readonly [number, number])[] {
  return refused.flatMap((wish) => {
    const sides = wish.map((text) => identitiesMeant(identities, text));
    return sides.flatMap((left, side) =>
      sides.slice(side + 1).flatMap((right) => left.flatMap((a) => right.filter((b) => b !== a).map((b) => [a, b] as const))),
    );
  });
}

function groupsBy(keys: readonly IdentityKeys[], namesOf: (keys: IdentityKeys) => readonly string[]): number[][] {
  const groups = new Map<string, number[]>();
  keys.forEach((one, row) => {
    for (const name of namesOf(one)) {
      const rows = groups.get(name);
      if (rows === undefined) groups.set(name, [row]);
      else rows.push(row);
    }
  });
  return [...groups.values()].filter((rows) => rows.length > 1);
}

/** A generic mailbox joins only spellings with one name. */
function mailboxKeys({ mailbox, name, isGenericMailbox }: IdentityKeys): string[] {
  if (mailbox === '') return [];
  return isGenericMailbox ? [`${mailbox} ${name}`] : [mailbox];
}

/** One address: one person, unless several unlike full names use it; then each name stands alone. */
function joinMailbox(keys: readonly IdentityKeys[], rows: readonly number[], union: Union<MergeRule>): void {
  if (unlikeNames(rows.map((row) => keys[row]!.name)) < SHARED_FROM) return joinRows(union, rows, 'same e-mail');
  const named = groupsBy(
    rows.map((row) => keys[row]!),
    ({ name }) => [name],
  );
  for (const sameName of named)
    joinRows(
      union,
      sameName.map((at) => rows[at]!),
      'same e-mail',
    );
}

/** Drops spellings that stand at an address by mistake: an unlike full name, hardly used there and at home elsewhere. */
function slipFilter(keys: readonly IdentityKeys[], written: Uint32Array): (rows: readonly number[]) => readonly number[] {
  const inAll = new Map<string, number>();
  keys.forEach(({ name }, row) => inAll.set(name, (inAll.get(name) ?? 0) + written[row]!));
  return (rows) => {
    const here = new Map<string, number>();
    for (const row of rows) if (keys[row]!.isFullName) here.set(keys[row]!.name, (here.get(keys[row]!.name) ?? 0) + written[row]!);
    const isSlip = (name: string): boolean => {
      const used = here.get(name)!;
      const isHostThere = [...here].some(([host, more]) => more > used && !alike(host, name));
      return used <= SLIP && inAll.get(name)! - used > used && isHostThere;
    };
    return rows.filter((row) => !keys[row]!.isFullName || !isSlip(keys[row]!.name));
  };
}

/** How many people these full names can be at least: names that are alike, directly or through others, may be one. */
function unlikeNames(names: readonly string[]): number {
  let circles: string[][] = [];
  for (const name of new Set(names.filter(isFullName))) {
    const near = circles.filter((circle) => circle.some((other) => alike(other, name)));
    circles = [...circles.filter((circle) => !near.includes(circle)), [name, ...near.flat()]];
  }
  return circles.length;
}

/** Two spellings that may be one name: a common word, or the letters of one inside the other. */
export function alike(left: string, right: string): boolean {
  const words = new Set(left.split(' ').filter((word) => word.length > 2));
  if (right.split(' ').some((word) => words.has(word))) return true;
  const [a, b] = [left.replaceAll(' ', ''), right.replaceAll(' ', '')];
  return a.includes(b) || b.includes(a);
}

/** Accounts with different numbers on one platform are different people, whatever they are called. */
function haveTwoNumbers(keys: readonly IdentityKeys[], rows: readonly number[]): boolean {
  return new Set(rows.flatMap((row) => keys[row]!.accounts.filter((account) => account.includes('#')))).size > 1;
}

function joinNamesakes(rows: readonly number[], union: Union<MergeRule>, corroboration: Corroboration): void {
  const clusters = new Map<number, number[]>();
  for (const row of rows) clusters.set(rootOf(union, row), [...(clusters.get(rootOf(union, row)) ?? []), row]);
  const sides = [...clusters.values()].sort(
    (left, right) => spanOf(left, corroboration)[0] - spanOf(right, corroboration)[0] || left[0]! - right[0]!,
  );
  sides.forEach((side, at) => {
    for (const other of sides.slice(0, at))
      if (corroborated(other, side, corroboration)) joinRows(union, [other[0]!, side[0]!], 'same name');
  });
}

function corroborated(left: readonly number[], right: readonly number[], corroboration: Corroboration): boolean {
  const [leftFirst, leftLast] = spanOf(left, corroboration);
  const [rightFirst, rightLast] = spanOf(right, corroboration);
  const gap = Math.max(leftFirst, rightFirst) - Math.min(leftLast, rightLast);
  return gap <= CORROBORATION_DAYS * 86_400 || corroboration.shareFile(left, right);
}

function spanOf(rows: readonly number[], { first, last }: Corroboration): readonly [number, number] {
  return [Math.min(...rows.map((row) => first[row]!)), Math.max(...rows.map((row) => last[row]!))];
}
