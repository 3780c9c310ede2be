import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { standAt } from '#app/actions/stand-at.ts';
import { repositoryCleaning } from '#core/cleaning/repository-cleaning.ts';
import { publishedEvidence } from '#core/published/published-evidence.ts';
import { factorByModel } from '#core/factor/factor-by-model.ts';
import type { FactorByModel } from '#core/factor/factor-by-model.ts';
import { readRepository } from '#sources/git/read-repository.ts';

/** A row of the published table: the repository's name today, the commit of the snapshot, the factor. */
export interface PublishedFactor {
  readonly repository: string;
  readonly commit: string;
  readonly published: number;
}

export interface Conformance extends PublishedFactor {
  readonly ours: FactorByModel;
}

/** Where the table and the clones lie: both are public, neither is part of this repository. */
export function conformancePlaces(env: Readonly<Record<string, string | undefined>>): {
  readonly table: string;
  readonly clones: string | undefined;
} {
  return {
    table: env['UNDERSTUDY_CONFORMANCE_DATA'] ?? join(import.meta.dirname, '../../../shared/data/truck_factor_published.csv'),
    clones: env['UNDERSTUDY_CONFORMANCE_CLONES'],
  };
}

export function readPublished(table: string): PublishedFactor[] {
  const [head, ...lines] = readFileSync(table, 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));
  const column = (name: string): number => head!.indexOf(name);
  return lines.map((cells) => ({
    repository: cells[column('repo_now')]!,
    commit: cells[column('commit')]!,
    published: Number(cells[column('tf_published')]),
  }));
}

/** The bare or plain clone of `owner/name` in a folder: `owner+name/repo`, `owner+name`, `owner/name` or `name`. */
export function cloneOf(folder: string, repository: string): string | undefined {
  const joined = repository.replace('/', '+');
  return [join(joined, 'repo'), joined, repository, repository.split('/')[1]!]
    .map((place) => join(folder, place))
    .find((place) => existsSync(place));
}

/** Reads, stands at the snapshot and counts, by the same parts as `understudy factor --model doa --at COMMIT`. */
export async function conform(row: PublishedFactor, clone: string): Promise<Conformance> {
  const reading = await readRepository(clone);
  const { history, facts } = await standAt(reading, row.commit);
  const evidence = publishedEvidence({ history, cleaning: repositoryCleaning(history, facts) });
  const at = evidence.commits.at.at(-1)!;
  return { ...row, ours: factorByModel({ model: 'doa', evidence, at, seed: 1 }) };
}
