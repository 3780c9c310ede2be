import { DAY, type Moment } from '#core/terms/moment.ts';
import type { InventedBlock, InventedThread } from '#core/organisation/organisation.ts';
import { isOfTeam, mostOf, part, partOfOne, type View, weekdayHoursUntil } from './view-of.ts';
import { isForeign, merged } from './visits.ts';
import type { Witness } from './witness.ts';

const THREE_DAYS = 72;
const A_DAY = 24;
const MONTH = 30 * DAY;
const QUARTER = 91 * DAY;

/** What waits for one person, goes through one, or is lost to what is urgent. */
export const WAITS: Readonly<Record<string, Witness>> = {
  'decision-wait': {
    sees: 'proposals of others that lay for three days until the same person decided them alone, of all proposals of others',
    figure: ({ decisions }) => {
      const one = mostOf(decisions, soleDecider);
      return part(
        decisions.filter(({ proposedBy }) => proposedBy !== one),
        (decision) => soleDecider(decision) === one && weekdayHoursUntil(decision.proposedAt, decision.decidedAt) >= THREE_DAYS,
      );
    },
    from: 0.4,
  },
  'review-wait': {
    sees: 'changes of others that lay for a day until the same person looked, of all changes of others',
    figure: (view) => {
      const reviewed = merged(view).filter(({ reviews }) => reviews.length > 0);
      const one = mostOf(reviewed, ({ reviews }) => reviews[0]!.person);
      return part(
        reviewed.filter(({ author }) => author !== one),
        ({ reviews, openedAt }) => reviews[0]!.person === one && weekdayHoursUntil(openedAt, reviews[0]!.at) >= A_DAY,
      );
    },
    from: 0.5,
  },
  'stale-model': {
    sees: 'changes of the last quarter before which nobody of the team had done anything there for a month, of all of these',
    figure: (view) => {
      const touched = touches(view);
      return part(
        merged(view).filter(({ mergedAt }) => mergedAt! > view.to - QUARTER),
        (change) => isForeign(view, change) && !touched.some((at) => at <= change.mergedAt! && at > change.mergedAt! - MONTH),
      );
    },
    from: 0.5,
  },
  'one-approver': {
    sees: 'proposals that the same person settled alone, of all proposals',
    figure: ({ decisions }) => partOfOne(decisions, soleDecider),
    from: 0.6,
  },
  'sole-translator': {
    sees: 'questions from outside of the team that the same person answered, of all of these',
    figure: ({ threads }) =>
      partOfOne(
        threads.filter(({ area }) => area === null),
        answeredBy,
      ),
    from: 0.6,
  },
  'urgent-routing': {
    sees: 'urgent threads that the same person answered without being on call, of all urgent ones',
    figure: (view) => {
      const urgent = view.threads.filter((one) => one.urgent);
      const one = mostOf(urgent, answeredBy);
      return part(urgent, (thread) => answeredBy(thread) === one && !isOnCall(view, one, thread.at));
    },
    from: 0.5,
  },
  'planning-erosion': {
    sees: 'planning and focus on the day after an urgent incident of those who take part that was moved or dropped, of all of these',
    figure: (view) =>
      part(
        view.blocks.filter((block) => isAfterIncident(view, block)),
        ({ dropped, from, plannedAt }) => dropped || from !== plannedAt,
      ),
    from: 0.4,
  },
};

function soleDecider({ deciders }: View['decisions'][number]): number | null {
  return deciders.length === 1 ? deciders[0]! : null;
}

function answeredBy({ answers }: InventedThread): number | null {
  return answers[0]?.person ?? null;
}

function isOnCall({ shifts }: View, who: number | null, at: Moment): boolean {
  return shifts.some(({ person, from, to }) => person === who && from <= at && at < to);
}

function isAfterIncident({ incidents }: View, { takesPart, plannedAt }: InventedBlock): boolean {
  return incidents.some(
    ({ urgent, openedAt, acknowledged, resolvedBy }) =>
      urgent &&
      openedAt <= plannedAt &&
      openedAt > plannedAt - DAY &&
      (takesPart.includes(acknowledged.person) || takesPart.includes(resolvedBy)),
  );
}

/** Whenever somebody of the team did anything there. */
function touches({ company, changes, issues, incidents, threads, tickets, decisions, rehearsals }: View): readonly Moment[] {
  const acts = [
    ...changes.flatMap(({ area, author, openedAt, reviews }) => [
      { area, person: author, at: openedAt },
      ...reviews.map(({ person, at }) => ({ area, person, at })),
    ]),
    ...issues.flatMap(({ area, comments }) => comments.map(({ person, at }) => ({ area, person, at }))),
    ...incidents.flatMap(({ area, notes }) => notes.map(({ person, at }) => ({ area, person, at }))),
    ...threads.flatMap(({ area, answers }) => (area === null ? [] : answers.map(({ person, at }) => ({ area, person, at })))),
    ...tickets.map(({ area, closedBy, closedAt }) => ({ area, person: closedBy, at: closedAt })),
    ...decisions.flatMap(({ area, deciders, decidedAt }) => deciders.map((person) => ({ area, person, at: decidedAt }))),
    ...rehearsals,
  ];
  return acts.filter(({ area, person }) => isOfTeam(company, area, person)).map(({ at }) => at);
}
