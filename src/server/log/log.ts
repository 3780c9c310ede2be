import { randomBytes } from 'node:crypto';
import pino from 'pino';
import type { Fault } from './fault.ts';
import { prettyLine } from './pretty-line.ts';

/**
 * Everything that is ever logged, by event. There is no line of free text: words are codes, ids of ours and names of
 * operations, so that no name, address, query, token or path can get in, not even by mistake.
 */
export interface Lines {
  readonly 'server-started': { readonly version: string; readonly engine: string; readonly port: number; readonly workers: number };
  readonly 'server-stopping': { readonly streams: number };
  readonly 'server-stopped': { readonly seconds: number };
  /** Something stands other than it should, and the server runs all the same. */
  readonly warning: { readonly code: string };
  readonly request: RequestLine;
  /** A request that was kept out, with a mark of where it came from that holds for one day. */
  readonly refused: RequestLine & { readonly from: string };
  readonly bug: { readonly request?: string; readonly operation?: string; readonly fault: Fault };
  readonly 'database-gone': { readonly code: string };
  readonly 'database-back': { readonly seconds: number };
  readonly job: {
    readonly kind: string;
    /** Id of the source, never its address. */
    readonly source: string;
    readonly state: string;
    readonly seconds: number;
    readonly code?: string | undefined;
    readonly fresh?: number | undefined;
  };
  readonly 'worker-ended': { readonly how: string };
}

export interface RequestLine {
  /** The `x-request-id` of the reply. */
  readonly request: string;
  readonly operation: string;
  readonly status: number;
  readonly milliseconds: number;
  /** What came along to say who asks; whether it was believed, the status tells. */
  readonly with: 'session' | 'token' | 'nothing';
  readonly code?: string | undefined;
}

type Level = 'debug' | 'info' | 'warn' | 'error';

export interface Log {
  readonly tell: <Event extends keyof Lines>(level: Level, event: Event, fields: Lines[Event]) => void;
}

export const SILENT: Log = { tell: () => undefined };

export interface LogOrder {
  readonly write: (line: string) => void;
  /** One-liners for eyes instead of JSON for programs. */
  readonly pretty: boolean;
  /** The least that is written. */
  readonly least: Level;
  /** Milliseconds since epoch. */
  readonly now: () => number;
}

export function openLog({ write, pretty, least, now }: LogOrder): Log {
  const server = randomBytes(3).toString('hex');
  const logger = pino(
    {
      level: least,
      base: { server },
      messageKey: 'event',
      timestamp: () => `,"time":"${new Date(now()).toISOString()}"`,
      formatters: { level: (level) => ({ level }) },
    },
    { write: (line: string) => write(pretty ? prettyLine(line) : line) },
  );
  return { tell: (level, event, fields) => logger[level](onlyWords(fields), event) };
}

/** A code, an id, a number with dots. Whatever else stood there would be somebody's text. */
const WORD = /^[\w.:-]{1,64}$/;
const NOT_A_WORD = '(not a word)';

function onlyWords(fields: object): object {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, key === 'fault' ? (value as Fault) : asWord(value)]));
}

function asWord(value: unknown): unknown {
  if (typeof value === 'number' || value === undefined) return value;
  return typeof value === 'string' && WORD.test(value) ? value : NOT_A_WORD;
}
