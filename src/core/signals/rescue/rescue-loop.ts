import { type CountedCase, type HandledCase, mostHands, sameHandsReadings, type ShareTold } from '#core/signals/share-readings.ts';
import { isHuman } from '#core/signals/people-of-areas.ts';
import type { Signal } from '#core/signals/signal.ts';
import type { Scene } from '#core/scene/scene.ts';
import type { PersonId } from '#core/terms/person.ts';
import { type EndedIncident, endedIncidents } from './ended-by.ts';

/** Others keep up if in half of the later incidents at least one of them took part. */
const KEEP_UP = 0.5;

/**
 * # Rescue loop
 * What it says: the same person ends the incidents of an area, others take part less and less or hardly, and nobody new becomes able.
 * Formula: strength 0–3, one for each condition. 1 run: the share of incidents that the same person ended has its low end above 60 %, and the
 *   last two were not both ended by others. 2 widening gap: of the later half of those that this person ended, somebody else took part (acted or
 *   joined the review) in less than half, and in no larger share than of the earlier half. 3 cover unchanged: nobody ended one in the later half
 *   of the window's incidents who had not in the earlier. Raised at strength 3. What that person can do is nowhere counted, only what others do.
 * Reading: 3 = each rescue makes the next one likelier; broken as soon as the next ones are ended by others.
 * Source: essay C, “An alert fires. The hero gets paged… paged again” (R047); essay B, “frequently rescues the team trains it to be dependent”
 *   (R040); thresholds are the product's choice.
 * Weakness: incidents of an area are taken to be of one kind; help by telephone looks as if somebody had ended it alone or not at all.
 */
export const rescueLoop: Signal = {
  id: 'rescue-loop',
  name: 'Rescue loop',
  requirements: ['R040', 'R047'],
  asks: 'Does the same person end the incidents of an area, while nobody else comes nearer to it?',
  needs: ['incidents'],
  measures:
    'incidents ended by the person who ended most of them ÷ incidents that somebody ended; raised only if all three conditions hold',
  unit: 'share',
  move: 'Let somebody else lead the next similar one, with the usual person beside them, and review it together.',
  personal: true,
  limits: { threshold: 0.6, least: 8, days: 365, risen: false },
  find: (scene, limits) => {
    const conditions = (told: LoopTold): Loop => loopOf(scene, told.cases);
    const say = (told: LoopTold): string => sayLoop(told, conditions(told));
    const provided = (told: LoopTold): boolean => {
      const { goesOn, widens, unchanged } = conditions(told);
      return goesOn && widens && unchanged;
    };
    return sameHandsReadings({ scene, needs: rescueLoop.needs, limits, say, provided }, loopCases(scene));
  },
};

interface LoopCase extends HandledCase {
  readonly ended: EndedIncident;
}
type LoopTold = ShareTold<LoopCase & CountedCase>;

interface Loop {
  readonly goesOn: boolean;
  readonly widens: boolean;
  readonly unchanged: boolean;
  /** Later half of those the person ended: with somebody else, of all. */
  readonly together: number;
  readonly later: number;
  /** How many ended one for the first time in the later half. */
  readonly newHands: number;
}

function sayLoop({ shows, n, place, before }: LoopTold, { goesOn, widens, unchanged, together, later, newHands }: Loop): string {
  const strength = [goesOn, widens, unchanged].filter(Boolean).length;
  return (
    `${shows} of ${n} incidents in ${place} were ended by the same person (${goesOn ? 'a run' : 'no run'}); in the later half of those somebody else took part ` +
    `in ${together} of ${later} (${widens ? 'the gap widens' : 'others keep up'}); ${newHands === 0 ? 'nobody' : newHands} new ended one ` +
    `(${unchanged ? 'cover is unchanged' : 'cover grows'}): strength ${strength} of 3${before}.`
  );
}

function loopCases(scene: Scene): readonly LoopCase[] {
  return endedIncidents(scene).map((ended) => {
    const { incident, at, by } = ended;
    return { item: incident.item, at, area: incident.area, by, note: 'ended by the same person again', ended };
  });
}

/** `cases` are in time order, as they were made. */
function loopOf(scene: Scene, cases: readonly LoopCase[]): Loop {
  const person = mostHands(cases);
  const run = cases.filter(({ by }) => by === person);
  const [earlier, later] = halves(run).map((half) => half.map(({ ended }) => withOthers(scene, ended)));
  const share = (half: readonly boolean[]): number => (half.length === 0 ? 0 : half.filter(Boolean).length / half.length);
  const [first, second] = halves(cases);
  const known = new Set(first!.map(({ by }) => by));
  const newHands = new Set(second!.map(({ by }) => by).filter((by) => !known.has(by))).size;
  return {
    goesOn: cases.slice(-2).some(({ by }) => by === person),
    widens: share(later!) < KEEP_UP && share(later!) <= share(earlier!),
    unchanged: newHands === 0,
    together: later!.filter(Boolean).length,
    later: later!.length,
    newHands,
  };
}

function halves<One>(all: readonly One[]): readonly (readonly One[])[] {
  const middle = Math.floor(all.length / 2);
  return [all.slice(0, middle), all.slice(middle)];
}

function withOthers(scene: Scene, { incident, by }: EndedIncident): boolean {
  const other = (person: PersonId): boolean => person !== by && isHuman(scene, person);
  return incident.acted.some(({ person }) => other(person)) || (incident.review?.takesPart.some(other) ?? false);
}
