import { observedShare } from '#core/chance/observed.ts';
import type { AreaRow } from '#core/scene/area-row.ts';
import type { Scene } from '#core/scene/scene.ts';
import { isHuman } from '#core/signals/people-of-areas.ts';
import { placeName, readingOf } from '#core/signals/reading.ts';
import { byArea, type HandledCase } from '#core/signals/share-readings.ts';
import type { Signal, SignalLimits, SignalReading } from '#core/signals/signal.ts';
import { isWithin, stretchOf } from '#core/signals/stretch.ts';
import type { Estimate } from '#core/terms/estimate.ts';
import type { Window } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import { endedIncidents } from './ended-by.ts';

/** A role is somebody's if the low end of their share of it is above this: more than everybody else's together. */
const HELD_ABOVE = 0.5;
/** Fewest cases on which a role is judged. */
const LEAST_CASES = 6;
/** More cases than any area has. */
const MANY_CASES = 1e9;
const ROLES = ['designs', 'ends incidents', 'faces customers', 'answers why'] as const;

/**
 * # One for all roles
 * What it says: the same person designs an area, ends its incidents, faces its customers and remembers why it is as it is.
 * Formula: number of these four roles that the same person holds. Designs: takes part in deciding its decision records; ends its incidents; ends
 *   its customer tickets; is the first to answer why in its threads. A role is held if the 95 % interval of the person's share lies above 50 %,
 *   on at least 6 cases. low = roles surely held, high = roles that the person could hold by the high end of the interval. Raised at more than
 *   two held for certain: “goal ≤ 2, each with a second”.
 * Reading: 3 or 4 = that person has become the system; 0 to 2 = roles are spread.
 * Source: essay D, “designs the system, debugs the edge cases, handles the customer pressure, and remembers all the undocumented decisions… They
 *   become the system” (R092).
 * Weakness: roles without enough cases are not judged and count as not held; answers that are given aloud are not seen.
 */
export const fourRoles: Signal = {
  id: 'four-roles',
  name: 'One for all roles',
  requirements: ['R092'],
  asks: 'Does the same person design an area, end its incidents, face its customers and remember why it is as it is?',
  needs: ['decisions', 'incidents', 'chat'],
  measures: 'roles, of four, that the same person surely holds',
  unit: 'roles',
  move: 'Give one of the roles a second person, beginning with the one that comes up most often.',
  personal: true,
  limits: { threshold: 2, least: 18, days: 365, risen: false },
  find: (scene, limits) => {
    const { window, before } = stretchOf(scene, fourRoles.needs, limits.days);
    return byArea(roleCases(scene).filter(({ at }) => isWithin(at, { from: before?.from ?? window.from, to: window.to }))).flatMap(
      ([area, cases]) => roleReading(scene, limits, { area, cases }),
    );
  },
};

interface RoleCase extends HandledCase {
  readonly by: PersonId;
  readonly role: (typeof ROLES)[number];
}

function roleReading(
  scene: Scene,
  limits: SignalLimits,
  { area, cases }: { readonly area: AreaRow; readonly cases: readonly RoleCase[] },
): readonly SignalReading[] {
  const stretch = stretchOf(scene, fourRoles.needs, limits.days);
  const now = cases.filter(({ at }) => isWithin(at, stretch.window));
  const most = mostRoles(now);
  if (most === null) return [];
  const { value, held, people, own } = most;
  const roles = held.length === 0 ? 'none' : held.join(', ');
  return [
    readingOf(
      { scene, stretch, limits },
      {
        spot: { area },
        value,
        n: now.length,
        baseline: stretch.before === null ? null : baselineOf(cases, stretch.before),
        sentence: `Roles in ${placeName(scene, { area })} that surely are the same person’s: ${roles}; judged on ${now.length} cases.`,
        evidence: own,
        concerns: people,
      },
    ),
  ];
}

function baselineOf(cases: readonly RoleCase[], before: Window): Estimate | null {
  return mostRoles(cases.filter(({ at }) => isWithin(at, before)))?.value ?? null;
}

interface Roles {
  /** More than one only if they did everything together. */
  readonly people: readonly PersonId[];
  readonly held: readonly string[];
  readonly value: Estimate;
  readonly own: readonly RoleCase[];
}

/** Of whoever surely holds most roles; among equals of whoever did most, then the latest, so that no name decides. */
function mostRoles(cases: readonly RoleCase[]): Roles | null {
  const byRole = ROLES.map((role) => ({ role, all: cases.filter((one) => one.role === role) }))
    .map((one) => ({ ...one, n: casesIn(one.all) }))
    .filter(({ n }) => n >= LEAST_CASES)
    .map((one) => ({ ...one, shareOf: sharesOf(one.n) }));
  const judged = byRole.flatMap(({ all }) => all);
  const people = Map.groupBy(judged, ({ by }) => by);
  const all = [...people].map(([person, own]) => rolesOf(person, own, byRole));
  const most = all.reduce((best, one) => Math.max(best, weightOf(one)), -1);
  const equal = all.filter((one) => weightOf(one) === most).map((one) => ({ ...one, key: latestOf(one) }));
  const latest = equal.reduce((best, { key }) => (key > best ? key : best), '');
  const meant = equal.filter(({ key }) => key === latest);
  return meant.length === 0 ? null : { ...meant[0]!, people: meant.flatMap((one) => one.people) };
}

/** Most people did few of them: the same share is asked for again and again. */
function sharesOf(n: number): (done: number) => Estimate {
  const known: (Estimate | undefined)[] = [];
  return (done) => (known[done] ??= observedShare(done, n));
}

interface RoleOfCases {
  readonly role: string;
  /** What part of its cases somebody did who did so many of them. */
  readonly shareOf: (done: number) => Estimate;
}

function rolesOf(person: PersonId, own: readonly RoleCase[], byRole: readonly RoleOfCases[]): Roles {
  const shares = byRole.map(({ role, shareOf }) => ({ role, share: shareOf(own.filter((one) => one.role === role).length) }));
  const held = shares.filter(({ share }) => share.low > HELD_ABOVE).map(({ role }) => role);
  const high = shares.filter(({ share }) => share.high > HELD_ABOVE).length;
  const value = shares.filter(({ share }) => share.value > HELD_ABOVE).length;
  return { people: [person], held, own, value: { value, low: held.length, high, level: 0.95, n: own.length } };
}

/** Several people can decide the same thing: it is one case. */
function casesIn(cases: readonly RoleCase[]): number {
  return new Set(cases.map(({ item }) => item)).size;
}

/** Roles surely held first, then those that seem to be, then how many cases. */
function weightOf({ held, value, own }: Roles): number {
  return (held.length * (ROLES.length + 1) + value.value) * MANY_CASES + own.length;
}

function latestOf({ own }: Roles): string {
  const told = own.map(({ at, item, role }) => `${at} ${item} ${role}`).toSorted();
  return told.toReversed().join(' ');
}

function roleCases(scene: Scene): readonly RoleCase[] {
  const designs = scene.decisions.flatMap(({ item, area, decidedAt, deciders }) =>
    decidedAt === null ? [] : [...new Set(deciders)].map((by) => ({ role: 'designs' as const, item, area, at: decidedAt, by })),
  );
  const ends = endedIncidents(scene).map(({ incident, at, by }) => ({
    role: 'ends incidents' as const,
    item: incident.item,
    area: incident.area,
    at,
    by,
  }));
  const faces = scene.tickets.flatMap(({ item, area, closedAt, endedBy: by }) =>
    closedAt === null || by === null ? [] : [{ role: 'faces customers' as const, item, area, at: closedAt, by }],
  );
  const answers = scene.threads.flatMap(({ item, area, why, at, answers: all, askedBy }) => {
    if (!why) return [];
    const first = firstOf(all.filter(({ person }) => person !== askedBy && isHuman(scene, person)));
    return first !== null ? [{ role: 'answers why' as const, item, area, at, by: first }] : [];
  });
  return [...designs, ...ends, ...faces, ...answers]
    .filter(({ by }) => isHuman(scene, by))
    .map((one) => ({ ...one, note: `the same person ${one.role}` }));
}

function firstOf(acts: readonly { readonly at: number; readonly person: PersonId }[]): PersonId | null {
  const first = Math.min(...acts.map(({ at }) => at));
  const people = new Set(acts.filter(({ at }) => at === first).map(({ person }) => person));
  return people.size === 1 ? [...people][0]! : null;
}
