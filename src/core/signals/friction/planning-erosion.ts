import { hoursAWeek, type WaitingCase } from './waiting-case.ts';
import { shareReading, type ShareTold } from '#core/signals/share-readings.ts';
import { memberships } from '#core/signals/spots/memberships.ts';
import type { Spot } from '#core/signals/reading.ts';
import { observedShare } from '#core/chance/observed.ts';
import type { Signal, SignalLimits, SignalReading } from '#core/signals/signal.ts';
import type { IncidentCase } from '#core/scene/incident-case.ts';
import { NO_SCENE_AREA } from '#core/scene/area-row.ts';
import type { Scene } from '#core/scene/scene.ts';
import { DAY, HOUR, type Moment, type Window } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';

/**
 * # Planning gives way to incidents
 * What it says: time set aside for planning and focus is lost to incidents.
 * Formula: hits ÷ n. n = planning and focus blocks of calendars beside an incident: an urgent one in which somebody who was to be there had a part, or,
 *   beside planning, which is the whole team's, one of the team's areas; opened between 24 hours before the planned start and the planned end. Hit = the block was moved or dropped, or somebody of
 *   it was at work in the incident during it. Hours lost = planned length of a block that was dropped or moved, else from the first act in it to its
 *   end. Raised when the low end passes 40 % (product's choice: one in five is broken
 *   where nothing gives way, because an incident lasts into the block) and the share of lost blocks that no incident was beside.
 * Reading: high = the plan of next week is paid to the trouble of today; low = planning holds, or is moved for other reasons.
 * Source: essay D, “planning time keeps getting consumed by delivery emergencies” (R113), “missing planning work because production issues keep
 *   interrupting” (R090).
 * Weakness: a calendar shows that a block was moved, not why; only the comparison with days without incidents says that they are the reason.
 */
export const planningErosion: Signal = {
  id: 'planning-erosion',
  name: 'Planning gives way to incidents',
  requirements: ['R113', 'R090'],
  asks: 'Is time set aside for planning and focus lost to incidents?',
  needs: ['calendar', 'incidents'],
  measures: 'planning and focus blocks lost beside an incident ÷ planning and focus blocks beside an incident',
  unit: 'share',
  move: 'Keep planning out of the hands of whoever is on call that week, and put what is urgent into windows.',
  personal: false,
  limits: { threshold: 0.4, least: 8, days: 180, risen: false },
  find: (scene, limits) => {
    const { needs } = planningErosion;
    const blocks = plannedTime(scene);
    const read = (spot: Spot, of: readonly PlannedCase[]): readonly SignalReading[] => {
      const others = lostOtherwise(scene, limits, of);
      const say = ({ place, shows, n, before, cases }: ShareTold): string =>
        `${shows} of ${n} planning and focus blocks of ${place} beside an incident were lost, ${hoursAWeek(cases, limits)} hours a week` +
        `${before}; of ${others.n} without one ${others.lost}.`;
      const provided = ({ shows, n }: ShareTold): boolean => others.n === 0 || observedShare(shows, n).low > others.lost / others.n;
      return shareReading(
        { scene, needs, limits, say, provided },
        spot,
        of.filter(({ beside }) => beside),
      );
    };
    return [...scene.teams.flatMap((_, team) => read({ team }, ofTeam(blocks, team))), ...read({}, blocks)];
  },
};

interface PlannedCase extends WaitingCase {
  /** Teams of whose it is. */
  readonly teams: readonly number[];
  /** An incident was beside it. */
  readonly beside: boolean;
}

function ofTeam(blocks: readonly PlannedCase[], team: number): readonly PlannedCase[] {
  return blocks.filter(({ teams }) => teams.includes(team));
}

/** Blocks of the window that no incident was beside, and how many of them were moved or dropped all the same. */
function lostOtherwise(
  { at }: Scene,
  { days }: SignalLimits,
  blocks: readonly PlannedCase[],
): { readonly n: number; readonly lost: number } {
  const others = blocks.filter((one) => !one.beside && one.at >= at - days * DAY && one.at < at);
  return { n: others.length, lost: others.filter(({ shows }) => shows).length };
}

function plannedTime(scene: Scene): readonly PlannedCase[] {
  const work = incidentWork(scene.incidents),
    ofTeams = incidentsOfTeams(scene),
    teamsOf = memberships(scene);
  return scene.blocks
    .filter(({ what }) => what === 'planning' || what === 'focus')
    .map((block) => {
      const planned = { from: block.plannedAt, to: block.plannedAt + (block.to - block.from) };
      const near = { from: planned.from - DAY, to: planned.to };
      const acts = [...new Set([block.person, ...block.takesPart])]
        .flatMap((person) => openedWithin(work.get(person), near))
        .filter(({ at }) => at < planned.to);
      const teams = teamsOf(block.person, block.plannedAt);
      const beside =
        acts.length > 0 || (block.what === 'planning' && teams.some((team) => openedWithin(ofTeams.get(team), near).length > 0));
      const during = acts.filter(({ at }) => at >= planned.from).map(({ at }) => at);
      const start = block.kept ? Math.min(planned.to, ...during) : planned.from;
      return {
        item: block.item,
        at: block.plannedAt,
        area: NO_SCENE_AREA,
        shows: start < planned.to,
        hours: (planned.to - start) / HOUR,
        note: block.kept ? 'broken by an incident' : 'moved or dropped beside an incident',
        concerns: [],
        teams,
        beside,
      };
    });
}

/** Urgent incidents of each team's areas, oldest first. */
function incidentsOfTeams({ incidents, areas }: Scene): ReadonlyMap<number, readonly IncidentCase[]> {
  const ofTeams = new Map<number, IncidentCase[]>();
  for (const incident of byOpening(incidents.filter(({ urgent }) => urgent)))
    for (const team of areas[incident.area]?.teams ?? []) add(ofTeams, team, incident);
  return ofTeams;
}

interface Act {
  readonly at: Moment;
  readonly openedAt: Moment;
}

/** What people did in urgent incidents, and when they were called to them; in the order in which those were opened. */
function incidentWork(incidents: readonly IncidentCase[]): ReadonlyMap<PersonId, readonly Act[]> {
  const work = new Map<PersonId, Act[]>();
  for (const { urgent, openedAt, paged, acknowledgedBy, calledIn, acted, resolvedBy, resolvedAt } of byOpening(incidents)) {
    if (!urgent) continue;
    const ended = resolvedBy === null || resolvedAt === null ? [] : [{ at: resolvedAt, person: resolvedBy }];
    for (const { at, person } of [...paged, ...acknowledgedBy, ...calledIn, ...acted, ...ended]) add(work, person, { at, openedAt });
  }
  return work;
}

function byOpening(incidents: readonly IncidentCase[]): readonly IncidentCase[] {
  return incidents.toSorted((a, b) => a.openedAt - b.openedAt);
}

function add<Key, One>(lists: Map<Key, One[]>, key: Key, one: One): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [one]);
  else known.push(one);
}

/** Of what is in the order of opening, what was opened within a window. */
function openedWithin<One extends { readonly openedAt: Moment }>(sorted: readonly One[] | undefined, { from, to }: Window): readonly One[] {
  if (sorted === undefined) return [];
  let low = 0,
    high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.openedAt < from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < sorted.length && sorted[end]!.openedAt < to) end++;
  return sorted.slice(low, end);
}
