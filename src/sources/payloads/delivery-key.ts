import { createHash } from 'node:crypto';
import type { Delivery } from '#sources/connecting/connector.ts';

/** The number that a source gives a delivery, the same when it is sent again; of the body itself where it gives none. */
export function deliveryKey({ headers, body }: Delivery, header: string): string {
  const given = Object.hasOwn(headers, header) ? headers[header]! : '';
  return /^[\w.:-]{1,120}$/.test(given) ? given : `sha256:${createHash('sha256').update(body).digest('hex')}`;
}
