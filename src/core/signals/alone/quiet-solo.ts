import { importantChanges } from '#core/signals/important.ts';
import { isHuman } from '#core/signals/people-of-areas.ts';
import { sessionsOfTwo } from '#core/signals/sessions-of-two.ts';
import { type CountedCase, shareReadings, type ShareTold } from '#core/signals/share-readings.ts';
import type { Signal } from '#core/signals/signal.ts';
import { type WorkingDays, workingDays } from '#core/signals/working-days.ts';
import { NO_SCENE_AREA } from '#core/scene/area-row.ts';
import type { ChangeCase } from '#core/scene/change-case.ts';
import type { Scene } from '#core/scene/scene.ts';
import type { IssueCase } from '#core/scene/talk-cases.ts';
import type { Moment } from '#core/terms/moment.ts';

/** The essays’ “a few days”: working days without a trace of the one who holds it. */
const SILENT_DAYS = 3;

/**
 * # Quiet solo episodes
 * What it says: important work disappears for days and comes back finished, seen by nobody else on the way.
 * Formula: hits ÷ n. n = important changes (an area of the highest tier, or an issue marked important or unclear) whose beginning is known: the
 *   first commit of the branch, or the day its author took the issue. Hit = at least 3 whole working days without a trace of its author on the
 *   change or its issue (their weekdays, without absences and holidays of the place), and no other human left one before it was ready. Raised
 *   when the low end passes 30 %: about one in three is a habit, not an exception (product's choice); over half a year, because in a quarter
 *   few areas have eight such changes.
 * Reading: high = others first hear of important work when it is done; low = it is shared on the way. Work of many days that others saw is hard
 *   and shared, and counts as good.
 * Source: essay A, “goes quiet… disappear into the code for a few days… "Fixed it." PR” (R001); hard work stays welcome (R019).
 * Weakness: what was said aloud or in direct messages leaves no trace; where neither branch nor issue tells the beginning, a change is not counted.
 */
export const quietSolo: Signal = {
  id: 'quiet-solo',
  name: 'Important work goes quiet',
  requirements: ['R001', 'R019'],
  asks: 'Does important work disappear for days and come back finished?',
  needs: ['changes'],
  measures: 'important changes that nobody else saw for three working days or more before they were ready ÷ important changes',
  unit: 'share',
  move: 'Open the change as a draft on the first day with what is known and unknown; half-baked notes are welcome.',
  personal: true,
  limits: { threshold: 0.3, least: 8, days: 180, risen: false },
  find: (scene, limits) => shareReadings({ scene, needs: quietSolo.needs, limits, say }, quietSoloCases(scene)),
};

function say({ shows, n, place, before, cases }: ShareTold<SoloCase>): string {
  const shared = cases.filter(({ hard, shows: quiet }) => hard && !quiet).length;
  return `${shows} of ${n} important changes in ${place} were out of sight for ${SILENT_DAYS} working days or more and came back finished; ${shared} were hard and shared${before}.`;
}

interface SoloCase extends CountedCase {
  /** It took three working days or more. */
  readonly hard: boolean;
}

function quietSoloCases(scene: Scene): readonly SoloCase[] {
  const issues = Map.groupBy(scene.issues, ({ byChange }) => byChange);
  const together = sessionsOfTwo(scene);
  const calendar = workingDays(scene);
  return importantChanges(scene).flatMap((change) =>
    soloCase(scene, { change, issues: issues.get(change.item) ?? [], together, calendar }),
  );
}

function soloCase(scene: Scene, work: SoloWork): readonly SoloCase[] {
  const { change, issues, calendar } = work;
  const { item, author, mergedAt, readyAt, openedAt } = change;
  const begins = beginnings(change, issues);
  if (mergedAt === null || begins.length === 0 || !isHuman(scene, author)) return [];
  const from = Math.min(...begins);
  const own = issues.flatMap(({ traces, holders }) => [...traces, ...holders].flatMap(({ person, at }) => (person === author ? [at] : [])));
  const seen = [from, ...own.filter((at) => at > from && at < openedAt), openedAt].toSorted((a, b) => a - b);
  const silent = Math.max(...seen.slice(1).map((at, i) => calendar.between(author, seen[i]!, at)));
  const shows = silent >= SILENT_DAYS && !seenByOthers(scene, work, from);
  return [
    {
      item,
      at: mergedAt,
      area: change.areas[0] ?? NO_SCENE_AREA,
      shows,
      hard: calendar.between(author, from, readyAt) >= SILENT_DAYS,
      note: `${silent} working days without a trace, and nobody else before it was ready`,
      concerns: [author],
    },
  ];
}

interface SoloWork {
  readonly change: ChangeCase;
  readonly issues: readonly IssueCase[];
  readonly together: ReturnType<typeof sessionsOfTwo>;
  readonly calendar: WorkingDays;
}

/** When the work began, as far as anything says: its first commit, its author taking the issue, or a draft that everybody can see. */
function beginnings({ author, firstCommitAt, openedAt, readyAt }: ChangeCase, issues: readonly IssueCase[]): readonly Moment[] {
  const taken = issues.flatMap(({ holders }) => holders.flatMap(({ person, at }) => (person === author && at <= readyAt ? [at] : [])));
  return [...taken, ...(firstCommitAt === null ? [] : [firstCommitAt]), ...(openedAt < readyAt ? [openedAt] : [])];
}

function seenByOthers(scene: Scene, { change, issues, together }: SoloWork, from: Moment): boolean {
  const { author, readyAt, others, reviews } = change;
  const theirs = [...others, ...reviews, ...issues.flatMap(({ traces }) => traces)];
  const seen = theirs.some(({ person, at }) => person !== author && isHuman(scene, person) && at >= from && at < readyAt);
  return seen || together(author, { from, to: readyAt });
}
