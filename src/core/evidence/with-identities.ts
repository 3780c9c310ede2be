import type { RawHistory, RawIdentity } from './raw-history.ts';

/**
 * The same history under other names: `mapped` holds one identity for each that `history` has, as `.mailmap` says.
 * Equal identities become one row.
 */
export function withIdentities(history: RawHistory, mapped: readonly RawIdentity[]): RawHistory {
  const identities: RawIdentity[] = [];
  const row = new Map<string, number>();
  const to = Uint32Array.from(mapped, (identity) => {
    const key = `${identity.name}\n${identity.email}`;
    const known = row.get(key);
    if (known !== undefined) return known;
    row.set(key, identities.length);
    return identities.push(identity) - 1;
  });
  if (identities.length === mapped.length) return { ...history, identities };
  const through = (column: Uint32Array): Uint32Array => column.map((identity) => to[identity]!);
  const { commits, trailers } = history;
  return {
    ...history,
    identities,
    commits: { ...commits, author: through(commits.author), committer: through(commits.committer) },
    trailers: { ...trailers, identity: through(trailers.identity) },
  };
}
