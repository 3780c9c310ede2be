import type { Evidence } from '#core/evidence/evidence.ts';
import type { Moment } from '#core/terms/moment.ts';
import { DAY } from '#core/terms/moment.ts';
import { PRESENCE } from './presence-coefficients.ts';

const WEEK = 7 * DAY;

/**
 * # Presence
 * What it says: the probability that a person still works here: that they act again within half a year.
 * Formula: `logit P = α₀ + α₁·ln(1+s) + α₂·ln(1+w) + α₃·ln(1+r) + α₄·ln((s+7)/(g+7))` with s = days of silence, w = weeks with an act
 *   ever, r = such weeks in the last 365 days, g = usual days between active weeks (time from the first to the last act, plus 14, over w);
 *   α in presence-coefficients.ts, fitted by scripts/fit-presence.ts.
 * Reading: near 1 = surely here; .2 = a regular silent for a year; .01 = three commits years ago. Never 0 or 1. Automations and agents: 0.
 * Source: Understudy; features after the recency–frequency models of P. Fader, B. Hardie, K. L. Lee, "Counting your customers the easy
 *   way", Marketing Science 2005; return of long absentees: G. Iaffaldano et al., "Why do developers take breaks?", SoHeal 2019.
 * Weakness: fitted on public projects, where people leave without notice; regulars silent for three to six months are judged about a tenth
 *   too likely to return. What is not in the history (reviews elsewhere, meetings, leave) is not seen.
 */
export function presence(evidence: Evidence, at: Moment): Float32Array {
  const rhythm = rhythms(evidence, at);
  return Float32Array.from(evidence.people, (person, p) =>
    person.kind === 'human' && rhythm.weeks[p]! > 0 ? presentFrom(rhythmOf(rhythm, p, at)) : 0,
  );
}

/** When a person has been seen, as far as presence needs it. */
export interface Rhythm {
  /** Days since the last act. */
  readonly silence: number;
  /** Weeks with at least one act: ever, and in the last 365 days. */
  readonly weeks: number;
  readonly recentWeeks: number;
  /** Usual days between active weeks. */
  readonly gap: number;
}

export function presentFrom({ silence, weeks, recentWeeks, gap }: Rhythm): number {
  const logOdds =
    PRESENCE.intercept +
    PRESENCE.silence * Math.log1p(silence) +
    PRESENCE.weeks * Math.log1p(weeks) +
    PRESENCE.recentWeeks * Math.log1p(recentWeeks) +
    PRESENCE.againstRhythm * Math.log((silence + 7) / (gap + 7));
  return 1 / (1 + Math.exp(-logOdds));
}

/** Rhythm columns of everybody, by person row. */
export interface Rhythms {
  readonly weeks: Uint32Array;
  readonly recentWeeks: Uint32Array;
  readonly firstAt: Float64Array;
  readonly lastAt: Float64Array;
}

export function rhythmOf({ weeks, recentWeeks, firstAt, lastAt }: Rhythms, person: number, at: Moment): Rhythm {
  return {
    silence: (at - lastAt[person]!) / DAY,
    weeks: weeks[person]!,
    recentWeeks: recentWeeks[person]!,
    gap: ((lastAt[person]! - firstAt[person]!) / DAY + 14) / Math.max(1, weeks[person]!),
  };
}

/** One bit per person and week, so that the order of evidence does not matter. */
export function rhythms(evidence: Evidence, at: Moment): Rhythms {
  const { commits, acts } = evidence;
  const people = evidence.people.length;
  const words = weekWords(evidence);
  const seen = new Uint32Array(people * words.perPerson);
  const firstAt = new Float64Array(people).fill(Infinity),
    lastAt = new Float64Array(people);
  const see = (person: number, moment: number): void => {
    if (moment > at) return;
    const week = Math.floor(moment / WEEK) - words.first;
    seen[person * words.perPerson + (week >> 5)]! |= 1 << (week & 31);
    if (moment > lastAt[person]!) lastAt[person] = moment;
    if (moment < firstAt[person]!) firstAt[person] = moment;
  };
  for (let i = 0; i < commits.count; i++) see(commits.author[i]!, commits.at[i]!);
  for (let i = 0; i < acts.count; i++) see(acts.person[i]!, acts.at[i]!);
  const recent = Math.floor((at - 365 * DAY) / WEEK) + 1 - words.first;
  const weeks = new Uint32Array(people),
    recentWeeks = new Uint32Array(people);
  for (let p = 0; p < people; p++) {
    for (let w = 0; w < words.perPerson; w++) {
      const word = seen[p * words.perPerson + w]!;
      weeks[p]! += bits(word);
      recentWeeks[p]! += bits(word & maskFrom(recent - w * 32));
    }
  }
  return { weeks, recentWeeks, firstAt, lastAt };
}

function weekWords({ commits, acts }: Evidence): { readonly first: number; readonly perPerson: number } {
  let low = Infinity,
    high = 0;
  for (const column of [commits.at, acts.at])
    for (const at of column) {
      if (at < low) low = at;
      if (at > high) high = at;
    }
  const first = Math.floor(Math.min(low, high) / WEEK);
  return { first, perPerson: ((Math.floor(high / WEEK) - first) >> 5) + 1 };
}

/** Bits from position `from` upwards. */
function maskFrom(from: number): number {
  return from <= 0 ? -1 : from >= 32 ? 0 : -1 << from;
}

function bits(word: number): number {
  let v = word - ((word >>> 1) & 0x5555_5555);
  v = (v & 0x3333_3333) + ((v >>> 2) & 0x3333_3333);
  return (((v + (v >>> 4)) & 0x0f0f_0f0f) * 0x0101_0101) >>> 24;
}
