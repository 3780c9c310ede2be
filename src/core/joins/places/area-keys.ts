import type { Area } from '#core/terms/area.ts';
import { thingKey } from './names-of-things.ts';

/** Areas by what they are called, those of one repository apart from those of all. */
export interface AreasCalled {
  /** Of this repository where one is given; nothing where two are called so. */
  readonly called: (key: string, repository: number | undefined) => number | undefined;
  /** The one area of a repository that is not cut further. */
  readonly only: (repository: number) => number | undefined;
}

export function areasCalled(areas: readonly Area[]): AreasCalled {
  const everywhere = new Map<string, number[]>();
  const inRepository = new Map<number, number[]>();
  areas.forEach((area, row) => {
    for (const key of keysOf(area)) everywhere.set(key, [...(everywhere.get(key) ?? []), row]);
    inRepository.set(area.repository, [...(inRepository.get(area.repository) ?? []), row]);
  });
  return {
    called: (key, repository) => {
      const rows = (everywhere.get(key) ?? []).filter((row) => repository === undefined || areas[row]!.repository === repository);
      return key !== '' && rows.length === 1 ? rows[0] : undefined;
    },
    only: (repository) => {
      const rows = inRepository.get(repository) ?? [];
      return rows.length === 1 ? rows[0] : undefined;
    },
  };
}

/** By its id, and by the last folder that it is cut along; what is left over of a repository is called like nothing. */
function keysOf({ id, paths, source, name }: Area): ReadonlySet<string> {
  if (name.endsWith('(rest)')) return new Set();
  const own = id.slice(id.indexOf(':') + 1);
  const folder = source === 'configuration' ? '' : (paths[0] ?? '').replace(/^\/+|\/+$/g, '');
  return new Set([thingKey(own), thingKey(folder.slice(folder.lastIndexOf('/') + 1))].filter((key) => !NAMELESS.has(key)));
}

const NAMELESS = new Set(['', 'all', 'top-level', 'src', 'lib', 'main', 'app', 'packages', 'test', 'tests']);
