import type { ApiOrder } from '#sources/connecting/connector.ts';
import type { Where } from '#sources/payloads/where-of.ts';

/** A project that is read by the API. */
export interface Project {
  /** `group/project`, lower case. */
  readonly name: string;
  readonly root: string;
  readonly where: Where;
}

export function headersOf(order: ApiOrder): Readonly<Record<string, string>> {
  return { accept: 'application/json', 'private-token': order.token, 'user-agent': 'understudy' };
}
