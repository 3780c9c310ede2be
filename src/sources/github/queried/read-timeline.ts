import type { Notes } from '#sources/payloads/notes.ts';
import { fieldOf, flagIn, idIn, momentIn, type Shape, shapeIn, textIn } from '#sources/payloads/shape.ts';
import type { WhereItem } from '#sources/payloads/where-of.ts';
import { accountIn } from '#sources/github/records/accounts.ts';
import { accountInRest } from './account-in-rest.ts';
import { nodesIn } from './nodes-in.ts';
import { type ChangeStep, tellChangeStep } from '#sources/github/records/read-step.ts';

const STEPS: Readonly<Record<string, ChangeStep['kind']>> = {
  ReadyForReviewEvent: 'change-ready',
  ReopenedEvent: 'change-reopened',
  ReviewRequestedEvent: 'review-asked',
  ReviewRequestRemovedEvent: 'review-unasked',
};

/**
 * What happened to a change, as a query lists it under `timelineItems`, by the references that webhooks and REST give. Only a query says, of
 * requests that are outstanding, whether somebody was asked because CODEOWNERS names them; it says no moment there, so the step says it.
 */
export function tellTimeline(change: Shape, where: WhereItem, notes: Notes): void {
  const steps = nodesIn(change, 'timelineItems');
  const owners = new Set(
    nodesIn(change, 'reviewRequests').flatMap((one) => (flagIn(one, 'asCodeOwner') === true ? (reviewerIn(one) ?? []) : [])),
  );
  for (const [i, step] of steps.entries()) {
    const type = textIn(step, '__typename', 60) ?? '';
    if (!Object.hasOwn(STEPS, type)) continue;
    const kind = STEPS[type]!;
    const reviewer = reviewerIn(step);
    const isLast = !steps.slice(i + 1).some((later) => fieldOf(later, '__typename') === type && reviewerIn(later) === reviewer);
    const asCodeOwner = kind === 'review-asked' && isLast && reviewer !== undefined && owners.has(reviewer);
    const standing = {
      kind,
      where,
      at: momentIn(step, 'createdAt'),
      actor: accountIn({ actor: accountInRest(step, 'actor') }, 'actor', notes),
    };
    tellChangeStep({ ...standing, ...(asCodeOwner ? { asCodeOwner } : {}) }, inRest(step), notes);
  }
}

/** Whom a request or a step names: a login, or a team with a mark before it. */
function reviewerIn(shape: Shape): string | undefined {
  const reviewer = shapeIn(shape, 'requestedReviewer');
  const [login, slug] = [idIn(reviewer, 'login'), idIn(reviewer, 'slug')];
  return login?.toLowerCase() ?? (slug && `@${slug.toLowerCase()}`);
}

function inRest(step: Shape): Shape {
  const reviewer = shapeIn(step, 'requestedReviewer');
  return idIn(reviewer, 'login') === undefined ? { requested_team: reviewer } : { requested_reviewer: reviewer };
}
