import type { Connector } from '#sources/connecting/connector.ts';

/** What places of a connector name as their host where nobody says: that of its public service, else its own kind. */
export function usualHost({ api, kind }: Pick<Connector, 'api' | 'kind'>): string {
  if (api === undefined || !URL.canParse(api.base)) return kind;
  return new URL(api.base).host.replace(/^api\./, '');
}
