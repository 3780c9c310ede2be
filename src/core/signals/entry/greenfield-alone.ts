import type { Scene } from '#core/scene/scene.ts';
import { WORK_FLAG } from '#core/scene/scene.ts';
import { onlyWrote, writtenBy } from '#core/signals/spots/written-by.ts';
import { type HandledCase, sameHandsReadings, type ShareTold } from '#core/signals/share-readings.ts';
import type { Signal } from '#core/signals/signal.ts';
import { DAY } from '#core/terms/moment.ts';

/** An area is new for half a year. */
const NEW_DAYS = 180;

/**
 * # New area, one author
 * What it says: a new part of the system is being made by one person alone.
 * Formula: hits ÷ n per area whose first commit is less than 180 days old. n = commits of people and agents,
 *   without those that only wrote documents (a new folder of decision records is no new part of the system). Hit = by the person who made most of them,
 *   not written together with somebody and not part of a change that somebody else reviewed with substance (of commits that no connected forge
 *   knows: that git names no reviewer of, by trailer, merge or committer; what a machine of a review tool landed for somebody is left out, because
 *   nobody can say who looked there). Raised when the low end passes 80 %.
 * Reading: high = whatever is decided now, one person will remember; a second one costs least at the start. Low = it is made by several.
 * Source: essay D, “predictable moment in fast-growing teams… critical system needs to be invented, not just maintained” (R089, third of three
 *   conditions).
 * Weakness: code that was moved there looks new; talk at a whiteboard is not seen; an experiment that is thrown away next month is no loss.
 */
export const greenfieldAlone: Signal = {
  id: 'greenfield-alone',
  name: 'New area, one author',
  requirements: ['R089'],
  asks: 'Is a new part of the system being made by one person alone?',
  needs: ['git'],
  measures: 'commits of the one who made most, that nobody else is seen in ÷ commits to a new area',
  unit: 'share',
  move: 'Let a second person write the next part with the first one, while there is little to learn.',
  personal: true,
  limits: { threshold: 0.8, least: 12, days: NEW_DAYS, risen: false },
  find: (scene, limits) => {
    const { needs } = greenfieldAlone;
    const say = ({ place, shows, n }: ShareTold): string =>
      `A new area, ${place}: one person made ${shows} of the ${n} changes to it, and nobody else is seen in them.`;
    return sameHandsReadings({ scene, needs, limits, say }, newWork(scene));
  },
};

/** Landed by the machine of a review tool that is not connected: whoever looked there is not told. */
const UNKNOWN = WORK_FLAG.landedByMachine | WORK_FLAG.reviewed | WORK_FLAG.shared;

function newWork(scene: Scene): readonly HandledCase[] {
  const { work, areas, people, at: now } = scene;
  const fresh = areas.map(({ bornAt }) => bornAt !== null && bornAt >= now - NEW_DAYS * DAY);
  const [reviewed, written] = [reviewedCommits(scene), writtenBy(scene)];
  const cases: HandledCase[] = [];
  for (let row = 0; row < work.count; row++) {
    const area = work.area[row]!,
      person = work.person[row]!;
    if (!fresh[area] || people[person]!.kind === 'bot' || onlyWrote(scene, written, row)) continue;
    const item = work.hashOf(work.commit[row]!);
    if (!reviewed.has(item) && (work.flags[row]! & UNKNOWN) === WORK_FLAG.landedByMachine) continue;
    const together = (work.flags[row]! & WORK_FLAG.shared) !== 0 || (reviewed.get(item) ?? (work.flags[row]! & WORK_FLAG.reviewed) !== 0);
    cases.push({
      item,
      at: work.at[row]!,
      area,
      by: together || people[person]!.kind !== 'human' ? null : person,
      note: together ? 'somebody else took part' : 'by one alone',
    });
  }
  return cases;
}

/** Of commits whose change is known, whether somebody other than its author reviewed it with substance. */
function reviewedCommits({ changes }: Scene): ReadonlyMap<string, boolean> {
  const reviewed = new Map<string, boolean>();
  for (const { commit, author, reviews } of changes)
    if (commit !== null)
      reviewed.set(
        commit,
        reviews.some(({ substance, person }) => substance && person !== author),
      );
  return reviewed;
}
