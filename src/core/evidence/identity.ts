import { actorKind, compileActors, type IdentityKind } from '#core/identity/actor-kind.ts';
import { accountKeys, type Identity, isFullName, isNobody, isPlatform, mailboxKey, nameKey } from '#core/identity/identity-key.ts';
import { type Corroboration, identitiesMeant, mergeIdentities, type MergedIdentities } from '#core/identity/merge-identities.ts';
import type { CleanOptions } from './clean-options.ts';
import { NO_ROW, type RawHistory } from './raw-history.ts';

/** Everybody in some histories: one table of spellings, and which of them are one person. */
export interface Actors {
  readonly identities: readonly Identity[];
  /** Row in `identities` of each history's own identity rows. */
  readonly rowOf: readonly Uint32Array[];
  readonly kind: readonly IdentityKind[];
  /** Representative identity of each identity. */
  readonly group: Uint32Array;
  readonly nobody: Uint8Array;
  readonly platform: Uint8Array;
  /** Pair spellings (`Ann Lee and Bo Ray`): the identities they stand for. */
  readonly pairs: ReadonlyMap<number, readonly number[]>;
  readonly joins: MergedIdentities['joins'];
}

/** Merges identities over all histories; bots, agents, pairs and nobodies are told apart first and never joined with people. */
export function identifyActors(histories: readonly RawHistory[], options: CleanOptions): Actors {
  const { identities, rowOf } = oneTable(histories);
  const patterns = compileActors(options.actors ?? {});
  const kind = identities.map((identity) => actorKind(identity, patterns));
  const spoken = new Set((options.identities?.confirmed ?? []).flat().flatMap((text) => identitiesMeant(identities, text)));
  const nobody = Uint8Array.from(identities, (identity, row) => (kind[row] === 'human' && !spoken.has(row) && isNobody(identity) ? 1 : 0));
  const pairs = findPairs(identities, kind);
  const people = identities.flatMap((_, row) => (kind[row] === 'human' && nobody[row] === 0 && !pairs.has(row) ? [row] : []));
  const merged = mergePeople(identities, people, options, () => corroborationOf(histories, rowOf, identities.length));
  groupAutomations(identities, kind, merged.group);
  return { identities, rowOf, kind, nobody, pairs, platform: Uint8Array.from(identities, (identity) => (isPlatform(identity) ? 1 : 0)), ...merged };
}

function oneTable(histories: readonly RawHistory[]): { identities: Identity[]; rowOf: Uint32Array[] } {
  const identities: Identity[] = [];
  const rows = new Map<string, number>();
  const rowOf = histories.map((history) =>
    Uint32Array.from(history.identities, ({ name, email }) => {
      const key = `${name}\n${email}`;
      const row = rows.get(key) ?? identities.push({ name, email }) - 1;
      rows.set(key, row);
      return row;
    }),
  );
  return { identities, rowOf };
}

/** Names of two people in one: both halves must be full names, and somebody else must carry each of them alone. */
function findPairs(identities: readonly Identity[], kind: readonly IdentityKind[]): Map<number, readonly number[]> {
  const alone = new Map<string, number>();
  const halves = identities.map(({ name }) => name.split(/\s*(?:,| and | & | \+ |\/|&|\+)\s*/).map(nameKey).filter((key) => key !== ''));
  halves.forEach((keys, row) => {
    if (keys.length === 1 && kind[row] === 'human' && isFullName(keys[0]!) && !alone.has(keys[0]!)) alone.set(keys[0]!, row);
  });
  const pairs = new Map<number, readonly number[]>();
  halves.forEach((keys, row) => {
    if (keys.length > 1 && kind[row] === 'human' && keys.every((key) => isFullName(key) && alone.has(key))) pairs.set(row, keys.map((key) => alone.get(key)!));
  });
  return pairs;
}

function mergePeople(identities: readonly Identity[], people: readonly number[], options: CleanOptions, corroborate: () => Corroboration): MergedIdentities {
  const whole = corroborate();
  const merged = mergeIdentities(people.map((row) => identities[row]!), options.identities ?? {}, {
    first: Float64Array.from(people, (row) => whole.first[row]!),
    last: Float64Array.from(people, (row) => whole.last[row]!),
    sharePath: (left, right) => whole.sharePath(left.map((at) => people[at]!), right.map((at) => people[at]!)),
  });
  const group = Uint32Array.from(identities, (_, row) => row);
  people.forEach((row, at) => {
    group[row] = people[merged.group[at]!]!;
  });
  return { group, joins: merged.joins.map(({ kept, joined, rule }) => ({ kept: people[kept]!, joined: people[joined]!, rule })) };
}

/** One automation or agent is one row, whatever version it signs with: same account, else same address. */
function groupAutomations(identities: readonly Identity[], kind: readonly IdentityKind[], group: Uint32Array): void {
  const first = new Map<string, number>();
  identities.forEach((identity, row) => {
    if (kind[row] === 'human') return;
    const key = `${kind[row]} ${accountKeys(identity.email)[0] ?? (mailboxKey(identity.email) || nameKey(identity.name))}`;
    group[row] = first.get(key) ?? row;
    first.set(key, group[row]!);
  });
}

function corroborationOf(histories: readonly RawHistory[], rowOf: readonly Uint32Array[], count: number): Corroboration {
  const first = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const last = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
  const see = (row: number, at: number): void => {
    if (at < first[row]!) first[row] = at;
    if (at > last[row]!) last[row] = at;
  };
  histories.forEach(({ commits, trailers }, at) => {
    const rows = rowOf[at]!;
    for (let commit = 0; commit < commits.count; commit++) see(rows[commits.author[commit]!]!, commits.authoredAt[commit]!);
    for (let commit = 0; commit < commits.count; commit++) see(rows[commits.committer[commit]!]!, commits.committedAt[commit]!);
    for (let row = 0; row < trailers.count; row++) see(rows[trailers.identity[row]!]!, commits.committedAt[trailers.commit[row]!]!);
  });
  return { first, last, sharePath: (left, right) => histories.some((history, at) => sharesPath(history, rowOf[at]!, new Set(left), new Set(right))) };
}

function sharesPath(history: RawHistory, rows: Uint32Array, left: ReadonlySet<number>, right: ReadonlySet<number>): boolean {
  const paths = pathsOf(history, rows, left);
  if (paths.size === 0) return false;
  for (const path of pathsOf(history, rows, right)) if (paths.has(path)) return true;
  return false;
}

function pathsOf({ commits, touches }: RawHistory, rows: Uint32Array, authors: ReadonlySet<number>): Set<number> {
  const paths = new Set<number>();
  for (let commit = 0; commit < commits.count; commit++) {
    if (!authors.has(rows[commits.author[commit]!]!)) continue;
    for (let touch = commits.firstTouch[commit]!; touch < commits.firstTouch[commit + 1]!; touch++) {
      paths.add(touches.path[touch]!);
      if (touches.oldPath[touch] !== NO_ROW) paths.add(touches.oldPath[touch]!);
    }
  }
  return paths;
}
