import { type Join, stateBefore } from '#core/joins/join-rules.ts';
import type { JoinWishes } from '#core/joins/join-words.ts';
import { repositoryKey } from './names-of-things.ts';

/** A repository that is read here: its name, and every address that it is known to have. */
export interface SourceToJoin {
  readonly name: string;
  readonly addresses: readonly string[];
}

export interface RepositoriesJoined {
  /** Row of the source of `github.com/acme/shop`, as facts name it. */
  readonly repositoryOf: ReadonlyMap<string, number>;
  readonly joins: readonly Join[];
}

/**
 * Which of the repositories read here each one named by a source is: by what was said, by its address, or because one is called so there
 * and one here. `named`: as facts name them.
 */
export function joinRepositories(
  sources: readonly SourceToJoin[],
  named: readonly string[],
  { same, different }: JoinWishes,
): RepositoriesJoined {
  const wishes = new Map(same.filter(({ kind }) => kind === 'repository').map(({ from, to }) => [from, to]));
  const refused = new Set(different.filter(({ kind }) => kind === 'repository').map(({ from, to }) => `${from}\n${to}`));
  const byAddress = new Map(sources.flatMap(({ addresses }, row) => addresses.map((one) => [repositoryKey(one), row] as const)));
  const byName = lonely(sources.map(({ name }, row) => [lastWord(name), row] as const));
  const lastOnes = lonely(named.map((one) => [lastWord(one), one] as const));
  const joins: Join[] = [];
  const repositoryOf = new Map<string, number>();
  for (const one of named.toSorted()) {
    const said = sources.findIndex(({ name }) => name === wishes.get(one));
    const guess = byAddress.get(repositoryKey(`https://${one}`));
    const called = lastOnes.has(lastWord(one)) ? byName.get(lastWord(one)) : undefined;
    const found = [
      { row: said < 0 ? undefined : said, rule: 'said' as const },
      { row: guess, rule: 'same address' as const },
      { row: called, rule: 'same last name' as const },
    ].find(({ row }) => row !== undefined && !refused.has(`${one}\n${sources[row]!.name}`));
    if (found === undefined) continue;
    repositoryOf.set(one, found.row!);
    joins.push({
      kind: 'repository',
      from: one,
      to: sources[found.row!]!.name,
      rule: found.rule,
      state: found.rule === 'said' ? 'confirmed' : stateBefore(found.rule),
    });
  }
  const rejected = different
    .filter(({ kind }) => kind === 'repository')
    .map(({ from, to }): Join => ({ kind: 'repository', from, to, rule: 'said', state: 'rejected' }));
  return { repositoryOf, joins: [...joins, ...rejected] };
}

function lastWord(text: string): string {
  return repositoryKey(text.slice(text.lastIndexOf('/') + 1));
}

/** Keys that only one thing has. */
function lonely<Value>(pairs: readonly (readonly [string, Value])[]): ReadonlyMap<string, Value> {
  const counts = Map.groupBy(pairs, ([key]) => key);
  return new Map([...counts.values()].flatMap((all) => (all.length === 1 ? all : [])));
}
