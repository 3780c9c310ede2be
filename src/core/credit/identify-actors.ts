import { actorKind, type IdentityKind } from '#core/identity/actor-kind.ts';
import { type Identity, type IdentityKeys, identityKeys, isNobody, isPlatform } from '#core/identity/identity-keys.ts';
import { identitiesMeant, type MergedIdentities, mergeIdentities, type Spellings } from '#core/identity/merge-identities.ts';
import type { CleanOptions } from '#core/evidence/clean-options.ts';
import { corroborationOf, type Scene } from './corroboration-of.ts';
import { findPairs } from './find-pairs.ts';
import { NO_ROW, type RawHistory } from '#core/evidence/raw-history.ts';
import type { FileTrace } from '#core/evidence/trace-files.ts';

/** Everybody in some histories: one table of spellings, and which of them are one person. */
export interface Actors extends Spellings {
  /** Row in `identities` of each history's own identity rows. */
  readonly rowOf: readonly Uint32Array[];
  readonly kind: readonly IdentityKind[];
  /** Representative identity of each identity. */
  readonly group: Uint32Array;
  readonly nobody: Uint8Array;
  /** The platform itself: its committer says nothing about a person. */
  readonly platform: Uint8Array;
  /** Pair spellings (`Ann Lee and Bo Ray`): the identities they stand for. */
  readonly pairs: ReadonlyMap<number, readonly number[]>;
  readonly joins: MergedIdentities['joins'];
}

/** Merges identities over all histories; bots, agents, pairs and nobodies are told apart first and never joined with people. */
export function identifyActors(histories: readonly RawHistory[], traces: readonly FileTrace[], options: CleanOptions): Actors {
  const { identities, rowOf } = oneTable(histories);
  const keys = identities.map(identityKeys);
  const kindOf = (identity: Identity, row: number): IdentityKind => actorKind(identity, options.people, keys[row]);
  const kind = identities.map(kindOf);
  const pairs = findPairs({ identities, keys }, (row) => kind[row] === 'human');
  for (let row = kind.length; row < identities.length; row++) kind.push(kindOf(identities[row]!, row));
  const spoken = new Set((options.people?.same ?? []).flat().flatMap((text) => identitiesMeant(identities, text)));
  const nobody = Uint8Array.from(keys, (one, row) => (kind[row] === 'human' && !spoken.has(row) && isNobody(one) ? 1 : 0));
  const people = identities.flatMap((_, row) => (kind[row] === 'human' && nobody[row] === 0 && !pairs.has(row) ? [row] : []));
  const merged = mergePeople({ identities, keys, people }, { histories, traces, rowOf, count: identities.length }, options);
  groupAutomations(keys, kind, merged.group);
  return {
    identities,
    keys,
    rowOf,
    kind,
    nobody,
    pairs,
    platform: Uint8Array.from(identities, (one) => (isPlatform(one) ? 1 : 0)),
    ...merged,
  };
}

/**
 * Spellings that somebody used in these histories, in the order of use; equal ones are one row. A history restricted to an
 * earlier commit still lists everybody: those who came later must not speak.
 */
function oneTable(histories: readonly RawHistory[]): { identities: Identity[]; rowOf: Uint32Array[] } {
  const identities: Identity[] = [];
  const rows = new Map<string, number>();
  const rowOf = histories.map((history) => {
    const known = new Uint32Array(history.identities.length).fill(NO_ROW);
    const use = (own: number): void => {
      if (known[own] !== NO_ROW) return;
      const { name, email } = history.identities[own]!;
      const row = rows.get(`${name}\n${email}`) ?? identities.push({ name, email }) - 1;
      rows.set(`${name}\n${email}`, row);
      known[own] = row;
    };
    for (let commit = 0; commit < history.commits.count; commit++) {
      use(history.commits.author[commit]!);
      use(history.commits.committer[commit]!);
    }
    for (let row = 0; row < history.trailers.count; row++) use(history.trailers.identity[row]!);
    return known;
  });
  return { identities, rowOf };
}

interface Subject extends Spellings {
  readonly people: readonly number[];
}

function mergePeople({ identities, keys, people }: Subject, scene: Scene, options: CleanOptions): MergedIdentities {
  const whole = corroborationOf(scene);
  const spellings = { identities: people.map((row) => identities[row]!), keys: people.map((row): IdentityKeys => keys[row]!) };
  const merged = mergeIdentities(spellings, options.people ?? {}, {
    first: Float64Array.from(people, (row) => whole.first[row]!),
    last: Float64Array.from(people, (row) => whole.last[row]!),
    written: Uint32Array.from(people, (row) => whole.written[row]!),
    shareFile: (left, right) =>
      whole.shareFile(
        left.map((at) => people[at]!),
        right.map((at) => people[at]!),
      ),
  });
  const group = Uint32Array.from(identities, (_, row) => row);
  people.forEach((row, at) => {
    group[row] = people[merged.group[at]!]!;
  });
  return { group, joins: merged.joins.map(({ kept, joined, rule }) => ({ kept: people[kept]!, joined: people[joined]!, rule })) };
}

/** One automation or agent is one row, whatever version it signs with: same account, else same address. */
function groupAutomations(keys: readonly IdentityKeys[], kind: readonly IdentityKind[], group: Uint32Array): void {
  const first = new Map<string, number>();
  keys.forEach(({ accounts, mailbox, name }, row) => {
    if (kind[row] === 'human') return;
    const key = `${kind[row]} ${accounts[0] ?? (mailbox === '' ? name : mailbox)}`;
    group[row] = first.get(key) ?? row;
    first.set(key, group[row]!);
  });
}
