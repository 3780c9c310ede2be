import { oncePerScene } from '#core/scene/once-per-scene.ts';
import type { AreaRow } from '#core/scene/area-row.ts';
import type { Scene } from '#core/scene/scene.ts';
import type { DecisionCase, IssueCase } from '#core/scene/talk-cases.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';

/** Something that somebody put up to be decided: a decision record, or an issue that is labelled as such. */
export interface Proposal {
  readonly item: string;
  readonly area: AreaRow;
  readonly at: Moment;
  readonly settledAt: Moment | null;
  readonly by: PersonId | null;
  readonly deciders: readonly PersonId[];
  readonly accepted: boolean;
}

const LABEL = /^(?:.*[:/ ])?(?:rfc|proposal|decision|design|adr)(?:[:/ ].*)?$/i;
const REFUSED = /reject|declin|withdrawn|abandon/i;

/** Oldest first. */
export const proposals = oncePerScene(({ decisions, issues }: Scene): readonly Proposal[] => {
  const proposing = new Set([...new Set(issues.flatMap(({ labels }) => labels))].filter((label) => LABEL.test(label)));
  const proposed = issues.filter(({ labels }) => labels.some((label) => proposing.has(label)));
  return [...decisions.flatMap(ofDecision), ...proposed.map(ofIssue)].sort((a, b) => a.at - b.at || (a.item < b.item ? -1 : 1));
});

function ofDecision({ item, area, proposedAt, decidedAt, proposedBy, deciders, status }: DecisionCase): readonly Proposal[] {
  const at = proposedAt ?? decidedAt;
  if (at === null) return [];
  const accepted = decidedAt !== null && !REFUSED.test(status);
  return [{ item, area, at, settledAt: decidedAt, by: proposedBy, deciders, accepted }];
}

/** Whoever closes their own proposal takes it back, and decides nothing. */
function ofIssue({ item, area, openedAt, openedBy, closedAt, closedBy, byChange }: IssueCase): Proposal {
  const deciders = closedBy === null || closedBy === openedBy ? [] : [closedBy];
  return { item, area, at: openedAt, settledAt: closedAt, by: openedBy, deciders, accepted: byChange !== null };
}
