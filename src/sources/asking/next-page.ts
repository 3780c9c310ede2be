import { isBelow } from './ask.ts';

/** Where the next page is, as `Link` says it (RFC 8288); undefined at the end, and where it leads away from the base or nowhere new. */
export function nextPage(headers: Headers, from: string, base: string): string | undefined {
  for (const [, target, parameters] of (headers.get('link') ?? '').slice(0, 8192).matchAll(/<([^<>]{1,4000})>([^<>]{0,500})/g)) {
    if (!/;\s*rel="?next"?/i.test(parameters!) || !URL.canParse(target!, from)) continue;
    const next = new URL(target!, from).href;
    return next !== from && isBelow(next, base) ? next : undefined;
  }
  return undefined;
}
