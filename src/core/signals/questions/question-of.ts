/** The four questions that essay C asks of a system (R071–R074). */
export type SystemQuestion = 'concentration' | 'mechanisms' | 'legibility' | 'incentives';

/** Signals by the one question that they speak to first: what would be asked next where one is raised. */
export const SIGNALS_OF_QUESTIONS: Readonly<Record<SystemQuestion, readonly string[]>> = {
  concentration: [
    'unclear-default',
    'trained-to-wait',
    'page-concentration',
    'rescue-loop',
    'lasting-rescue',
    'night-load',
    'caped-area',
    'four-roles',
    'next-one',
    'decision-wait',
    'review-wait',
    'one-approver',
    'sole-translator',
    'urgent-routing',
    'client-escalations',
    'greenfield-alone',
  ],
  mechanisms: [
    'quiet-solo',
    'parachute-by-leaders',
    'parachute-by-outsiders',
    'parachute-by-agents',
    'long-shadow',
    'decisions-elsewhere',
    'discarded-work',
    'past-its-people',
    'unshadowed-work',
    'bypassed-layers',
    'pressure-passed-on',
  ],
  legibility: ['not-understood', 'stale-model', 'verbal-context', 'documentation-debt'],
  incentives: ['speed-without-risk', 'planning-erosion', 'recognition-balance', 'launch-rush', 'overload'],
};

/** Null: none is named for it. */
export function questionOf(signal: string): SystemQuestion | null {
  const found = Object.entries(SIGNALS_OF_QUESTIONS).find(([, signals]) => signals.includes(signal));
  return (found?.[0] ?? null) as SystemQuestion | null;
}
