import { inAreasAndWhole } from '#core/signals/spots/areas-and-whole.ts';
import type { CountedCase, ShareTold } from '#core/signals/share-readings.ts';
import type { Signal } from '#core/signals/signal.ts';
import type { IncidentCase } from '#core/scene/incident-case.ts';
import type { Scene } from '#core/scene/scene.ts';
import type { AreaRow } from '#core/scene/area-row.ts';
import { DAY, type Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import { onShift } from '#core/signals/on-shift.ts';

/** Longer apart, and the second is another trouble with the same name. Days. */
const APART_DAYS = 365;

/**
 * # The next one needs the last one’s helper
 * What it says: when the same trouble comes back, whoever ended it last time is needed again.
 * Formula: hits ÷ n. n = incidents ended by somebody that resemble an earlier one (same fingerprint or key) of the 365 days before, ended by somebody
 *   else than nobody, without those in which the earlier helper was on call. Hit = the earlier helper ended it, acted in it, was called into it, or
 *   answered in its area’s threads while it lasted. Raised when the low end passes 50 %. Known trouble
 *   comes back seldom: in half a year most areas have too few cases to say anything, so a year is looked at.
 * Reading: high = each rescue leaves the next one to the same person; low = others handle it the next time.
 * Source: essay A, “a little less capable of handling the next one; the only one who can solve the next one” (R010).
 * Weakness: likeness is what monitoring calls by the same key; help in a call or a direct message is not seen, so the share is a lower bound.
 */
export const nextOne: Signal = {
  id: 'next-one',
  name: 'The next one needs the last one’s helper',
  requirements: ['R010'],
  asks: 'When the same trouble comes back, is whoever ended it last time needed again?',
  needs: ['incidents'],
  measures: 'recurrences that needed whoever ended the one before ÷ recurrences in which they were not on call',
  unit: 'share',
  move: 'Let the next one be led by somebody else, with whoever ended the last one as a listener.',
  personal: true,
  limits: { threshold: 0.5, least: 8, days: 365, risen: false },
  find: (scene, limits) => {
    const { needs } = nextOne;
    const say = ({ place, shows, n, before }: ShareTold): string =>
      `${shows} of ${n} times that known trouble came back in ${place}, whoever had ended it before was needed again${before}.`;
    return inAreasAndWhole({ scene, needs, limits, say }, recurrences(scene));
  },
};

function recurrences(scene: Scene): readonly CountedCase[] {
  const isOnCall = onShift(scene),
    answered = answeredMeanwhile(scene);
  const ended = scene.incidents.filter(
    ({ resolvedBy, likeness }) => resolvedBy !== null && scene.people[resolvedBy]!.kind === 'human' && likeness !== null,
  );
  const alike = Map.groupBy(
    ended.toSorted((a, b) => a.openedAt - b.openedAt || (a.item < b.item ? -1 : 1)),
    ({ likeness }) => likeness,
  );
  return [...alike.values()].flatMap((row) =>
    row.slice(1).flatMap((incident, i) => {
      const before = row[i]!,
        helper = before.resolvedBy!;
      if (incident.openedAt - before.openedAt > APART_DAYS * DAY || isOnCall(helper, incident.openedAt)) return [];
      const shows = tookPart(incident, helper) || answered(incident, helper);
      return [
        {
          item: incident.item,
          area: incident.area,
          at: incident.openedAt,
          shows,
          note: `the one before: ${before.item}`,
          concerns: [helper],
        },
      ];
    }),
  );
}

function tookPart({ resolvedBy, acted, acknowledgedBy, calledIn }: IncidentCase, person: PersonId): boolean {
  return resolvedBy === person || [...acted, ...acknowledgedBy, ...calledIn].some((one) => one.person === person);
}

/** Whether somebody answered in threads of an incident’s area while it lasted. */
function answeredMeanwhile({ threads }: Scene): (incident: IncidentCase, person: PersonId) => boolean {
  const answers = new Map<PersonId, { readonly area: AreaRow; readonly at: Moment }[]>();
  for (const { area, answers: of } of threads)
    for (const { person, at } of of) {
      const known = answers.get(person);
      if (known === undefined) answers.set(person, [{ area, at }]);
      else known.push({ area, at });
    }
  return ({ area, openedAt, resolvedAt }, person) =>
    (answers.get(person) ?? []).some((one) => one.area === area && one.at >= openedAt && one.at < (resolvedAt ?? openedAt));
}
