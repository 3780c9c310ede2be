import { parsedJson } from '#sources/payloads/shape.ts';
import { withoutTexts } from '#sources/written/without-texts.ts';

/** Notes, messages to responders, updates for others, descriptions: written by people, and not kept. */
const TEXTS = new Set(['content', 'note', 'message', 'description', 'details', 'body', 'html_body', 'subject']);

/** A delivery or a page without the texts that people wrote, understood the same when it is read again. */
export function keptOf(payload: unknown): unknown {
  return withoutTexts(payload, (key, inside) => TEXTS.has(key) || (key === 'summary' && inside['type'] === 'note'));
}

export function strippedBody(body: Uint8Array): Uint8Array {
  const parsed = parsedJson(body);
  return parsed === undefined ? body : new TextEncoder().encode(JSON.stringify(keptOf(parsed)));
}
