import { isHuman } from '#core/signals/people-of-areas.ts';
import { type CountedCase, shareReadings, type ShareTold } from '#core/signals/share-readings.ts';
import type { Signal } from '#core/signals/signal.ts';
import type { ChangeCase } from '#core/scene/change-case.ts';
import { type Scene, WORK_FLAG } from '#core/scene/scene.ts';
import type { Moment } from '#core/terms/moment.ts';

/**
 * # Written by agents, shown to be understood by nobody
 * What it says: an area is mostly written by AI agents, and no person has since shown to understand it.
 * Formula: hits ÷ n. n = commits of people and agents in an area (automations such as dependency updates are left out). Hit = a commit by an
 *   agent, as its trailers or its account say, that no person reviewed with substance and no person has met since. Each later thing that people did there without
 *   an agent meets one: a commit that was neither written nor assisted by one, a review with substance, an incident ended. Raised when the low end
 *   passes 30 % (product's choice).
 * Reading: high = the agent is the only one who carries the area, and it answers to nobody; low = people work with what agents write.
 * Source: essay B, “heroism is cheap… looks credible” (R022) and “Everyone can feel like a hero with AI today” (R042).
 * Weakness: only what is marked counts, style is never guessed at; a small act of people meets as much as a large one, wherever in the area it is.
 */
export const notUnderstood: Signal = {
  id: 'not-understood',
  name: 'Written by agents, understood by nobody yet',
  requirements: ['R022', 'R042'],
  asks: 'Is an area mostly written by agents, with nobody who has since worked there without one?',
  needs: ['git'],
  measures: 'commits by agents that nobody reviewed, followed up or worked on since ÷ commits by people and agents',
  unit: 'share',
  move: 'Let a person explain, predict or repair a part of it without the agent, and somebody else listen.',
  personal: false,
  limits: { threshold: 0.3, least: 8, days: 180, risen: false },
  find: (scene, limits) => shareReadings({ scene, needs: notUnderstood.needs, limits, say }, agentCases(scene)),
};

function say({ shows, n, place, before }: ShareTold): string {
  return `${shows} of ${n} commits in ${place} were written by agents, and nobody has shown to understand them since${before}.`;
}

function agentCases(scene: Scene): readonly CountedCase[] {
  const { count, at, person, area, flags, commit, hashOf } = scene.work;
  const met = metByPeople(scene);
  const weighed = weighedByPeople(scene);
  const cases: CountedCase[] = [];
  for (let row = 0; row < count; row++) {
    const agent = isAgents(scene, row);
    if (scene.people[person[row]!]?.kind === 'bot' && !agent) continue;
    const item = hashOf(commit[row]!);
    const isReviewed = (): boolean => weighed.get(item) ?? (flags[row]! & WORK_FLAG.reviewed) !== 0;
    const shows = agent && !met.has(row) && !isReviewed();
    cases.push({
      item,
      at: at[row]!,
      area: area[row]!,
      shows,
      note: 'written by an agent, not met by people since',
      concerns: [],
    });
  }
  return cases;
}

/** Of commits whose change is known, whether a person reviewed it with substance: a nod is no understanding. */
function weighedByPeople(scene: Scene): ReadonlyMap<string, boolean> {
  const isWeighed = (reviews: ChangeCase['reviews']): boolean =>
    reviews.some(({ substance, person }) => substance && isHuman(scene, person));
  const weighed = new Map<string, boolean>();
  for (const { commit, reviews } of scene.changes) if (commit !== null) weighed.set(commit, isWeighed(reviews));
  return weighed;
}

function isAgents({ work, people }: Scene, row: number): boolean {
  return people[work.person[row]!]?.kind === 'agent' || (work.flags[row]! & WORK_FLAG.agent) !== 0;
}

/** Rows of agents that people have met: backwards in time, each act of people meets the next one before it that nobody has met. */
function metByPeople(scene: Scene): ReadonlySet<number> {
  const acts = actsOfPeople(scene).map((own) => own.toSorted((a, b) => a - b));
  const free = acts.map(() => 0);
  const met = new Set<number>();
  for (let row = scene.work.count - 1; row >= 0; row--) {
    const area = scene.work.area[row]!;
    const own = acts[area];
    if (own === undefined || !isAgents(scene, row)) continue;
    while (own.length > 0 && own.at(-1)! > scene.work.at[row]!) {
      own.pop();
      free[area]!++;
    }
    if (free[area] === 0) continue;
    free[area]!--;
    met.add(row);
  }
  return met;
}

/** By area in which agents wrote anything, when people did something there without an agent. */
function actsOfPeople(scene: Scene): readonly Moment[][] {
  const acts: Moment[][] = scene.areas.map(() => []);
  const { count, at, person, area, flags } = scene.work;
  const isMet = new Set(Array.from({ length: count }, (_, row) => row).flatMap((row) => (isAgents(scene, row) ? [area[row]!] : [])));
  const add = (one: number, when: Moment): void => void (isMet.has(one) && acts[one]?.push(when));
  if (isMet.size === 0) return acts;
  for (let row = 0; row < count; row++)
    if ((flags[row]! & (WORK_FLAG.agent | WORK_FLAG.assisted)) === 0 && isHuman(scene, person[row]!)) add(area[row]!, at[row]!);
  for (const { areas, reviews } of scene.changes)
    for (const review of reviews) if (review.substance && isHuman(scene, review.person)) for (const one of areas) add(one, review.at);
  for (const incident of scene.incidents)
    if (incident.resolvedAt !== null && isHuman(scene, incident.resolvedBy)) add(incident.area, incident.resolvedAt);
  return acts;
}
