/** What is kept for how long, at most, wherever more than one person looks. Days; the works agreement prints this table. */
export interface RetentionTerm {
  readonly what: string;
  readonly days: number;
  readonly afterwards: string;
}

/** Lengths from the design of the team edition (programme, 4.5); a configuration may shorten them and never lengthen them. */
export const RETENTION_TERMS = {
  events: { what: 'events of connected sources that name somebody', days: 400, afterwards: 'deleted' },
  messages: { what: 'who wrote to whom and when, from chat; never what', days: 90, afterwards: 'deleted' },
  evidence: {
    what: 'acts: who changed or reviewed which file when',
    days: 730,
    afterwards: 'counted as left out; counts by area and month of five people or more stay, and no figure rests on them',
  },
  leavers: { what: 'names and addresses of people who left', days: 30, afterwards: 'replaced by a pseudonym; what they made stays' },
  log: { what: 'who looked at whom', days: 730, afterwards: 'deleted' },
} as const satisfies Readonly<Record<string, RetentionTerm>>;
export type Retained = keyof typeof RETENTION_TERMS;

/** The term that holds: what was configured, and never longer than the table says. */
export function retentionDays(retained: Retained, configured?: number): number {
  return Math.min(configured ?? Number.POSITIVE_INFINITY, RETENTION_TERMS[retained].days);
}

/** Every term that holds, by what is kept. */
export function termsInForce(configured: Readonly<Partial<Record<Retained, number>>> = {}): Readonly<Record<Retained, number>> {
  const terms = Object.keys(RETENTION_TERMS) as readonly Retained[];
  return Object.fromEntries(terms.map((one) => [one, retentionDays(one, configured[one])])) as Record<Retained, number>;
}
