import { hoursAWeek, type WaitingCase } from './waiting-case.ts';
import { shareReadings, type ShareTold } from '#core/signals/share-readings.ts';
import type { Signal } from '#core/signals/signal.ts';
import type { ChangeCase } from '#core/scene/change-case.ts';
import type { Scene } from '#core/scene/scene.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import { ableReviewers } from './able-reviewers.ts';
import { weekdayHours } from './weekday-hours.ts';

/** A weekday in the queue is a wait; less is a queue. */
const LONG_HOURS = 24;

/**
 * # Reviews wait for one
 * What it says: changes stand in the queue because one person alone is able to review them.
 * Formula: hits ÷ n. n = changes that were put up for review and whose area is known. Hit = exactly one person other than the author was able
 *   to review it on the day it was ready, and it waited more than 24 hours of weekdays, without the hours that person was away. Able: may merge
 *   there, where rights are recorded, and made a tenth of the area's reviews with substance in the 365 days before, or knows the area and has not
 *   approved three changes there without a word. A wait ends with the first review of substance by anybody, any review by the one who is able, the
 *   merge or the closing. Raised when the low end passes 25 %.
 * Reading: high = work queues for one pair of eyes, which more reviewers on paper do not change; low = others look, and find something.
 * Source: essay C, “Pull requests queue up because only certain people understand the implications” (R051); mere approvals do not count as
 *   review: A. Bacchelli, C. Bird, Expectations, Outcomes, and Challenges of Modern Code Review, ICSE 2013.
 * Weakness: who knows an area is known for now, not for the day of the change; weekends are taken to be free, public holidays are not.
 */
export const reviewWait: Signal = {
  id: 'review-wait',
  name: 'Reviews wait for one',
  requirements: ['R051'],
  asks: 'Do changes queue because one person alone is able to review them?',
  needs: ['changes'],
  measures: 'changes that waited more than a day while one person alone was able to review them ÷ changes put up for review',
  unit: 'share',
  move: 'Let a second person review along with the first for three weeks, starting with the areas below.',
  personal: true,
  limits: { threshold: 0.25, least: 8, days: 90, risen: false },
  find: (scene, limits) => {
    const { needs } = reviewWait;
    const say = ({ place, shows, n, before, cases }: ShareTold): string =>
      `${shows} of ${n} changes in ${place} waited more than a day while one person alone was able to review them, ` +
      `${hoursAWeek(cases, limits)} hours a week together${before}.`;
    return shareReadings({ scene, needs, limits, say }, reviewWaits(scene));
  },
};

function reviewWaits(scene: Scene): readonly WaitingCase[] {
  const able = ableReviewers(scene),
    away = Map.groupBy(scene.absences, ({ person }) => person);
  const waiting = scene.changes.filter((change) => change.areas.length > 0 && wantsReview(scene, change));
  return [...Map.groupBy(waiting, ({ areas }) => areas[0]!)].flatMap(([area, changes]) => {
    const ableAt = able(area);
    return changes
      .toSorted((a, b) => a.readyAt - b.readyAt)
      .map((change) => {
        const others = [...ableAt(change.readyAt)].filter((person) => person !== change.author);
        const one = others.length === 1 ? others[0]! : null;
        const to = one === null ? change.readyAt : waitedUntil(change, one, scene.at);
        const hours = one === null ? 0 : weekdayHours({ from: change.readyAt, to }, away.get(one));
        const note = `waited ${Math.round(hours)} hours of weekdays for the one who is able`;
        return { item: change.item, area, at: change.readyAt, shows: hours > LONG_HOURS, hours, note, concerns: one === null ? [] : [one] };
      });
  });
}

/** Somebody was asked or looked; what bots propose waits for nobody. */
function wantsReview(scene: Scene, { author, asked, reviews }: ChangeCase): boolean {
  return scene.people[author]!.kind !== 'bot' && (asked.length > 0 || reviews.some(({ person }) => person !== author));
}

function waitedUntil({ readyAt, reviews, author, mergedAt, closedAt }: ChangeCase, one: PersonId, now: Moment): Moment {
  const seen = reviews
    .filter(({ at, person, substance }) => at >= readyAt && person !== author && (substance || person === one))
    .map(({ at }) => at);
  return Math.max(readyAt, Math.min(now, mergedAt ?? now, closedAt ?? now, ...seen));
}
