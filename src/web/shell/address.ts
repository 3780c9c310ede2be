import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { DAY } from '#core/terms/moment.ts';

/** The whole view state: what is not in here is not remembered, and what is can be sent as a link. */
export interface Address {
  /** Judged as of this date (`2026-03-01`); absent = the last commit. */
  readonly at?: string;
  /** The opened number: `question:because`. */
  readonly why?: string;
  /** Map: the node filled by the screen, its colour, size and shape, search text and filters. */
  readonly in?: string;
  readonly colour?: string;
  readonly size?: string;
  readonly shape?: string;
  readonly find?: string;
  readonly source?: string;
  readonly verdict?: string;
  /** Signals: only those of this state. */
  readonly state?: string;
  /** Absence lab: people's keys joined by commas, first and last day, kind of absence. */
  readonly who?: string;
  readonly from?: string;
  readonly to?: string;
  readonly kind?: string;
}

const KEYS = [
  'at',
  'why',
  'in',
  'colour',
  'size',
  'shape',
  'find',
  'source',
  'verdict',
  'state',
  'who',
  'from',
  'to',
  'kind',
] as const satisfies readonly (keyof Address)[];

export type Change = { readonly [K in keyof Address]?: Address[K] | undefined };

/** Unknown keys fall away; everything is text. */
export function readAddress(search: Record<string, unknown>): Address {
  return Object.fromEntries(KEYS.flatMap((key) => (typeof search[key] === 'string' && search[key] !== '' ? [[key, search[key]]] : [])));
}

/** Plain query text both ways, so that links read well: `?in=billing&colour=factor`. */
export function parseQuery(query: string): Record<string, unknown> {
  return Object.fromEntries(new URLSearchParams(query));
}

export function writeQuery(search: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const key of KEYS) if (typeof search[key] === 'string' && search[key] !== '') query.set(key, search[key]);
  const text = query.toString().replaceAll('%2F', '/').replaceAll('%3A', ':').replaceAll('%2C', ',');
  return text === '' ? '' : `?${text}`;
}

export function useAddress(): readonly [Address, (change: Change, how?: { readonly replace?: boolean }) => void] {
  const address: Address = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = useCallback(
    (by: Change, how: { readonly replace?: boolean } = {}) => {
      void navigate({
        to: '.',
        search: (before: Address) => readAddress({ ...before, ...by }),
        replace: how.replace ?? false,
        resetScroll: false,
      });
    },
    [navigate],
  );
  return [address, change];
}

/** The end of the named day as a moment; null when the address names none. */
export function momentOf(date: string | undefined): number | null {
  if (date === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return null;
  const start = Date.parse(`${date}T00:00:00Z`) / 1000;
  return Number.isNaN(start) ? null : start + DAY;
}

/** What stays when one goes to another page: the date. */
export function keepDate({ at }: Address): Address {
  return at === undefined ? {} : { at };
}
