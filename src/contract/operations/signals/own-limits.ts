import { z } from 'zod';

/** Every signal that a team may set limits for; `share`: its threshold is a share of 0 to 1, else a figure of that unit. */
export const SIGNAL_UNITS = {
  'quiet-solo': 'share',
  'unclear-default': 'share',
  'trained-to-wait': 'share',
  'not-understood': 'share',
  'parachute-by-leaders': 'share',
  'parachute-by-outsiders': 'share',
  'parachute-by-agents': 'share',
  'long-shadow': 'share',
  'decisions-elsewhere': 'share',
  'discarded-work': 'share',
  'past-its-people': 'share',
  'page-concentration': 'share',
  'rescue-loop': 'share',
  'lasting-rescue': 'share',
  'night-load': 'nights a week',
  'speed-without-risk': 'share',
  'caped-area': 'share',
  'unshadowed-work': 'share',
  'four-roles': 'roles',
  'next-one': 'share',
  'decision-wait': 'share',
  'review-wait': 'share',
  'stale-model': 'share',
  'one-approver': 'share',
  'sole-translator': 'share',
  'urgent-routing': 'share',
  'planning-erosion': 'share',
  'bypassed-layers': 'share',
  'pressure-passed-on': 'share',
  'verbal-context': 'share',
  'client-escalations': 'share',
  'documentation-debt': 'share',
  'recognition-balance': 'share',
  'launch-rush': 'share',
  overload: 'share',
  'greenfield-alone': 'share',
} as const;
export type SignalId = keyof typeof SIGNAL_UNITS;
type Unit = (typeof SIGNAL_UNITS)[SignalId];

/** Between these a threshold makes sense: at 0 everything speaks, at the most that there can be nothing ever does. */
export const THRESHOLDS: Readonly<Record<Unit, readonly [least: number, most: number]>> = {
  share: [0.01, 0.99],
  'nights a week': [0.1, 6],
  roles: [1, 3],
};
/** Four of five is silent, whatever a team prefers. */
export const FEWEST_CASES = 5;
/** Less than four weeks says nothing of how work goes; beyond three years the team was another one. */
export const WINDOW_DAYS = { least: 28, most: 1095 } as const;

const signalIds = Object.keys(SIGNAL_UNITS) as [SignalId, ...SignalId[]];

/** The limits that a team sets for one signal; what is not said stays as shipped. */
export const ownLimitsSchema = z
  .strictObject({
    signal: z
      .enum(signalIds, { error: 'there is no such signal; docs/guide/signals.md lists them' })
      .meta({ description: 'Id of the signal; docs/guide/signals.md lists them.' }),
    threshold: z
      .number()
      .min(0.01)
      .max(6)
      .optional()
      .describe('The near end of its interval has to lie above it; for shares 0.01 to 0.99.'),
    least: z.number().int().min(FEWEST_CASES).max(1000).optional().describe('Fewest cases on which anything is raised.'),
    days: z.number().int().min(WINDOW_DAYS.least).max(WINDOW_DAYS.most).optional().describe('Length of the window, days.'),
    risen: z.boolean().optional().describe('Raised only if it is also more than it was.'),
  })
  .superRefine(({ signal, threshold }, context) => {
    const [least, most] = THRESHOLDS[SIGNAL_UNITS[signal]];
    if (threshold === undefined || (threshold >= least && threshold <= most)) return;
    context.addIssue({ code: 'custom', path: ['threshold'], message: `of ${signal} has to lie between ${least} and ${most}` });
  })
  .describe('When one signal speaks.');
export type OwnLimitsSaid = z.output<typeof ownLimitsSchema>;

/** Limits of several signals, each named once. */
export const ownLimitsListSchema = z
  .array(ownLimitsSchema)
  .max(signalIds.length)
  .refine((list) => new Set(list.map(({ signal }) => signal)).size === list.length, 'a signal is named twice');

/** What somebody may set of a signal. */
export interface Limits {
  readonly threshold: number;
  readonly least: number;
  readonly days: number;
  readonly risen: boolean;
}

/** By id of the signal; what is said first holds, and what is not said is left out. */
export function limitsBySignal(list: readonly OwnLimitsSaid[]): Readonly<Record<string, Partial<Limits>>> {
  const found: Record<string, Partial<Limits>> = {};
  for (const { signal, ...limits } of list) {
    const said = Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined)) as Partial<Limits>;
    if (!Object.hasOwn(found, signal) && Object.keys(said).length > 0) found[signal] = said;
  }
  return found;
}
