import { countIn, type Shape, shapeIn, textIn } from '#sources/payloads/shape.ts';
import { type WhereItem, whereOfHome, whereOfPage } from '#sources/payloads/where-of.ts';

/** A merge request or issue of a delivery with the address of its page: where it gives none that leads anywhere, its project and number say it. */
export function placed(one: Shape, payload: Shape, sort: 'merge_requests' | 'issues'): Shape {
  if (whereOfPage(textIn(one, 'web_url', 2000) ?? textIn(one, 'url', 2000))) return one;
  const home = textIn(shapeIn(payload, 'project'), 'web_url', 2000);
  const number = countIn(one, 'iid');
  return whereOfHome(home) && number !== undefined ? { ...one, web_url: `${home!.replace(/\/$/, '')}/-/${sort}/${number}` } : one;
}

/** Epics and other work items of a group (`/groups/acme/-/work_items/3`) belong to no repository; GitLab lets no project be called so. */
export function whereOfProjectPage(address: string | undefined): WhereItem | undefined {
  return /^https?:\/\/[^/]+\/groups\/[^?#]*\/-\//.test(address ?? '') ? undefined : whereOfPage(address);
}
