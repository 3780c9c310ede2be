import type { Item, Place } from '#core/facts/fact.ts';

/** The repository, and where it is named the change or issue, that an address of a page leads to. */
export interface Where {
  /** `github.com/acme/shop`, lower case: forges take either. */
  readonly repository: string;
  readonly place: Place;
}
export interface WhereItem extends Where {
  readonly item: Item;
}

const PAGE =
  /^https?:\/\/([\w.-]{1,253}(?::\d{1,5})?)((?:\/[\w.~-]{1,255}){2,20}?)\/(?:-\/)?(pull|pulls|issues|merge_requests|work_items)\/(\d{1,15})(?:[/?#].*)?$/;
const HOME = /^https?:\/\/([\w.-]{1,253}(?::\d{1,5})?)((?:\/[\w.~-]{1,255}){2,20}?)(?:\.git)?\/?$/;

/** `https://github.com/acme/shop/pull/12#issuecomment-3`: `github.com/acme/shop#12`. GitLab numbers merge requests apart from issues: `…!12`. */
export function whereOfPage(address: string | undefined): WhereItem | undefined {
  const [, host, path, sort, number] = PAGE.exec((address ?? '').slice(0, 2000)) ?? [];
  if (host === undefined || path === undefined) return undefined;
  return {
    ...whereNamed(`${host}${path}`),
    item: `${host}${path}`.toLowerCase() + (sort === 'merge_requests' ? '!' : '#') + Number(number),
  };
}

/** `https://github.com/acme/shop`: the repository itself. */
export function whereOfHome(address: string | undefined): Where | undefined {
  const [, host, path] = HOME.exec((address ?? '').slice(0, 2000)) ?? [];
  return host === undefined || path === undefined ? undefined : whereNamed(`${host}${path}`);
}

export function whereNamed(name: string): Where {
  const repository = name.toLowerCase();
  return { repository, place: `repository:${repository}` };
}
