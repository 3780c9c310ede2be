import type { IssueCase } from '#core/scene/talk-cases.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { Gathering } from '#core/folding/gathering.ts';
import { firstOf } from './find-facts.ts';

/** Clocks of a forge that merges and closes in one go, seconds. */
const APART = 60;

/**
 * Which change closed an issue, where the issue itself does not say it: the last merged one whose description says that it closes it. What was
 * closed before that was merged was closed by hand.
 */
export function closersIn(gathering: Gathering): (issue: IssueCase) => IssueCase {
  const closers = new Map<string, { readonly item: string; readonly mergedAt: Moment }[]>();
  for (const { item, facts } of gathering.cases('changes', ['change-opened', 'change-merged'])) {
    const closes = firstOf(facts, 'change-opened')?.detail?.closes;
    const mergedAt = closes === undefined ? undefined : firstOf(facts, 'change-merged')?.at;
    if (mergedAt !== undefined) for (const issue of closes!) closers.set(issue, [...(closers.get(issue) ?? []), { item, mergedAt }]);
  }
  return (issue) => {
    const { item, byChange, closedAt } = issue;
    if (byChange !== null || closedAt === null) return issue;
    const before = (closers.get(item) ?? []).filter(({ mergedAt }) => mergedAt <= closedAt + APART);
    const last = before.toSorted((a, b) => a.mergedAt - b.mergedAt || (a.item < b.item ? -1 : 1)).at(-1);
    return last === undefined ? issue : { ...issue, byChange: last.item };
  };
}
