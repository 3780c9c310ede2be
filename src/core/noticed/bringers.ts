import { listed } from '#core/terms/figures.ts';
import type { Noticed } from './noticed.ts';
import { signalOf } from './noticed-now.ts';

/**
 * Patterns that bring others along, by the phrases of both: where one person ends every incident of a place again and again, the nightly ones end with
 * them, too. The one that names what goes on is looked at first, the other points to it. In no circle.
 */
const BROUGHT_BY: Readonly<Record<string, readonly string[]>> = {
  'unclear-default': ['trained-to-wait', 'caped-area', 'review-wait', 'decision-wait', 'launch-rush', 'greenfield-alone'],
  'parachute-by-leaders': ['discarded-work'],
  'parachute-by-agents': ['not-understood'],
  'past-its-people': ['long-shadow', 'lasting-rescue', 'stale-model'],
  'page-concentration': ['rescue-loop', 'night-load', 'four-roles', 'next-one'],
  'rescue-loop': ['night-load'],
  'speed-without-risk': ['next-one'],
  'caped-area': ['decision-wait', 'launch-rush', 'greenfield-alone'],
  'unshadowed-work': [
    'quiet-solo',
    'discarded-work',
    'rescue-loop',
    'caped-area',
    'review-wait',
    'decision-wait',
    'launch-rush',
    'greenfield-alone',
  ],
  'next-one': ['rescue-loop', 'four-roles'],
  'decision-wait': ['decisions-elsewhere', 'four-roles'],
  'one-approver': ['decisions-elsewhere', 'decision-wait', 'four-roles', 'greenfield-alone'],
  'client-escalations': ['pressure-passed-on', 'sole-translator', 'four-roles'],
  'documentation-debt': ['not-understood'],
};

/** Of patterns that are raised in the same place, those that bring this one along. */
export function bringers(pattern: string, raisedThere: ReadonlySet<string>): readonly string[] {
  return (BROUGHT_BY[pattern] ?? []).filter((one) => raisedThere.has(one));
}

/** Where another pattern that is open in the same place brings one along, it points there. Only what somebody may see is pointed to. */
export function pointersAmong(noticed: readonly Noticed[]): (one: Noticed) => readonly string[] {
  const places = Map.groupBy(noticed.filter(isOpen), placeOf);
  const there = new Map([...places].map(([place, own]) => [place, new Set(own.map(({ reading }) => reading.signal))]));
  return (one) => {
    const from = isOpen(one) ? bringers(one.reading.signal, there.get(placeOf(one)) ?? new Set()) : [];
    return from.length === 0 ? [] : [`comes with ${listed(from.map((id) => `“${signalOf(id)!.name}”`))}, open here too: look there first`];
  };
}

function isOpen({ reading, history }: Noticed): boolean {
  return reading.raised && (history?.state === 'open' || history?.state === 'recurring');
}

function placeOf({ reading: { area, team } }: Noticed): string {
  return `${area ?? ''}:${team ?? ''}`;
}
