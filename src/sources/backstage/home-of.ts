import type { Entity } from './read-entity.ts';

/** Where the source of an entity is. */
export interface Home {
  /** As hosts and paths: `github.com/acme/shop`. */
  readonly repositories: readonly string[];
  /** Folder or catalog file in the first of them. */
  readonly path: string | undefined;
}

/** `url:https://github.com/acme/mono/tree/main/services/checkout/`: between repository and path stands what the forge puts there, and the branch. */
const LOCATION =
  /^url:https?:\/\/(?:[^@/\s]*@)?([\w.-]+(?::\d+)?)\/((?:[\w.~-]{1,255}\/){1,20}?[\w.~-]{1,255}?)(?:\.git)?\/?(?:\/(?:-\/)?(?:tree|blob|raw|src\/branch|src)\/[^/\s]+\/?([^\s?#]*))?(?:[?#]\S*)?$/;

/** Characters of an address. */
const MOST = 1000;

/** As annotations say it; where they do not, the repository and folder that the file itself lies in. */
export function homeOf(entity: Entity, file: { readonly repository: string | undefined; readonly path: string | undefined }): Home {
  const { annotations } = entity;
  const location =
    locationIn(annotations.get('backstage.io/source-location')) ?? locationIn(annotations.get('backstage.io/managed-by-location'));
  const said = (name: string, shape: RegExp) => shape.exec(annotations.get(name) ?? '')?.[1];
  const slug = said('github.com/project-slug', /^\s*([\w.-]+\/[\w.-]+)\s*$/);
  const gitlab = said('gitlab.com/project-slug', /^\s*([\w./-]+)\s*$/);
  // The host of a project that only its slug names is where its file says it is.
  const host = (location?.repository ?? file.repository ?? '').split('/')[0] ?? '';
  const named = [
    slug === undefined ? undefined : `${/github/.test(host) ? host : 'github.com'}/${slug}`,
    gitlab === undefined ? undefined : `${/gitlab/.test(host) ? host : 'gitlab.com'}/${gitlab}`,
    location?.repository,
  ].filter((one) => one !== undefined);
  const own = named.length === 0 && file.repository !== undefined && entity.kind === 'component' ? [file.repository] : [];
  const repositories = [...new Set([...named, ...own])];
  return { repositories, path: pathIn(repositories[0], location, file) };
}

interface Location {
  readonly repository: string;
  readonly path: string;
}

function locationIn(annotation: string | undefined): Location | undefined {
  const [, host, repository, path = ''] = ((annotation?.length ?? 0) > MOST ? null : LOCATION.exec((annotation ?? '').trim())) ?? [];
  return host === undefined || repository === undefined ? undefined : { repository: `${host}/${repository}`, path };
}

/** A catalog may lie in a repository of its own: its folders are not those of what it describes. */
function pathIn(
  repository: string | undefined,
  location: Location | undefined,
  file: { readonly repository: string | undefined; readonly path: string | undefined },
): string | undefined {
  const same = (other: string | undefined) => other?.toLowerCase() === repository?.toLowerCase();
  if (location !== undefined && location.path !== '' && same(location.repository)) return location.path;
  return repository === undefined || same(file.repository) ? file.path : undefined;
}
