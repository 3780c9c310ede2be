import type { VerbOption } from '#cli/verb.ts';

/** How a server is reached; read by reach-asked.ts. */
export const REACH_OPTIONS: readonly VerbOption[] = [
  { flags: '--port <number>', about: 'listen on this port (default 4181; 0: any)' },
  { flags: '--host <address>', about: 'listen on this address (default 127.0.0.1: this machine only); others need https' },
  {
    flags: '--public-url <address>',
    about: 'https://NAME that people type, where a proxy in front does https (default: $UNDERSTUDY_PUBLIC_URL)',
  },
  { flags: '--behind-proxy', about: 'one proxy of yours is in front: believe it about where requests come from' },
  { flags: '--tls-cert <file>', about: 'do https here: certificate with its chain, PEM' },
  { flags: '--tls-key <file>', about: 'and its key, PEM' },
  { flags: '--drain <seconds>', about: 'when told to stop, answer on while /readyz says 503 (default 3 with --public-url, else 0)' },
];

/** What may be read on the word of somebody who asks over HTTP. */
export const FOLDER_OPTIONS: readonly VerbOption[] = [
  {
    flags: '--read-below <path...>',
    about: 'folders below these may be added over HTTP (default: all while only this machine is served, else none)',
  },
];

export const METRICS_OPTIONS: readonly VerbOption[] = [
  { flags: '--metrics-port <number>', about: 'figures for Prometheus at http://127.0.0.1:PORT/metrics (default: none)' },
  { flags: '--metrics-host <address>', about: 'offer them there instead; they hold nothing about people' },
];
