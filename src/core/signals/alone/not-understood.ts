import { isHuman } from '#core/signals/people-of-areas.ts';
import { type CountedCase, shareReadings, type ShareTold } from '#core/signals/share-readings.ts';
import type { Signal } from '#core/signals/signal.ts';
import { type Scene, WORK_FLAG } from '#core/scene/scene.ts';
import type { Moment } from '#core/terms/moment.ts';

/** After so many later acts of people who worked there without an agent, what an agent wrote counts as met by people. */
const LEAST_ACTS = 3;

/**
 * # Written by agents, shown to be understood by nobody
 * What it says: an area is mostly written by AI agents, and no person has since shown to understand it.
 * Formula: hits ÷ n. n = commits of people and agents in an area (automations such as dependency updates are left out). Hit = a commit by an
 *   agent, as its trailers or its account say, that no person reviewed, and after which people did fewer than 3 things there without an agent: a
 *   commit that was neither written nor assisted by one, a review with substance, an incident ended. Raised when the low end passes 50 %.
 * Reading: high = the agent is the only one who carries the area, and it answers to nobody; low = people work with what agents write.
 * Source: essay B, “heroism is cheap… looks credible” (R022) and “Everyone can feel like a hero with AI today” (R042).
 * Weakness: only what is marked counts, style is never guessed at; three small acts of people clear what was written before them.
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
  limits: { threshold: 0.5, least: 8, days: 180, risen: false },
  find: (scene, limits) => shareReadings({ scene, needs: notUnderstood.needs, limits, say }, agentCases(scene)),
};

function say({ shows, n, place, before }: ShareTold): string {
  return `${shows} of ${n} commits in ${place} were written by agents, and nobody has shown to understand them since${before}.`;
}

function agentCases(scene: Scene): readonly CountedCase[] {
  const { count, at, person, area, flags, commit, hashOf } = scene.work;
  const metAfter = metByPeopleAfter(scene);
  const cases: CountedCase[] = [];
  for (let row = 0; row < count; row++) {
    const kind = scene.people[person[row]!]?.kind;
    const agent = kind === 'agent' || (flags[row]! & WORK_FLAG.agent) !== 0;
    if (kind === 'bot' && !agent) continue;
    const shows = agent && (flags[row]! & WORK_FLAG.reviewed) === 0 && !metAfter(area[row]!, at[row]!);
    cases.push({
      item: hashOf(commit[row]!),
      at: at[row]!,
      area: area[row]!,
      shows,
      note: 'written by an agent, not met by people since',
      concerns: [],
    });
  }
  return cases;
}

/** Whether people did enough in an area after a moment without an agent. */
function metByPeopleAfter(scene: Scene): (area: number, at: Moment) => boolean {
  const acts: Moment[][] = scene.areas.map(() => []);
  const { count, at, person, area, flags } = scene.work;
  for (let row = 0; row < count; row++)
    if ((flags[row]! & (WORK_FLAG.agent | WORK_FLAG.assisted)) === 0 && isHuman(scene, person[row]!)) acts[area[row]!]?.push(at[row]!);
  for (const { areas, reviews } of scene.changes)
    for (const review of reviews)
      if (review.substance && isHuman(scene, review.person)) for (const one of areas) acts[one]?.push(review.at);
  for (const incident of scene.incidents)
    if (incident.resolvedAt !== null && isHuman(scene, incident.resolvedBy)) acts[incident.area]?.push(incident.resolvedAt);
  const enough = acts.map((own) => own.toSorted((a, b) => b - a)[LEAST_ACTS - 1] ?? -Infinity);
  return (one, moment) => (enough[one] ?? Infinity) > moment;
}
