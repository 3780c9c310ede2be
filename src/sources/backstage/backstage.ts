import { Buffer } from 'node:buffer';
import type { Told } from '#core/facts/told.ts';
import { dateOf } from '#core/terms/moment.ts';
import { refusal } from '#core/terms/refusals.ts';
import type { Connector, FileGiven, FileSample, Telling } from '#sources/connecting/connector.ts';
import { tellingFile } from '#sources/documents/telling-path.ts';
import type { RepositoryTree } from '#sources/documents/repository-tree.ts';
import { tellCatalog } from './read-catalog.ts';

export const BACKSTAGE: Connector = {
  kind: 'backstage',
  name: 'Backstage catalog',
  gives: ['catalog'],
  reads:
    'What catalog-info.yaml declares, found in repositories with every scan or imported: services and what they depend on, systems, groups and who belongs to them, and who is named as owner. Nobody knows something because a catalog says so.',
  file: { takes: 'catalog files (.yaml), or JSON as its catalog lists entities (/api/catalog/entities)', recognises, read },
};

const MOST_BYTES = 16 * 1024 * 1024;

function recognises({ name, head }: FileSample): boolean {
  const text = new TextDecoder().decode(head);
  if (/^\s*[[{]/.test(text)) return /"apiVersion"\s*:\s*"backstage\.io\//.test(text);
  if (!/^apiVersion:\s*['"]?backstage\.io\//m.test(text) || !/^kind:/m.test(text)) return false;
  // Whatever it is called, but for pages that show such a file as an example.
  return !/\.(?:md|mdx|markdown|adoc|rst|html?)$/i.test(name);
}

async function* read(file: FileGiven, { now, repository }: Telling): AsyncGenerator<Told> {
  if (file.size > MOST_BYTES) throw refusal('file-too-much', { file: file.name, most: '16 MiB' });
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of file.open()) {
    size += part.length;
    if (size > MOST_BYTES) throw refusal('file-too-much', { file: file.name, most: '16 MiB' });
    parts.push(Uint8Array.from(part));
  }
  yield tellCatalog(Buffer.concat(parts).toString('utf8'), { at: now, version: dateOf(now), repository, path: undefined });
}

/** What the catalog files of a repository say, each as of the commit that last touched it. */
export async function readCatalogs(tree: RepositoryTree): Promise<readonly Told[]> {
  const paths = tree.paths.filter((path) => tellingFile(path) === 'catalog').slice(0, 2000);
  const [texts, touches] = [await tree.read(paths), await tree.touches(paths)];
  return texts.flatMap(({ path, text }) => {
    const last = touches.get(path)?.at(-1);
    return last === undefined ? [] : [tellCatalog(text, { at: last.at, version: last.commit, repository: tree.repository, path })];
  });
}
