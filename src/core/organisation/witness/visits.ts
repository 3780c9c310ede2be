import type { InventedChange } from '#core/organisation/organisation.ts';
import { DAY } from '#core/terms/moment.ts';
import { closings, isByAgent } from './alone.ts';
import { isOfTeam, part, type View } from './view-of.ts';
import type { Witness } from './witness.ts';

/** Files of a change that is a rewrite. */
const REWRITE = 10;
const MONTHS = 12;
/** How long somebody still acts somewhere because they came once, days. */
const SHADOW = 120;

/** What lands from outside, and what it leaves behind. */
export const VISITS: Readonly<Record<string, Witness>> = {
  'parachute-by-leaders': {
    sees: 'rewrites and fixes a month that somebody who leads elsewhere lands alone',
    figure: (view) => landings(view).filter(({ author }) => !isMember(view, author)).length / MONTHS,
    from: 1,
  },
  'parachute-by-outsiders': {
    sees: 'rewrites and fixes a month that somebody of another team lands alone',
    figure: (view) => landings(view).filter(({ author }) => isMember(view, author)).length / MONTHS,
    from: 1,
  },
  'parachute-by-agents': {
    sees: 'important fixes a month by an agent on which no person worked or said a word',
    figure: (view) =>
      closings(view).filter(({ change }) => isByAgent(view, change) && change.reviews.every(({ comments }) => comments === 0)).length /
      MONTHS,
    from: 1,
  },
  'long-shadow': {
    sees: 'changes by whoever rewrote something here in the four months before, of all changes',
    figure: (view) => {
      const visits = landings(view).filter(isRewrite);
      return part(merged(view), (change) => !visits.includes(change) && visits.some((visit) => isInShadow(visit, change)));
    },
    from: 1 / 3,
  },
  'decisions-elsewhere': {
    sees: 'decisions by nobody of the team, of all decisions',
    figure: ({ decisions, company }) => part(decisions, ({ area, deciders }) => !deciders.some((who) => isOfTeam(company, area, who))),
    from: 0.5,
  },
  'discarded-work': {
    sees: 'important issues that somebody from elsewhere closed while the team had a change for them in hand, of all important ones',
    figure: (view) => part(closings(view), ({ change }) => isOvertaking(view, change)),
    from: 1 / 3,
  },
  'past-its-people': {
    sees: 'changes by people of elsewhere on which nobody of the team looked, of all changes',
    figure: (view) =>
      part(
        merged(view),
        (change) =>
          isForeign(view, change) &&
          !isByAgent(view, change) &&
          !change.reviews.some(({ person }) => isOfTeam(view.company, change.area, person)),
      ),
    from: 1 / 3,
  },
};

export function merged({ changes }: View): readonly InventedChange[] {
  return changes.filter(({ mergedAt }) => mergedAt !== null);
}

export function isForeign({ company }: View, { area, author }: InventedChange): boolean {
  return !isOfTeam(company, area, author);
}

/** Rewrites, and fixes of important issues, by people of elsewhere, alone and past the rules. */
function landings(view: View): readonly InventedChange[] {
  const closing = new Set(closings(view).map(({ change }) => change));
  return merged(view).filter((one) => isForeign(view, one) && one.override && (isRewrite(one) || closing.has(one)));
}

function isRewrite({ paths }: InventedChange): boolean {
  return paths.length >= REWRITE;
}

function isMember({ company }: View, who: number): boolean {
  return company.people[who]!.role === 'member';
}

function isInShadow(visit: InventedChange, { area, author, openedAt }: InventedChange): boolean {
  return area === visit.area && author === visit.author && openedAt > visit.mergedAt! && openedAt <= visit.mergedAt! + SHADOW * DAY;
}

function isOvertaking(view: View, change: InventedChange): boolean {
  return (
    isForeign(view, change) &&
    view.changes.some(
      (one) =>
        one.area === change.area &&
        one.mergedAt === null &&
        one.openedAt <= change.openedAt &&
        change.openedAt <= (one.closedAt ?? view.to) &&
        change.openedAt - one.openedAt < DAY,
    )
  );
}
