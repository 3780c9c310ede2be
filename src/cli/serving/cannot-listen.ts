import { refusal } from '#core/terms/refusals.ts';
import type { MetricsPlace } from './metrics-asked.ts';

/** What is in the way of listening, as something that can be mended; every other problem as it is. */
export function cannotListen(problem: unknown, { host, port }: Pick<MetricsPlace, 'host' | 'port'>): unknown {
  const reason = WHY_NOT[(problem as NodeJS.ErrnoException).code ?? ''];
  return reason === undefined ? problem : refusal('cannot-listen', { place: `${host}:${port}`, reason });
}

const WHY_NOT: Readonly<Record<string, string>> = {
  EADDRINUSE: 'something else listens there',
  EACCES: 'this account may not use that port',
  EADDRNOTAVAIL: 'this machine has no such address',
  ENOTFOUND: 'there is no such name',
  EAI_AGAIN: 'the name could not be looked up',
};
