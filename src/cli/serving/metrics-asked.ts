import { refusal } from '#core/terms/refusals.ts';
import { numberOption, textOption } from '#cli/options/read-options.ts';
import type { Run } from '#cli/verb.ts';

const LOOPBACK = '127.0.0.1';
const PORT = { name: '--metrics-port', least: 0, most: 65_535 } as const;

export interface MetricsPlace {
  readonly host: string;
  readonly port: number;
}

export function metricsAsked({ options }: Run): MetricsPlace | undefined {
  const port = numberOption(options, 'metricsPort', PORT);
  const host = textOption(options, 'metricsHost');
  if (port === undefined && host !== undefined)
    throw refusal('unknown-option', { problem: '--metrics-host says where, and --metrics-port is missing.', verb: 'serve' });
  return port === undefined ? undefined : { host: host ?? LOOPBACK, port };
}
