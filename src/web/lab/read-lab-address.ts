import { ABSENCE_KINDS, type AbsenceKind } from '#core/absence/scenario.ts';
import { DAY, dateOf } from '#core/terms/moment.ts';
import type { PersonChoice } from '#web/data/calls.ts';
import { type Address, momentOf } from '#web/shell/address.ts';

export interface LabChoice {
  readonly people: readonly PersonChoice[];
  /** True where the address names nobody and the lab starts with the person who looks. */
  readonly isMe: boolean;
  /** First day, and last day away, as dates. */
  readonly from: string;
  readonly to: string;
  readonly kind: AbsenceKind;
  readonly days: number;
  /** Half-open window of the absence; null when the dates are reversed. */
  readonly window: { readonly from: number; readonly to: number } | null;
}

export interface LabFacts {
  readonly people: readonly PersonChoice[];
  readonly me: number | null;
  /** The moment judged: absences begin there unless the address says otherwise. */
  readonly at: number;
  /** The kind of absence where the address says none. */
  readonly usual?: AbsenceKind;
}

const TWO_WEEKS = 14;
/** What the address says when somebody chose that nobody is away. */
export const NOBODY = 'nobody';

/** Whom and when the address names; two weeks from the moment judged where it says nothing. */
export function readLabAddress(address: Address, { people, me, at, usual = 'sudden' }: LabFacts): LabChoice {
  const keys = new Set((address.who ?? '').split(',').filter(Boolean));
  const chosen = address.who === undefined ? people.filter(({ id }) => id === me) : people.filter(({ key }) => keys.has(key));
  const from = (momentOf(address.from) ?? Math.floor(at / DAY) * DAY + DAY) - DAY;
  const to = momentOf(address.to) ?? from + TWO_WEEKS * DAY;
  const days = Math.round((to - from) / DAY);
  return {
    people: chosen,
    isMe: address.who === undefined && chosen.length > 0,
    from: dateOf(from),
    to: dateOf(to - DAY),
    days,
    kind: ABSENCE_KINDS.find((kind) => kind === address.kind) ?? usual,
    window: days >= 1 ? { from, to } : null,
  };
}
