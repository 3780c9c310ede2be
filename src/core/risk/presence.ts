import type { Evidence } from '#core/evidence/evidence.ts';
import type { Moment } from '#core/terms/moment.ts';
import { DAY } from '#core/terms/moment.ts';
import { PRESENCE } from './presence-coefficients.ts';

const WEEK = 7 * DAY;
/** Weeks of history from which a single active week is read as a visit and not as a beginning. */
const GROWN_WEEKS = 8;

/**
 * # Presence
 * What it says: the probability that a person still works here: that they act again within half a year.
 * Formula: `logit P = α₀ + α₁·ln(s+14) + α₂·ln(1+w) + α₃·ln(1+r) + α₄·ln²(1+r) + α₅·ln(1 + s/(g+7)) + α₆·ln(1 + s·r/365)` with s = days of
 *   silence, w = weeks with an act ever, r = such weeks in the year up to the last act, g = usual days between active weeks (time from the
 *   first to the last act, plus 14, over w); s·r/365 = active weeks missed by now. α in presence-coefficients.ts, fitted by
 *   scripts/fit-presence.ts.
 *   In a history younger than 8 weeks w and r are stretched by 8 / its age in weeks (at least 1): who has been there all along is read as if
 *   that had gone on for 8 weeks. The fit knows only grown projects, where one week of work is a passing visit.
 * Reading: near 1 = surely here; .2 = a regular silent for a year; .01 = three commits years ago. Never 0 or 1. Automations, agents, and whoever
 *   has left as somebody who knows has said: 0.
 * Source: Understudy; recency and frequency after P. Fader, B. Hardie, K. L. Lee, "Counting your customers the easy way", Marketing
 *   Science 2005; return of long absentees: G. Iaffaldano et al., "Why do developers take breaks from contributing to OSS projects?",
 *   SoHeal 2019. Left out one repository at a time: AUC .92, ECE .001.
 * Weakness: fitted on public projects, where people leave without notice; what is not in the history (reviews elsewhere, meetings, leave)
 *   is not seen.
 */
export function presence(evidence: Evidence, at: Moment): Float32Array {
  const rhythm = rhythms(evidence, at);
  return Float32Array.from(evidence.people, (person, p) =>
    person.kind === 'human' && rhythm.weeks[p]! > 0 && at < (person.leftAt ?? Infinity) ? presentFrom(rhythmOf(rhythm, p, at)) : 0,
  );
}

/** When a person has been seen, as far as presence needs it. */
export interface Rhythm {
  /** Days since the last act. */
  readonly silence: number;
  /** Weeks with at least one act: ever, and in the 365 days up to the last act. */
  readonly weeks: number;
  readonly lastYear: number;
  /** Usual days between active weeks. */
  readonly gap: number;
}

/** What the logistic sees, in the order of its coefficients. */
export function presenceFeatures({ silence, weeks, lastYear, gap }: Rhythm): readonly [number, number, number, number, number, number] {
  const year = Math.log1p(lastYear);
  return [
    Math.log(silence + 14),
    Math.log1p(weeks),
    year,
    year * year,
    Math.log1p(silence / (gap + 7)),
    Math.log1p((silence * lastYear) / 365),
  ];
}

export function presentFrom(rhythm: Rhythm): number {
  const [silence, weeks, lastYear, lastYearSquared, againstRhythm, missedWeeks] = presenceFeatures(rhythm);
  const logOdds =
    PRESENCE.intercept +
    PRESENCE.silence * silence +
    PRESENCE.weeks * weeks +
    PRESENCE.lastYear * lastYear +
    PRESENCE.lastYearSquared * lastYearSquared +
    PRESENCE.againstRhythm * againstRhythm +
    PRESENCE.missedWeeks * missedWeeks;
  return 1 / (1 + Math.exp(-logOdds));
}

/** Rhythm columns of everybody, by person row. */
export interface Rhythms {
  readonly weeks: Uint32Array;
  readonly lastYear: Uint32Array;
  readonly firstAt: Float64Array;
  readonly lastAt: Float64Array;
  /** When the first of them was seen: where the history begins. */
  readonly begunAt: Moment;
}

export function rhythmOf({ weeks, lastYear, firstAt, lastAt, begunAt }: Rhythms, person: number, at: Moment): Rhythm {
  const stretch = Math.max(1, GROWN_WEEKS / Math.max(1, (at - begunAt) / WEEK));
  return {
    silence: (at - lastAt[person]!) / DAY,
    weeks: weeks[person]! * stretch,
    lastYear: lastYear[person]! * stretch,
    gap: ((lastAt[person]! - firstAt[person]!) / DAY + 14) / Math.max(1, weeks[person]! * stretch),
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
  const begunAt = firstAt.reduce((least, moment) => Math.min(least, moment), at);
  return { firstAt, lastAt, begunAt, ...countWeeks({ seen, words, lastAt }) };
}

interface WeekBits {
  readonly seen: Uint32Array;
  readonly words: { readonly first: number; readonly perPerson: number };
  readonly lastAt: Float64Array;
}

function countWeeks({ seen, words, lastAt }: WeekBits): Pick<Rhythms, 'weeks' | 'lastYear'> {
  const weeks = new Uint32Array(lastAt.length),
    lastYear = new Uint32Array(lastAt.length);
  for (let p = 0; p < lastAt.length; p++) {
    const recent = Math.floor((lastAt[p]! - 365 * DAY) / WEEK) + 1 - words.first;
    for (let w = 0; w < words.perPerson; w++) {
      const word = seen[p * words.perPerson + w]!;
      weeks[p]! += bits(word);
      lastYear[p]! += bits(word & maskFrom(recent - w * 32));
    }
  }
  return { weeks, lastYear };
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
