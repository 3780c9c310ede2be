import type { InventedChange, InventedIssue } from '#core/organisation/organisation.ts';
import type { Moment } from '#core/terms/moment.ts';
import { mostOf, part, partOfOne, type View, weekdayHoursUntil } from './view-of.ts';
import type { Witness } from './witness.ts';

/** Working days of silence, as hours of weekdays: essay A says “a few days”. */
const SILENCE = 72;
const A_DAY = 24;

/** Work and problems that only one person ever touches. */
export const ALONE: Readonly<Record<string, Witness>> = {
  'quiet-solo': {
    sees: 'important issues that nothing is heard of for three days and that come back done, of all important ones',
    figure: (view) => part(closings(view), ({ issue, change }) => isSilent(issue, change)),
    from: 0.5,
  },
  'unclear-default': {
    sees: 'vague problems that the same person ends up with, of all vague ones',
    figure: ({ issues }) =>
      partOfOne(
        issues.filter(({ labels, closedBy }) => labels.includes('investigate') && closedBy !== null),
        ({ closedBy }) => closedBy,
      ),
    from: 2 / 3,
  },
  'trained-to-wait': {
    sees: 'problems that lay for a day until the same person moved, of all problems',
    figure: ({ issues }) => {
      const begun = issues.flatMap((issue) => firstMove(issue) ?? []);
      const usual = mostOf(begun, ({ person }) => person);
      return part(begun, ({ person, openedAt, at }) => person === usual && weekdayHoursUntil(openedAt, at) >= A_DAY);
    },
    from: 0.5,
  },
  'not-understood': {
    sees: 'changes by an agent on which no person said or wrote anything, of all changes',
    figure: (view) =>
      part(
        view.changes.filter(({ mergedAt }) => mergedAt !== null),
        (change) => isByAgent(view, change) && change.reviews.every(({ comments }) => comments === 0),
      ),
    from: 0.5,
  },
};

/** Important issues and the change that closed each. */
export function closings({
  issues,
  changes,
  company,
}: View): readonly { readonly issue: InventedIssue; readonly change: InventedChange }[] {
  const key = (area: number, number: number): string => `${company.areas[area]!.repository}#${number}`;
  const closedBy = new Map(
    changes.flatMap((one) => (one.closes === null || one.mergedAt === null ? [] : [[key(one.area, one.closes), one] as const])),
  );
  return issues.flatMap((issue) => {
    const change = closedBy.get(key(issue.area, issue.number));
    return change === undefined || !issue.labels.includes('priority: high') ? [] : [{ issue, change }];
  });
}

export function isByAgent({ company }: Pick<View, 'company'>, { author }: Pick<InventedChange, 'author'>): boolean {
  return company.people[author]!.role === 'agent';
}

function isSilent({ assigned, comments }: InventedIssue, { startedAt, reviews }: InventedChange): boolean {
  const taken = assigned[0]?.at ?? startedAt;
  return comments.length === 0 && reviews.every((review) => review.comments === 0) && weekdayHoursUntil(taken, startedAt) >= SILENCE;
}

function firstMove({ assigned, comments, openedBy, openedAt }: InventedIssue): { person: number; at: Moment; openedAt: Moment } | null {
  const moves = [...assigned, ...comments].filter(({ person }) => person !== openedBy).toSorted((a, b) => a.at - b.at);
  return moves.length === 0 ? null : { person: moves[0]!.person, at: moves[0]!.at, openedAt };
}
