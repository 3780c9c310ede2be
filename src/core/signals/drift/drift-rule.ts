import type { SignalsRead } from '#core/signals/read-signals.ts';
import type { Signal, SignalEvidence } from '#core/signals/signal.ts';
import { DAY, type Moment } from '#core/terms/moment.ts';

/** Days within which a sign must have shown itself. */
const DRIFT_DAYS = 28;
/** Signs that must be judged before their silence says anything. */
const LEAST_JUDGED = 3;

/** The five signs of essay D, in its order. Each is seen by the signal that answers to its number. */
const SIGNS = [
  { requirement: 'R111', says: 'key facts are told, and stand nowhere', leadsTo: 'session' },
  { requirement: 'R112', says: 'escalations of customers end in the same place', leadsTo: 'session' },
  { requirement: 'R113', says: 'planning gives way to incidents', leadsTo: 'window' },
  { requirement: 'R114', says: 'the hardest work is done without anybody beside it', leadsTo: 'session' },
  { requirement: 'R115', says: 'pressure is passed on to the leadership', leadsTo: 'layer' },
] as const;

type DriftState = 'steady' | 'watch' | 'drifting' | 'not judged';

export interface DriftSign {
  readonly requirement: (typeof SIGNS)[number]['requirement'];
  readonly says: string;
  /** Id of the signal that sees it. */
  readonly signal: string | null;
  /** Null: not judged, because what it needs is not connected, or too little of its kind happened. */
  readonly shows: boolean | null;
  /** What helps: a session, a window, a layer; and the signal's own sentence about it. */
  readonly leadsTo: (typeof SIGNS)[number]['leadsTo'];
  readonly move: string | null;
  /** Of the last 28 days. */
  readonly evidence: readonly SignalEvidence[];
}

export interface Drift {
  readonly state: DriftState;
  readonly signs: readonly DriftSign[];
  readonly sentence: string;
}

/**
 * # Drift into hero mode
 * What it says: whether the way of working drifts towards living on single people, by five signs.
 * Formula: number of signs that show, of five: key facts are verbal, customers’ escalations reach one person, planning is eaten, hard work is
 *   unshadowed, pressure is not absorbed. A sign shows (1) when its signal is raised somewhere and at least one case of that reading lies in
 *   the last 28 days, else 0; it is not judged where no reading of it rests on cases enough (a
 *   team's own limits may let fewer speak). 0: steady; 1: watch; 2 or more: drifting. Signs whose
 *   cases of these days are all among those of another one count once with it: one cause is no drift on two sides. Steady is said only if at
 *   least three are judged.
 * Reading: drifting = the operating model is under strain, and moves help: sessions, windows, layers. It is no sign of anybody’s dedication, nor of
 *   the lack of it. Signs that cannot be judged are listed, and never count as good.
 * Source: essay D, five drift signs (R111–R115), “not signs of dedication. They are signs that the operating model is under strain” (R116).
 * Weakness: the signals look back over three to six months to be sure, so a drift shows later than it begins; five signs weigh alike.
 */
export function driftRule({ found }: Pick<SignalsRead, 'found'>, at: Moment): Drift {
  const signs = SIGNS.map((sign) => signOf(sign, found, at));
  const showing = signs.filter(({ shows }) => shows === true),
    judged = signs.filter(({ shows }) => shows !== null).length,
    apart = countApart(showing.map(({ evidence }) => new Set(evidence.map(({ item }) => item))));
  const state = stateOf(apart, judged);
  return { state, signs, sentence: sentenceOf(state, signs, showing.length - apart) };
}

function signOf(sign: (typeof SIGNS)[number], found: SignalsRead['found'], at: Moment): DriftSign {
  const own = found.filter(({ signal, reading }) => isOf(signal, sign.requirement) && (reading.raised || reading.n >= signal.limits.least));
  const signal = own[0]?.signal ?? null;
  const evidence = own
    .filter(({ reading }) => reading.raised)
    .flatMap(({ reading }) => reading.evidence)
    .filter((one) => one.at >= at - DRIFT_DAYS * DAY && one.at <= at);
  const shows = signal === null ? null : evidence.length > 0;
  return { ...sign, signal: signal?.id ?? null, move: signal?.move ?? null, shows, evidence: distinct(evidence) };
}

function isOf({ requirements }: Signal, requirement: string): boolean {
  return requirements.includes(requirement);
}

/** The same case stands in the reading of its area and in that of the whole. */
function distinct(evidence: readonly SignalEvidence[]): readonly SignalEvidence[] {
  const known = new Map(evidence.map((one) => [one.item, one]));
  return [...known.values()].toSorted((a, b) => a.at - b.at || (a.item < b.item ? -1 : 1));
}

/** How many sets are left when each joins one that holds all of it. */
function countApart(sets: readonly ReadonlySet<string>[]): number {
  const joins = (one: ReadonlySet<string>, i: number): boolean =>
    sets.some(
      (other, j) => i !== j && (one.size < other.size || (one.size === other.size && j < i)) && [...one].every((item) => other.has(item)),
    );
  return sets.filter((one, i) => !joins(one, i)).length;
}

function stateOf(showing: number, judged: number): DriftState {
  if (showing >= 2) return 'drifting';
  if (showing === 1) return 'watch';
  return judged < LEAST_JUDGED ? 'not judged' : 'steady';
}

function sentenceOf(state: DriftState, signs: readonly DriftSign[], shared: number): string {
  const showing = signs.filter(({ shows }) => shows === true).map(({ says }) => says),
    unknown = signs.filter(({ shows }) => shows === null).length;
  const rest = unknown === 0 ? '' : ` Not judged: ${unknown} of five signs.`;
  const once = shared === 0 ? '' : ' Signs that rest on the same cases count once.';
  return `${OPENING[state]}${showing.length === 0 ? '' : ` ${capital(showing.join('; '))}.`}${once}${rest}`;
}

const OPENING: Readonly<Record<DriftState, string>> = {
  steady: 'None of the signs of drift shows.',
  watch: 'One sign of drift: the operating model is worth a look.',
  drifting: 'Drifting into hero mode: the operating model is under strain.',
  'not judged': 'No sign of drift shows, but too few of them can be judged to call it steady.',
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
