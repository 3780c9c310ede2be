import { SHEET_CONNECTORS } from '#sources/sheets/sheets.ts';
import type { Connector } from './connector.ts';

/** All that can be connected or imported, in the order in which people are shown it. */
export const CONNECTORS: readonly Connector[] = [...SHEET_CONNECTORS];

export function connectorOf(kind: string): Connector | undefined {
  return CONNECTORS.find((one) => one.kind === kind);
}
