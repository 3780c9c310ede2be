import { observedShare } from '#core/chance/observed.ts';
import { type CountedCase, type HandledCase, mostHands, sameHandsReadings, type ShareTold } from '#core/signals/share-readings.ts';
import { isHuman } from '#core/signals/people-of-areas.ts';
import type { Signal } from '#core/signals/signal.ts';
import type { Scene } from '#core/scene/scene.ts';
import type { PersonId } from '#core/terms/person.ts';
import { type EndedIncident, endedIncidents } from './ended-by.ts';

/** Others keep up if in half of the later incidents at least one of them took part, or could have, by so few cases. */
const KEEP_UP = 0.5;
/** The essays’ “several”: one stand-in on one night breaks no loop. */
const SEVERAL = 3;
/** Whoever ended a smaller part stood in for a leave: those of a year are an eighth of it. */
const LEAST_PART = 0.2;

/**
 * # Rescue loop
 * What it says: the same person ends the incidents of an area, others take part less and less or hardly, and nobody new becomes able.
 * Formula: strength 0–3, one for each condition. 1 run: the share of incidents that the same person ended has its low end above 60 %, and the
 *   last three were not all ended by others. 2 widening gap: of the later half of those that this person ended, somebody else took part (acted or
 *   joined the review) in surely less than half (high end of the 95 % interval), and in no surely larger share than of the earlier half (low end of the 95 % interval). 3 cover unchanged:
 *   nobody ended three and a fifth of the later half of the window's incidents who had not of the earlier. Raised at strength 3. What that person can do is nowhere counted, only what others do.
 * Reading: 3 = each rescue makes the next one likelier; broken as soon as the next few are ended by others.
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
  /** How many ended a good part of the later half, and did not of the earlier. */
  readonly newHands: number;
}

function sayLoop({ shows, n, place, before }: LoopTold, { goesOn, widens, unchanged, together, later, newHands }: Loop): string {
  const strength = [goesOn, widens, unchanged].filter(Boolean).length;
  return (
    `${shows} of ${n} incidents in ${place} were ended by the same person (${goesOn ? 'a run' : 'no run'}); in the later half of those somebody else took part ` +
    `in ${together} of ${later} (${widens ? 'the gap widens' : 'others keep up'}); ${newHands === 0 ? 'nobody' : newHands} new ended a fifth of the later half ` +
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
  const [earlier, later] = halves(run).map((half) => {
    const together = half.filter(({ ended }) => withOthers(scene, ended)).length;
    return {
      together,
      n: half.length /** Half a case more, of one more: none of few is not never. */,
      share: (together + 0.5) / (half.length + 1),
    };
  });
  const others = observedShare(later!.together, later!.n);
  const [first, second] = halves(cases).map(able);
  const newHands = [...second!].filter((by) => !first!.has(by)).length;
  return {
    goesOn: cases.slice(-SEVERAL).some(({ by }) => by === person),
    widens: others.high < KEEP_UP && others.low <= earlier!.share,
    unchanged: newHands === 0,
    together: later!.together,
    later: later!.n,
    newHands,
  };
}

/** Who showed more than once or twice, and more than by standing in, that they can end them. */
function able(cases: readonly LoopCase[]): ReadonlySet<PersonId | null> {
  const least = Math.max(SEVERAL, LEAST_PART * cases.length);
  return new Set([...Map.groupBy(cases, ({ by }) => by)].flatMap(([by, own]) => (own.length >= least ? [by] : [])));
}

function halves<One>(all: readonly One[]): readonly (readonly One[])[] {
  const middle = Math.floor(all.length / 2);
  return [all.slice(0, middle), all.slice(middle)];
}

function withOthers(scene: Scene, { incident, by }: EndedIncident): boolean {
  const other = (person: PersonId): boolean => person !== by && isHuman(scene, person);
  return incident.acted.some(({ person }) => other(person)) || (incident.review?.takesPart.some(other) ?? false);
}
