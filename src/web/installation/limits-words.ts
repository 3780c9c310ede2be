import type { Limits } from '#contract/operations/signals/own-limits.ts';
import type { ReplyOf } from '#contract/operations.ts';

export type SignalSetting = ReplyOf<'read-settings'>['signals'][number];

/** Of limits what is said. */
type LimitsSaid = { readonly [Key in keyof Limits]?: Limits[Key] | undefined };

/** A threshold as people type it: shares in hundredths. */
export function typedThreshold(threshold: number, unit: string): number {
  return unit === 'share' ? Math.round(threshold * 1000) / 10 : threshold;
}

/** And as it is kept. */
export function keptThreshold(typed: number, unit: string): number {
  return unit === 'share' ? Math.round(typed * 10) / 1000 : typed;
}

/** What stands in the fields of the form; an unticked box is not there. */
export function typedLimits(typed: Readonly<Record<string, string | undefined>>, unit: string): Limits {
  const { threshold, cases, days, risen } = typed;
  return { threshold: keptThreshold(Number(threshold), unit), least: Number(cases), days: Number(days), risen: risen !== undefined };
}

/** `above 40 %, over 60 days`: only what is said. */
export function limitsWords({ threshold, least, days, risen }: LimitsSaid, unit: string): string {
  return [
    threshold === undefined ? [] : [`above ${typedThreshold(threshold, unit)} ${unit === 'share' ? '%' : unit}`],
    least === undefined ? [] : [`from ${least} cases on`],
    days === undefined ? [] : [`over ${days} days`],
    risen === undefined ? [] : [risen ? 'only if it rose' : 'whether it rose or not'],
  ]
    .flat()
    .join(', ');
}

/** What differs from what is shipped, to be kept as the team’s own; the rest stays as shipped, also where that changes later. */
export function ownLimits(wanted: Limits, shipped: Limits): Partial<Limits> {
  return Object.fromEntries(Object.entries(wanted).filter(([key, value]) => shipped[key as keyof Limits] !== value));
}
