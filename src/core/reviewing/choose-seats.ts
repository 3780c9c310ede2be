import { HERE } from '#core/because/standing-of.ts';
import type { Evidence } from '#core/evidence/evidence.ts';
import { presence } from '#core/risk/presence.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import { assignSeats, bidOf } from './assign-seats.ts';
import { evidenceChanges } from './evidence-changes.ts';
import { type Memory, openMemory, see } from './memory.ts';
import { type Candidate, candidatesFor, rankReviewers } from './rank-reviewers.ts';
import { type ReviewLoad, reviewLoads } from './review-load.ts';
import { coverIn, type FileAtHand, LEAST_GAIN, learningGain, NEWCOMER, staysFor } from './thin-cover.ts';

/** A change that wants reviewers. */
export interface ReviewQuestion {
  readonly at: Moment;
  /** Rows of known people; those whom the evidence does not know are only counted. */
  readonly authors: readonly PersonId[];
  /** Paths as they stand after the change, with the row of those files that stood before. */
  readonly files: readonly { readonly path: string; readonly row?: number | undefined }[];
  readonly away: readonly PersonId[];
  /** Reviews in seven days that are enough for anybody; without it, each person's own usual week decides. */
  readonly most?: number | undefined;
}

/** One seat and who should take it. */
export interface Seat {
  readonly person: PersonId;
  /** Share of the model's belief among all candidates. */
  readonly likely: number;
  readonly present: number;
  readonly load: ReviewLoad;
  /** Files of the change that this person wrote or reviewed before. */
  readonly knows: number;
  /** Files that would be known by two in a year because of this seat. */
  readonly gain: number;
}

export interface Seats {
  readonly knowing?: Seat;
  readonly learning?: Seat;
  /** Others who could take the knowing seat as well; their order says nothing. */
  readonly others: readonly PersonId[];
  readonly passedOver: { readonly away: number; readonly full: number };
  /** Files that stood before: all, those that nobody present knows, and those that one knows. */
  readonly files: { readonly known: number; readonly byNobody: number; readonly byOne: number };
  readonly memory: Memory;
}

/** Others told besides the seats. */
const OTHERS = 3;

/**
 * # Seats of a review
 * What it says: who should look at a change: one who knows it, and, only where cover is thin, one who learns it.
 * Formula: knowing seat = argmax of `P(c) · presence(c) · e^(−½·over)` (rank-reviewers.ts, presence.ts; over = reviews of the last seven days
 *   against a usual week, less one, at least 0) over those who are more likely here than not, not away, and not full: from twice the usual week of the last
 *   half year, but at least 5, or from `--most`. Learning seat = argmax of what one more reviewer would save (thin-cover.ts), with authors and
 *   knowing seat counted as knowing the files; given when that is more than half a file, and always where a file stood before that
 *   nobody present knows.
 * Reading: no learning seat = two people will know it anyway. A seat that stays empty says that nobody is left who could take it.
 * Source: Understudy; a seat for spreading only where files are at risk after E. Mirsaeedi, P. Rigby, ICSE 2020; a load in the exponent after F.
 *   Hajari et al., TSE 2024.
 * Weakness: git tells of reviews when they have landed: open ones are not seen, and absence must be said (`--away`).
 */
export function chooseSeats(evidence: Evidence, question: ReviewQuestion): Seats {
  const desk = openDesk(evidence, question);
  const knowing = desk.free[0]?.person;
  return settle(desk, { knowing, learning: learnerOf(desk, knowing)?.person });
}

/** Most people whose bids for one change are weighed. */
const BIDS = 40;

/** The same for several changes at once: what each person has room for is shared out so that all seats together are worth most. */
export function chooseSeatsTogether(evidence: Evidence, questions: readonly ReviewQuestion[]): readonly Seats[] {
  const desks = questions.map((question) => openDesk(evidence, question));
  const changes = desks.map((desk) => {
    const [knowing, least] = [desk.free[0]?.person, leastGain(desk)];
    const files = filesAtHand(desk, knowing);
    return desk.free.slice(0, BIDS).map(({ person, likely }) => {
      const gain = person === knowing ? 0 : learningGain(files, person, staysFor(desk.here[person]!));
      return bidOf(person, { belief: likely * desk.here[person]!, gain, least });
    });
  });
  const { seats } = assignSeats({ changes, roomOf: (person) => desks[0]!.loadOf(person).room });
  return desks.map((desk, at) => settle(desk, seats[at]!));
}

function openDesk(evidence: Evidence, question: ReviewQuestion): Desk {
  const { at, away } = question;
  const { changes, numbers } = evidenceChanges(evidence, at);
  const memory = openMemory();
  for (const change of changes) see(memory, change);
  const paths = question.files.map(({ path }) => path);
  const asked = {
    at,
    authors: question.authors,
    files: question.files.flatMap(({ row }) => row ?? []),
    folders: numbers.foldersOf(paths),
    tops: numbers.topsOf(paths),
  };
  const isHuman = (person: PersonId): boolean => evidence.people[person]?.kind === 'human';
  const here = presence(evidence, at);
  const ranked = withShares(rankReviewers(memory, asked, candidatesFor(memory, asked, isHuman)));
  const loadOf = reviewLoads(changes, at, question.most);
  const able = ranked.filter(({ person }) => here[person]! >= HERE && !away.includes(person));
  const weightOf = ({ person, score }: Candidate): number => score + Math.log(here[person]!) - pressure(loadOf(person));
  const free = able.filter(({ person }) => !loadOf(person).isFull).sort((a, b) => weightOf(b) - weightOf(a));
  return { question, memory, ranked, here, loadOf, free, full: able.length - free.length, knowers: knowersOf(evidence, asked.files, at) };
}

/** Each candidate with their share of the belief in all. */
function withShares(ranked: readonly Candidate[]): readonly Bidder[] {
  const highest = ranked[0]?.score ?? 0;
  const total = ranked.reduce((sum, { score }) => sum + Math.exp(score - highest), 0);
  return ranked.map((one) => ({ ...one, likely: Math.exp(one.score - highest) / total }));
}

interface Settled {
  readonly knowing?: PersonId | undefined;
  readonly learning?: PersonId | undefined;
}

function settle(desk: Desk, { knowing, learning }: Settled): Seats {
  const { ranked, free, question, memory, full } = desk;
  const saved = learning === undefined ? 0 : learningGain(filesAtHand(desk, knowing), learning, staysFor(desk.here[learning]!));
  return {
    ...(knowing === undefined ? {} : { knowing: seatOf(desk, knowing, 0) }),
    ...(learning === undefined ? {} : { learning: seatOf(desk, learning, saved) }),
    others: free
      .map(({ person }) => person)
      .filter((person) => person !== knowing)
      .slice(0, OTHERS)
      .filter((person) => person !== learning),
    passedOver: { away: ranked.filter(({ person }) => question.away.includes(person)).length, full },
    files: coverNow(desk),
    memory,
  };
}

interface Bidder extends Candidate {
  readonly likely: number;
}

interface Desk {
  readonly question: ReviewQuestion;
  readonly memory: Memory;
  readonly ranked: readonly Bidder[];
  /** Here, not away and without a full week; who would best take the knowing seat first. */
  readonly free: readonly Bidder[];
  readonly full: number;
  readonly here: Float32Array;
  /** Who wrote or reviewed each file of the change that stood before. */
  readonly knowers: ReadonlyMap<number, ReadonlySet<PersonId>>;
  readonly loadOf: (person: PersonId) => ReviewLoad;
}

function pressure({ lately, usual }: ReviewLoad): number {
  return 0.5 * Math.max(0, lately / Math.max(1, usual) - 1);
}

function knowersOf({ acts }: Evidence, files: readonly number[], at: Moment): ReadonlyMap<number, ReadonlySet<PersonId>> {
  const known = new Map<number, Set<PersonId>>(files.map((file) => [file, new Set()]));
  for (let act = 0; act < acts.count; act++) if (acts.at[act]! <= at) known.get(acts.file[act]!)?.add(acts.person[act]!);
  return known;
}

function filesAtHand({ question, knowers, here }: Desk, knowing: PersonId | undefined): readonly FileAtHand[] {
  return question.files.map(({ row }): FileAtHand => {
    const known = new Set([
      ...(row === undefined ? [] : knowers.get(row)!),
      ...question.authors,
      ...(knowing === undefined ? [] : [knowing]),
    ]);
    return { knowers: known, cover: coverIn(Array.from(known, (person) => staysFor(here[person] ?? NEWCOMER))) };
  });
}

/** A file that nobody here knows always gives a seat to learn it. */
function leastGain(desk: Desk): number {
  return coverNow(desk).byNobody > 0 ? 0 : LEAST_GAIN;
}

function learnerOf(desk: Desk, knowing: PersonId | undefined): { readonly person: PersonId; readonly gain: number } | undefined {
  const [files, least] = [filesAtHand(desk, knowing), leastGain(desk)];
  let best: { person: PersonId; gain: number } | undefined;
  for (const { person } of desk.free) {
    if (person === knowing) continue;
    const gain = learningGain(files, person, staysFor(desk.here[person]!));
    if (gain > least && gain > (best?.gain ?? 0)) best = { person, gain };
  }
  return best;
}

/** Files that stood before, by how many of those here now know them; an author counts where they knew it already. */
function coverNow({ knowers, here, question }: Desk): Seats['files'] {
  const isHere = (person: PersonId): boolean => here[person]! >= HERE && !question.away.includes(person);
  const counts = [...knowers.values()].map((people) => [...people].filter(isHere).length);
  return { known: counts.length, byNobody: counts.filter((n) => n === 0).length, byOne: counts.filter((n) => n === 1).length };
}

function seatOf({ ranked, here, knowers, loadOf }: Desk, person: PersonId, gain: number): Seat {
  return {
    person,
    likely: ranked.find((one) => one.person === person)!.likely,
    present: here[person]!,
    load: loadOf(person),
    knows: [...knowers.values()].filter((people) => people.has(person)).length,
    gain,
  };
}
