import type { ApiOrder } from '#sources/connecting/connector.ts';
import type { Where } from '#sources/payloads/where-of.ts';

/** A repository that is read by the API. */
export interface Repository {
  /** `owner/name`, lower case. */
  readonly name: string;
  readonly root: string;
  readonly where: Where;
}

export function headersOf(order: ApiOrder): Readonly<Record<string, string>> {
  return { accept: 'application/json', authorization: `token ${order.token}`, 'user-agent': 'understudy' };
}
