import { countIn, type Shape, shapeIn, textIn } from '#sources/payloads/shape.ts';
import { whereOfHome, whereOfPage } from '#sources/payloads/where-of.ts';

/** A merge request or issue of a delivery with the address of its page: where it gives none that leads anywhere, its project and number say it. */
export function placed(one: Shape, payload: Shape, sort: 'merge_requests' | 'issues'): Shape {
  if (whereOfPage(textIn(one, 'web_url', 2000) ?? textIn(one, 'url', 2000))) return one;
  const home = textIn(shapeIn(payload, 'project'), 'web_url', 2000);
  const number = countIn(one, 'iid');
  return whereOfHome(home) && number !== undefined ? { ...one, web_url: `${home!.replace(/\/$/, '')}/-/${sort}/${number}` } : one;
}
