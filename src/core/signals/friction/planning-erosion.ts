import { hoursAWeek, type WaitingCase } from './waiting-case.ts';
import { shareReading, type ShareTold } from '#core/signals/share-readings.ts';
import type { Signal } from '#core/signals/signal.ts';
import type { IncidentCase } from '#core/scene/incident-case.ts';
import { NO_SCENE_AREA } from '#core/scene/area-row.ts';
import type { Scene, SceneTeam } from '#core/scene/scene.ts';
import { DAY, HOUR, type Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';

/**
 * # Planning gives way to incidents
 * What it says: time set aside for planning and focus is lost to incidents.
 * Formula: hits ÷ n. n = planning and focus blocks of calendars. Hit = somebody who was to be there had to do with an urgent incident between 24 hours
 *   before its planned start and its planned end, and the block was moved or dropped, or they were at work in the incident during it. Hours lost =
 *   planned length of a block that was dropped or moved, else from the first act in it to its end. Raised when the low end passes 25 %.
 * Reading: high = the plan of next week is paid to the trouble of today; low = planning holds, or is moved for other reasons.
 * Source: essay D, “planning time keeps getting consumed by delivery emergencies” (R113), “missing planning work because production issues keep
 *   interrupting” (R090).
 * Weakness: a calendar shows that a block was moved, not why: an incident that somebody worked in close by is taken to be the reason.
 */
export const planningErosion: Signal = {
  id: 'planning-erosion',
  name: 'Planning gives way to incidents',
  requirements: ['R113', 'R090'],
  asks: 'Is time set aside for planning and focus lost to incidents?',
  needs: ['calendar', 'incidents'],
  measures: 'planning and focus blocks lost to incidents ÷ planning and focus blocks',
  unit: 'share',
  move: 'Keep planning out of the hands of whoever is on call that week, and put what is urgent into windows.',
  personal: false,
  limits: { threshold: 0.25, least: 8, days: 28, risen: false },
  find: (scene, limits) => {
    const { needs } = planningErosion;
    const blocks = plannedTime(scene);
    const say = ({ place, shows, n, before, cases }: ShareTold): string =>
      `${shows} of ${n} planning and focus blocks of ${place} were lost to incidents, ${hoursAWeek(cases, limits)} hours a week${before}.`;
    const question = { scene, needs, limits, say };
    const teams = scene.teams.flatMap((one, team) => shareReading(question, { team }, blocks.filter(isOf(one))));
    return [...teams, ...shareReading(question, {}, blocks)];
  },
};

function plannedTime(scene: Scene): readonly PlannedCase[] {
  const work = incidentWork(scene.incidents);
  return scene.blocks
    .filter(({ what }) => what === 'planning' || what === 'focus')
    .map((block) => {
      const planned = { from: block.plannedAt, to: block.plannedAt + (block.to - block.from) };
      const acts = [block.person, ...block.takesPart].flatMap((person) =>
        (work.get(person) ?? []).filter(({ at, openedAt }) => openedAt >= planned.from - DAY && openedAt < planned.to && at < planned.to),
      );
      const during = acts.filter(({ at }) => at >= planned.from).map(({ at }) => at);
      const start = !block.kept && acts.length > 0 ? planned.from : Math.min(planned.to, ...during);
      return {
        item: block.item,
        at: block.plannedAt,
        area: NO_SCENE_AREA,
        shows: start < planned.to,
        hours: (planned.to - start) / HOUR,
        note: block.kept ? 'broken by an incident' : 'moved or dropped beside an incident',
        person: block.person,
        concerns: [],
      };
    });
}

interface PlannedCase extends WaitingCase {
  readonly person: PersonId;
}

function isOf({ members }: SceneTeam): (one: PlannedCase) => boolean {
  const known = Map.groupBy(members, ({ person }) => person);
  return ({ person, at }) => (known.get(person) ?? []).some(({ from, to }) => from <= at && at < to);
}

interface Act {
  readonly at: Moment;
  readonly openedAt: Moment;
}

/** What people did in urgent incidents, and when they were called to them. */
function incidentWork(incidents: readonly IncidentCase[]): ReadonlyMap<PersonId, readonly Act[]> {
  const work = new Map<PersonId, Act[]>();
  for (const { urgent, openedAt, paged, acknowledgedBy, calledIn, acted, resolvedBy, resolvedAt } of incidents) {
    if (!urgent) continue;
    const ended = resolvedBy === null || resolvedAt === null ? [] : [{ at: resolvedAt, person: resolvedBy }];
    for (const { at, person } of [...paged, ...acknowledgedBy, ...calledIn, ...acted, ...ended]) {
      const of = work.get(person);
      if (of === undefined) work.set(person, [{ at, openedAt }]);
      else of.push({ at, openedAt });
    }
  }
  return work;
}
