import { handsInAreasAndWhole } from '#core/signals/spots/areas-and-whole.ts';
import { isHuman } from '#core/signals/people-of-areas.ts';
import type { HandledCase, ShareTold } from '#core/signals/share-readings.ts';
import type { Signal } from '#core/signals/signal.ts';
import type { Scene } from '#core/scene/scene.ts';
import type { IssueCase } from '#core/scene/talk-cases.ts';
import type { PersonId } from '#core/terms/person.ts';

/**
 * # Unclear problems go to one
 * What it says: problems that nobody yet understands go to the same person by default.
 * Formula: hits ÷ n. n = issues that are unclear (labelled spike, investigate, question, flaky, or reopened without a cause) and that somebody
 *   took: the first human who held it, or who closed it if nobody held it. Hit = taken by whoever took most of them. Routine issues are not in
 *   it, so that fifty of them cannot hide where the few unclear ones go. Raised when the low end passes 60 % (product's choice: in a
 *   healthy invented company one person took up to half of the few). They are few: in half a year most areas have too few to say anything, so a year is looked at.
 * Reading: high = one person is the default for whatever is vague; low = several take such problems.
 * Source: essay A, “something is vague and nobody fully understands the problem yet… default for every scary, ambiguous problem” (R002).
 * Weakness: teams that label nothing as unclear show nothing; who was asked in passing before the issue was taken is not seen.
 */
export const unclearDefault: Signal = {
  id: 'unclear-default',
  name: 'Unclear problems go to one',
  requirements: ['R002'],
  asks: 'Do problems that nobody yet understands go to the same person?',
  needs: ['issues'],
  measures: 'unclear problems first taken by the person who took most of them ÷ unclear problems that somebody took',
  unit: 'share',
  move: 'Write down what is known, unknown and next before anybody takes it, and let somebody else take the first step.',
  personal: true,
  limits: { threshold: 0.6, least: 8, days: 365, risen: false },
  find: (scene, limits) => handsInAreasAndWhole({ scene, needs: unclearDefault.needs, limits, say }, unclearCases(scene)),
};

function say({ shows, n, place, before }: ShareTold): string {
  return `${shows} of ${n} unclear problems in ${place} were first taken by the same person${before}.`;
}

function unclearCases(scene: Scene): readonly HandledCase[] {
  return scene.issues
    .filter(({ unclear }) => unclear)
    .flatMap((issue) => {
      const by = firstTaker(scene, issue);
      return by === null
        ? []
        : [{ item: issue.item, at: issue.openedAt, area: issue.area, by, note: 'unclear, and taken by the same person' }];
    });
}

function firstTaker(scene: Scene, { holders, closedBy }: IssueCase): PersonId | null {
  const human = holders.filter(({ person }) => isHuman(scene, person));
  const first = Math.min(...human.map(({ at }) => at));
  const takers = new Set(human.filter(({ at }) => at === first).map(({ person }) => person));
  if (takers.size === 1) return [...takers][0]!;
  return takers.size === 0 && isHuman(scene, closedBy) ? closedBy : null;
}
