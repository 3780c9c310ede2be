import { HERE } from '#core/because/standing-of.ts';
import type { RawHistory } from '#core/evidence/raw-history.ts';
import { bidOf, type SeatBid, type SeatsWanted } from '#core/reviewing/assign-seats.ts';
import { type Change, MEMORY_SPAN } from '#core/reviewing/change.ts';
import { openMemory, see } from '#core/reviewing/memory.ts';
import { candidatesFor, rankReviewers } from '#core/reviewing/rank-reviewers.ts';
import { reviewLoads } from '#core/reviewing/review-load.ts';
import { coverIn, learningGain, NEWCOMER, staysFor } from '#core/reviewing/thin-cover.ts';
import { DAY, type Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import { peopleThen } from './people-then.ts';
import { peopled, type Quarter, type Replay, replayOf } from './replay.ts';

const WEEK = 7 * DAY;

/** The changes that landed in the first week of a quarter, as if they had been open at its beginning. */
export interface SeatBatch {
  readonly quarter: string;
  readonly wanted: SeatsWanted;
}

/** One batch for each quarter from a moment on; nobody has more room than their usual week, and everybody at least for one. */
export function seatBatches(history: RawHistory, from: Moment): readonly SeatBatch[] {
  const replay = replayOf(history);
  return replay.quarters.flatMap((quarter) => (quarter.from < from ? [] : batchOf(replay, quarter)));
}

function batchOf({ changes }: Replay, quarter: Quarter): readonly SeatBatch[] {
  const { identities, from } = quarter;
  const [memory, people] = [openMemory(), peopleThen()];
  const before: Change[] = [];
  const knowers = new Map<number, Set<PersonId>>();
  for (let row = 0; row < quarter.first; row++) {
    const change = peopled(changes[row]!, identities);
    const everybody = [...change.authors, ...change.reviewers];
    for (const file of change.files) knowers.set(file, new Set([...(knowers.get(file) ?? []), ...everybody]));
    for (const person of everybody) if (identities.isHuman(person)) people.acted(person, change.at);
    if (change.at < from - MEMORY_SPAN) continue;
    before.push(change);
    see(memory, change);
  }
  const presence = people.presence(from);
  const presenceOf = (person: PersonId): number => presence.get(person) ?? NEWCOMER;
  const open = changes.slice(quarter.first, quarter.end).filter(({ at, files }) => at < from + WEEK && files.length > 0);
  const bids = open.map((raw): readonly SeatBid[] => {
    const change = { ...peopled(raw, identities), at: from };
    const ranked = rankReviewers(memory, change, candidatesFor(memory, change, identities.isHuman)).filter(
      ({ person }) => presenceOf(person) >= HERE,
    );
    const total = ranked.reduce((sum, { score }) => sum + Math.exp(score - ranked[0]!.score), 0);
    const files = raw.standing.map((file) => {
      const known = new Set([...(knowers.get(file) ?? []), ...change.authors]);
      return { knowers: known, cover: coverIn(Array.from(known, (person) => staysFor(presenceOf(person)))) };
    });
    return ranked.map(({ person, score }) => {
      const belief = (Math.exp(score - ranked[0]!.score) / total) * presenceOf(person);
      return bidOf(person, { belief, gain: learningGain(files, person, staysFor(presenceOf(person))) });
    });
  });
  const loadOf = reviewLoads(before, from);
  const roomOf = (person: PersonId): number => Math.max(1, Math.round(loadOf(person).usual));
  return bids.length === 0 ? [] : [{ quarter: quarter.name, wanted: { changes: bids, roomOf } }];
}
