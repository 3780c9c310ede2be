import { DAY, HOUR, type Window } from '#core/terms/moment.ts';

/** Hours of Mondays to Fridays (UTC, whole days) in a stretch of time, without those in which somebody was away who was waited for. */
export function weekdayHours(window: Window, away: readonly Window[] = []): number {
  let seconds = weekdaySeconds(window),
    until = window.from;
  for (const { from, to } of away.toSorted((a, b) => a.from - b.from)) {
    const gone = { from: Math.max(from, until), to: Math.min(to, window.to) };
    if (gone.to <= gone.from) continue;
    seconds -= weekdaySeconds(gone);
    until = gone.to;
  }
  return seconds / HOUR;
}

function weekdaySeconds({ from, to }: Window): number {
  return Math.max(0, weekdaysUntil(to) - weekdaysUntil(from));
}

/** Seconds of weekdays since Monday 29 December 1969. */
function weekdaysUntil(moment: number): number {
  const since = moment + 3 * DAY;
  const weeks = Math.floor(since / (7 * DAY));
  return weeks * 5 * DAY + Math.min(since - weeks * 7 * DAY, 5 * DAY);
}
