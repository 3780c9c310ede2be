import { type AreaRow, NO_SCENE_AREA } from '#core/scene/area-row.ts';
import type { IncidentCase } from '#core/scene/incident-case.ts';
import type { Scene } from '#core/scene/scene.ts';
import type { SignalEvidence } from '#core/signals/signal.ts';
import type { Window } from '#core/terms/moment.ts';
import { counted, isIn, isKnown, type SystemView, viewWindow } from './system-view.ts';

export interface LegibilityRow {
  /** Null: nothing says which area. */
  readonly area: string | null;
  /** Of them the same confusion once more. */
  readonly cameBack: number;
  readonly confusions: readonly SignalEvidence[];
}

/**
 * # What cannot be read from the system
 * What it says: what confused people about each area, and what of it came back.
 * Formula: a row for each area with the confusions of the last 180 days: incidents that ended without a known cause, questions why that were answered
 *   without anything written or not at all, and runbooks that failed when somebody followed them. Came back: such an incident that resembles an
 *   earlier one of them (same fingerprint or key).
 * Reading: each row is a place where the system does not explain itself: a sign to put up, a dashboard, a decision record. What comes back first.
 * Source: essay C, “How do we make the system's behavior more legible to everyone?” (R073).
 * Weakness: whoever is confused and asks nobody is not seen; a cause that was found later and not written down counts as unknown.
 */
export function legibility(scene: Scene): SystemView<LegibilityRow> {
  const window = viewWindow(scene);
  const found = [...unexplained(scene, window), ...askedWhy(scene, window), ...failedRunbooks(scene, window)];
  const rows = [...Map.groupBy(found, ({ area }) => area)]
    .toSorted(([a], [b]) => a - b)
    .map(([area, of]) => ({
      area: area === NO_SCENE_AREA ? null : scene.areas[area]!.id,
      cameBack: of.filter(({ again }) => again).length,
      confusions: of.map(({ item, at, note }) => ({ item, at, note })).toSorted((a, b) => a.at - b.at || (a.item < b.item ? -1 : 1)),
    }));
  const again = rows.reduce((sum, { cameBack }) => sum + cameBack, 0);
  const needs = (['incidents', 'chat', 'documents'] as const).filter((family) => !isKnown(scene, family));
  return {
    window,
    rows,
    sentence: `${counted(found.length, 'confusion')} in ${counted(rows.length, 'place')}; ${again} of them had come before.`,
    notJudged: needs.map((family) => `confusions that ${family} would show: nothing is connected that tells of them`),
  };
}

interface Confusion extends SignalEvidence {
  readonly area: AreaRow;
  readonly again: boolean;
}

function unexplained({ incidents }: Scene, window: Window): readonly Confusion[] {
  const known = new Set<string>();
  return incidents
    .filter((one) => one.resolvedAt !== null && one.resolvedAt <= window.to && isUnexplained(one))
    .toSorted((a, b) => a.openedAt - b.openedAt || (a.item < b.item ? -1 : 1))
    .flatMap(({ item, area, openedAt, likeness }) => {
      const again = likeness !== null && known.has(likeness);
      if (likeness !== null) known.add(likeness);
      return isIn(openedAt, window) ? [{ item, area, at: openedAt, note: 'ended, cause not known', again }] : [];
    });
}

/** Said so, or made to go away without saying why. */
function isUnexplained({ cause, how, auto }: IncidentCase): boolean {
  return !auto && (cause === false || (cause === null && (how === 'restart' || how === 'rollback')));
}

function askedWhy({ threads }: Scene, window: Window): readonly Confusion[] {
  return threads
    .filter(({ why, at, answers }) => why && isIn(at, window) && !answers.some(({ link }) => link))
    .map(({ item, area, at, answers }) => ({
      item,
      area,
      at,
      note: answers.length === 0 ? 'asked why, not answered' : 'asked why, answered by word of mouth',
      again: false,
    }));
}

function failedRunbooks({ documents }: Scene, window: Window): readonly Confusion[] {
  return documents.flatMap(({ item, area, rehearsals }) =>
    rehearsals
      .filter(({ at, worked }) => worked === false && isIn(at, window))
      .map(({ at }) => ({ item, area, at, note: 'followed, and did not work', again: false })),
  );
}
