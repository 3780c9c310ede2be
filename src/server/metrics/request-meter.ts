import { Counter, Histogram, type Registry } from 'prom-client';
import type { RequestLine } from '#server/log/log.ts';

/** Seconds at which the histogram is cut: what people feel, and the limit of 100 ms that we set ourselves. */
const CUTS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

export interface RequestMeter {
  readonly requested: (line: RequestLine) => void;
}

export const NO_METER: RequestMeter = { requested: () => undefined };

/** How often each operation was called, how that ended, and how long it took. */
export function requestMeter(registry: Registry): RequestMeter {
  const requests = new Counter({
    name: 'understudy_requests_total',
    help: 'Requests answered, by operation and status.',
    labelNames: ['operation', 'status'],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'understudy_request_seconds',
    help: 'Time from the head of a request to the end of its reply; streams are not counted.',
    labelNames: ['operation'],
    buckets: CUTS,
    registers: [registry],
  });
  return {
    requested: ({ operation, status, milliseconds }) => {
      requests.inc({ operation, status });
      if (!STREAMS.test(operation)) seconds.observe({ operation }, milliseconds / 1000);
    },
  };
}

const STREAMS = /^watch-/;
