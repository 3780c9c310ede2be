import type { ApiOrder } from '#sources/connecting/connector.ts';
import type { Where } from '#sources/payloads/where-of.ts';

/** A repository that is read by the API. */
export interface Repository {
  readonly owner: string;
  /** `owner/name`, lower case. */
  readonly name: string;
  /** Where the API keeps it. */
  readonly root: string;
  readonly where: Where;
}

export function headersOf(order: ApiOrder): Readonly<Record<string, string>> {
  return {
    accept: 'application/vnd.github+json',
    authorization: `Bearer ${order.token}`,
    'user-agent': 'understudy',
    'x-github-api-version': '2022-11-28',
  };
}

/** As `since` wants it: `2026-03-02T00:00:00Z`. */
export function sinceOf(order: ApiOrder): string {
  return new Date(order.since * 1000).toISOString().replace(/\.\d+Z$/, 'Z');
}
