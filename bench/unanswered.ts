import type { Load } from './generate-load.ts';

/** Refusals are answers; what is not: nothing at all, too often, a bug, a database that is gone. */
export function unansweredOf(statuses: Load['statuses']): number {
  return Object.entries(statuses).reduce(
    (sum, [status, count]) => sum + (status === '0' || status === '429' || Number(status) >= 500 ? count : 0),
    0,
  );
}

/** What a load must not leave: a sentence where somebody was not answered. */
export function brokenBy({ statuses }: Load): readonly string[] {
  const unanswered = unansweredOf(statuses);
  return unanswered > 0 ? [`${unanswered} requests were not answered: ${JSON.stringify(statuses)}`] : [];
}
