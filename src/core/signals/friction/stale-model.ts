import { type CountedCase, shareReadings, type ShareTold } from '#core/signals/share-readings.ts';
import type { Signal } from '#core/signals/signal.ts';
import { type Scene, WORK_FLAG } from '#core/scene/scene.ts';
import { DAY, type Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';

/** An idea of how something works that is older than this, in an area that changes, is out of date. Days. */
const STALE_DAYS = 30;
/** Older commits are in no window and no baseline. */
const BEFORE_DAYS = 365;

/**
 * # Changed while nobody who knows it looked
 * What it says: an area keeps changing while those who know it have not been in touch with it.
 * Formula: hits ÷ n. n = commits to the area by people and agents. Hit = none of those who know the area wrote it, and the last contact of any
 *   of them (commit, review, merge, comment, incident, answer, decision there) was more than 30 days before it. Areas that nobody knows are left
 *   out: there is no idea of them that could grow old. Where no forge is connected, a commit by somebody else counts only if its message names who
 *   reviewed it (trailer): of the others nobody can say who looked. Whoever merged it or took it in is in touch by that, and need not have been the only one who looked. Raised when the low end passes 50 %.
 * Reading: high = those who are asked about it answer from memory of another system; it is shown to them first, as a reason to hand over or to
 *   catch up. Low = those who know it see what changes.
 * Source: essay C, “overwhelmed trying to maintain their mental models as systems grow” (R052).
 * Weakness: reading leaves no trace, so somebody may have followed every change; hours online are never looked at.
 */
export const staleModel: Signal = {
  id: 'stale-model',
  name: 'Changed while nobody who knows it looked',
  requirements: ['R052'],
  asks: 'Do areas change while those who know them have not been in touch with them?',
  needs: ['git'],
  measures: 'commits that came when the last contact of anybody who knows the area was more than 30 days old ÷ commits to the area',
  unit: 'share',
  move: 'Hand the area over to those who change it now, or set time aside to catch up.',
  personal: true,
  limits: { threshold: 0.5, least: 12, days: 90, risen: false },
  find: (scene, limits) => {
    const { needs } = staleModel;
    const say = ({ place, shows, n, before }: ShareTold): string =>
      `${shows} of ${n} changes to ${place} came while nobody who knows it had been in touch with it for ${STALE_DAYS} days${before}.`;
    return shareReadings({ scene, needs, limits, say }, staleModels(scene, limits.days));
  },
};

function staleModels(scene: Scene, days: number): readonly CountedCase[] {
  const contacts = contactsOf(scene);
  const rows: CountedCase[] = [];
  const { work } = scene;
  const forge = scene.since.changes !== undefined;
  const humans = scene.areas.map(({ carriers }) => (carriers ?? []).filter((one) => scene.people[one]!.kind === 'human'));
  for (let row = 0; row < work.count; row++) {
    const area = work.area[row]!,
      at = work.at[row]!,
      person = work.person[row]!;
    const carriers = humans[area] ?? [];
    if (carriers.length === 0 || at < scene.at - (days + BEFORE_DAYS) * DAY || scene.people[person]!.kind === 'bot') continue;
    if (!forge && !carriers.includes(person) && (work.flags[row]! & WORK_FLAG.namesReviewer) === 0) continue;
    const last = lastBefore(contacts.get(area) ?? [], at);
    const shows = !carriers.includes(person) && last < at - STALE_DAYS * DAY;
    rows.push({
      item: work.hashOf(work.commit[row]!),
      area,
      at,
      shows,
      note: 'changed, and nobody who knows it in touch',
      concerns: carriers,
    });
  }
  return rows;
}

/** Moments at which somebody who knows an area was in touch with it, oldest first. */
function contactsOf(scene: Scene): ReadonlyMap<number, readonly Moment[]> {
  const contacts = new Map<number, Moment[]>(scene.areas.map((_, area) => [area, []]));
  const knows = scene.areas.map(({ carriers }) => new Set(carriers));
  const touch = (area: number | undefined, person: PersonId | null, at: Moment): void => {
    if (area !== undefined && person !== null && knows[area]?.has(person)) contacts.get(area)!.push(at);
  };
  const touchEach = (area: number, acts: readonly { readonly person: PersonId; readonly at: Moment }[]): void => {
    if (knows[area] !== undefined && knows[area].size > 0) for (const { person, at } of acts) touch(area, person, at);
  };
  const { work } = scene;
  for (let row = 0; row < work.count; row++) touch(work.area[row], work.person[row]!, work.at[row]!);
  for (const { area, person, at } of scene.looks) touch(area, person, at);
  for (const { areas, reviews, others, mergedBy, mergedAt } of scene.changes)
    for (const area of areas) {
      touchEach(area, reviews);
      touchEach(area, others);
      if (mergedAt !== null) touch(area, mergedBy, mergedAt);
    }
  for (const { area, acted, acknowledgedBy, resolvedBy, resolvedAt } of scene.incidents) {
    touchEach(area, acted);
    touchEach(area, acknowledgedBy);
    if (resolvedAt !== null) touch(area, resolvedBy, resolvedAt);
  }
  for (const { area, answers } of scene.threads) touchEach(area, answers);
  for (const { area, traces } of scene.issues) touchEach(area, traces);
  for (const { area, deciders, decidedAt } of scene.decisions)
    if (decidedAt !== null) for (const person of deciders) touch(area, person, decidedAt);
  for (const moments of contacts.values()) moments.sort((a, b) => a - b);
  return contacts;
}

function lastBefore(moments: readonly Moment[], at: Moment): Moment {
  let low = 0,
    high = moments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (moments[middle]! <= at) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? -Infinity : moments[low - 1]!;
}
