import type { Moment } from '#core/terms/moment.ts';
import { plainText } from '#sources/connecting/plain-text.ts';
import { writtenDate } from './written-date.ts';

/** What a document says of its own freshness. */
export interface Freshness {
  readonly owner?: string;
  readonly reviewedAt?: Moment;
  /** Days. */
  readonly every?: number;
}

/** The mark of g3doc, in a comment: `freshness: { owner: 'x' reviewed: '2024-06-25' review_interval: '6 months' }`. */
const MARK = /freshness:\s*\{([^{}]{0,500})\}/i;
const UNITS = { day: 1, week: 7, month: 30, year: 365 } as const;

export function freshnessOf(text: string, matter: ReadonlyMap<string, unknown>): Freshness {
  const mark = MARK.exec(text)?.[1] ?? '';
  const said = (name: string) => new RegExp(`\\b${name}:\\s*['"]?([^'"\\n,]{1,100})`, 'i').exec(mark)?.[1] ?? matter.get(name);
  const [owner, reviewedAt, every] = [
    said('owner'),
    writtenDate(said('reviewed') ?? matter.get('last_reviewed_on')),
    intervalOf(said('review_interval') ?? matter.get('review_in')),
  ];
  const name = typeof owner === 'string' ? plainText(owner, 100) : undefined;
  return {
    ...(name === undefined ? {} : { owner: name }),
    ...(reviewedAt === undefined ? {} : { reviewedAt }),
    ...(every === undefined ? {} : { every }),
  };
}

function intervalOf(said: unknown): number | undefined {
  const found = typeof said === 'string' ? /^\s*(\d{1,4})\s*(day|week|month|year)s?\s*$/i.exec(said) : null;
  return found === null ? undefined : Number(found[1]) * UNITS[found[2]!.toLowerCase() as keyof typeof UNITS];
}
