import { commitRef } from '#core/because/commit-ref.ts';
import { type AreaDeeds, deedsIn } from '#core/because/last-seen.ts';
import { exclusionOf } from '#core/evidence/exclusion-of.ts';
import type { RawIdentity } from '#core/evidence/raw-history.ts';
import { findAuthors, findPerson } from '#core/lookup/find-person.ts';
import { maySeeNames, namePerson } from '#core/policy/name-person.ts';
import { chooseSeats, type ReviewQuestion, type Seat, type Seats } from '#core/reviewing/choose-seats.ts';
import { pairOf } from '#core/reviewing/memory.ts';
import type { Answer, Because, Column, LeftOut, NotJudged, Row } from '#core/terms/answer.ts';
import { amountOf, counted, listed, percentOf, spanOf } from '#core/terms/figures.ts';
import { DAY, dateOf, type Moment } from '#core/terms/moment.ts';
import { alphabetical } from '#core/terms/nearest.ts';
import type { PersonId } from '#core/terms/person.ts';
import { envelope } from '#core/world/envelope.ts';
import type { World } from '#core/world/world.ts';

export interface ReviewInput {
  /** The change in words: `the uncommitted changes`. */
  readonly change: string;
  readonly files: readonly { readonly path: string; readonly from?: string }[];
  readonly authors: readonly RawIdentity[];
  /** When the change began: nothing later may speak. Without it, the moment judged. */
  readonly since?: Moment | undefined;
  /** Names or e-mail addresses. */
  readonly away?: readonly string[] | undefined;
  readonly most?: number | undefined;
}

export interface ReviewValue {
  readonly change: string;
  /** Files that count, and of those that stood before: known by nobody present, and by one. */
  readonly files: number;
  readonly filesByNobody: number;
  readonly filesByOne: number;
  readonly seats: number;
  readonly learner: boolean;
}

export interface ReviewRow extends Row {
  readonly seat: 'knows it' | 'learns it';
  readonly reviewer: string;
  readonly why: readonly string[];
  readonly present: number;
  readonly reviewsLately: number;
}

/** Who should review a change: one who knows it and, only where cover is thin, one who learns it. */
export function answerReview(world: World, input: ReviewInput): Answer<ReviewValue, ReviewRow> {
  const question = reviewQuestion(world, input);
  const seats = chooseSeats(world.evidence, question);
  const told = tellSeats(world, { ...question, seats });
  const { at, files } = question;
  const value: ReviewValue = {
    change: input.change,
    files: files.length,
    filesByNobody: seats.files.byNobody,
    filesByOne: seats.files.byOne,
    seats: told.length,
    learner: seats.learning !== undefined,
  };
  return envelope(
    { ...world, at },
    {
      name: 'review',
      question: `Who should review ${input.change}?`,
      value,
      reading: readingOf(world, { value, seats, told }),
      columns: COLUMNS,
      rows: told.map(({ row }) => row),
      because: [becauseOfCover(value, seats), ...told.map(({ because }) => because)],
      method: { name: 'seats', version: '1' },
      notJudged: OPEN_REVIEWS,
      leftOut: leftOut(input, files),
    },
  );
}

/** What is asked of core/reviewing: rows in place of paths and names. */
export function reviewQuestion(world: World, input: ReviewInput): ReviewQuestion {
  return {
    at: Math.min(world.at, input.since ?? world.at),
    files: countedFiles(world, input),
    authors: findAuthors(world.evidence, input.authors),
    away: (input.away ?? []).map((name) => findPerson(world, name)),
    most: input.most,
  };
}

interface CountedFile {
  readonly path: string;
  readonly row?: number | undefined;
}

/** Without what nobody writes; each with the row of the file that stood there, under its new name or its old one. */
function countedFiles({ evidence: { files } }: World, input: ReviewInput): readonly CountedFile[] {
  const wanted = new Set(input.files.flatMap(({ path, from }) => [path, from ?? path]));
  const rows = new Map<string, number>();
  files.path.forEach((path, row) => {
    if (wanted.has(path) && (files.alive[row] === 1 || !rows.has(path))) rows.set(path, row);
  });
  return input.files
    .map(({ path, from }): CountedFile => ({ path, row: rows.get(path) ?? rows.get(from ?? path) }))
    .filter(({ path, row }) => (row === undefined ? exclusionOf(path) === 0 : files.exclusion[row] === 0));
}

/** A question and the seats that were given. */
export interface Ground extends ReviewQuestion {
  readonly seats: Seats;
}

export interface ToldSeat {
  readonly row: ReviewRow;
  readonly because: Because;
}

/** Each seat as a row with its because. */
export function tellSeats(world: World, ground: Ground): readonly ToldSeat[] {
  const { seats, files, at } = ground;
  const rows = new Set(files.flatMap(({ row }) => row ?? []));
  const deeds = deedsIn(world.evidence, (file) => rows.has(file), at);
  const one = (seat: ReviewRow['seat'], taken: Seat | undefined): readonly ToldSeat[] =>
    taken === undefined ? [] : [toldSeat(world, ground, { seat, taken, deeds: deeds.get(taken.person) })];
  return [...one('knows it', seats.knowing), ...one('learns it', seats.learning)];
}

interface Taken {
  readonly seat: ReviewRow['seat'];
  readonly taken: Seat;
  readonly deeds: AreaDeeds | undefined;
}

function toldSeat(world: World, ground: Ground, { seat, taken, deeds }: Taken): ToldSeat {
  const reviewer = namePerson(world.evidence, taken.person, world.viewer);
  const why = seat === 'knows it' ? whyKnowing(ground, taken, deeds) : whyLearning(ground, taken);
  const row: ReviewRow = {
    seat,
    reviewer,
    why: [...why, sayLoad(taken)],
    present: taken.present,
    reviewsLately: taken.load.lately,
    because: `seat:${seat === 'knows it' ? 'knowing' : 'learning'}`,
  };
  return { row, because: becauseOfSeat(world, ground, { row, taken, deeds }) };
}

function whyKnowing({ seats, authors, at, files }: Ground, { person, knows }: Seat, deeds: AreaDeeds | undefined): readonly string[] {
  const last = Math.max(0, ...authors.map((author) => seats.memory.lastPair.get(pairOf(author, person)) ?? 0));
  return [
    knows > 0 ? `wrote or reviewed ${knows} of ${counted(files.length, 'file')}` : 'nearest by folders and by what they reviewed lately',
    ...(deeds === undefined
      ? []
      : [
          `${counted(deeds.commits, 'change')} and ${counted(deeds.reviews, 'review')} there, the last ${spanOf((at - deeds.last) / DAY)} before`,
        ]),
    ...(last > 0 ? [`reviewed the author ${spanOf((at - last) / DAY)} before`] : []),
  ];
}

function whyLearning({ seats }: Ground, { gain }: Seat): readonly string[] {
  const { byNobody } = seats.files;
  return [
    ...(byNobody > 0 ? [`nobody here knows ${counted(byNobody, 'file')} of it`] : []),
    ...(byNobody === 0 || gain >= 0.1 ? [`about ${amountOf(gain)} files would otherwise be known by one person or nobody in a year`] : []),
  ];
}

function sayLoad({ present, load }: Seat): string {
  return `${percentOf(present)} likely to be here; ${counted(load.lately, 'review')} in the last seven days, ${load.usual.toFixed(1)} in a usual week`;
}

function readingOf(
  world: World,
  { value, seats, told }: { readonly value: ReviewValue; readonly seats: Seats; readonly told: readonly ToldSeat[] },
): string {
  if (value.files === 0) return 'Only generated, vendored or lock files are changed: nobody has to know them.';
  const passed = [
    ...(seats.passedOver.away > 0 ? [`${counted(seats.passedOver.away, 'person', 'people')} away`] : []),
    ...(seats.passedOver.full > 0 ? [`${seats.passedOver.full} with a full week`] : []),
  ];
  const said = passed.length === 0 ? '' : ` Passed over: ${listed(passed)}.`;
  if (told.length === 0) return `Nobody else is here who could review ${counted(value.files, 'file')}.${said}`;
  const names = told.map(({ row }) => `${row.reviewer} ${row.seat}`);
  const why = value.learner ? 'cover is thin' : 'two will know it anyway, so nobody is asked to learn it';
  return `${listed(names)}: ${why}.${sayOthers(world, seats)}${said}`;
}

function sayOthers({ evidence, viewer }: World, { others }: Seats): string {
  if (others.length === 0 || !maySeeNames(viewer)) return '';
  const names = others.map((person) => namePerson(evidence, person, viewer)).sort(alphabetical);
  return ` ${listed(names)} could review it as well (in alphabetical order).`;
}

function becauseOfCover({ files, filesByNobody, filesByOne, learner }: ReviewValue, seats: Seats): Because {
  return {
    id: 'value',
    claim: `Of ${counted(files, 'file')}, ${seats.files.known} stood before; of these ${filesByNobody} are known by nobody here, ${filesByOne} by one person.`,
    formula:
      'a person knows a file here when they wrote or reviewed it before and are more likely here than not; a learning seat is given where half a file or more would otherwise be left to one person or nobody in a year, and always where a file is known by nobody',
    inputs: [
      { name: 'files', value: files },
      { name: 'known by nobody here', value: filesByNobody },
      { name: 'known by one', value: filesByOne },
      { name: 'learning seat', value: learner ? 'yes' : 'no' },
    ],
    evidence: [],
    wouldChange: ['A review by somebody who does not know these files yet.', 'Whoever is away: say it with `--away`.'],
    confidence: 'how often the named person really reviewed, and what added seats saved: `understudy evaluate reviewers spreading`',
    method: 'seats/1',
  };
}

interface Grounded {
  readonly row: ReviewRow;
  readonly taken: Seat;
  readonly deeds: AreaDeeds | undefined;
}

/** Newest commits named for one person. */
const COMMITS = 4;

function becauseOfSeat(world: World, { files, at }: Ground, { row, taken, deeds }: Grounded): Because {
  const rows = new Set(files.flatMap((file) => file.row ?? []));
  return {
    id: row.because!,
    claim: `${row.reviewer} ${row.seat}: ${row.why[0]}.`,
    formula:
      row.seat === 'knows it'
        ? 'most of P(reviews) × P(here) × e^(−½ · load above a usual week), among those here, not away and without a full week'
        : 'most files kept from depending on one person: Σ over files of P(one left in a year) + ½ · P(nobody left), × P(still here in a year)',
    inputs: [
      { name: 'P(reviews), among all candidates', value: percentOf(taken.likely) },
      { name: 'P(here)', value: percentOf(taken.present) },
      { name: 'files known', value: taken.knows },
      { name: 'last here', value: deeds === undefined ? 'never' : dateOf(deeds.last) },
      { name: 'reviews in seven days', value: taken.load.lately },
      { name: 'reviews in a usual week', value: Number(taken.load.usual.toFixed(1)) },
      ...(taken.gain > 0 ? [{ name: 'files saved', value: Number(taken.gain.toFixed(2)) }] : []),
    ],
    evidence: maySeeNames(world.viewer)
      ? newestOf(world, { person: taken.person, rows, at }).map((commit) => commitRef(world.evidence, commit))
      : [],
    wouldChange: ['Another absence or a fuller week: `--away NAME`, `--most N`.'],
    confidence: `${percentOf(taken.likely)} of the model’s belief; how often that comes true: \`understudy evaluate reviewers\``,
    method: 'reviewers/1',
  };
}

function newestOf(
  { evidence: { acts } }: World,
  { person, rows, at }: { person: PersonId; rows: ReadonlySet<number>; at: Moment },
): readonly number[] {
  const found: number[] = [];
  for (let act = acts.count - 1; act >= 0 && found.length < COMMITS; act--)
    if (acts.person[act] === person && acts.at[act]! <= at && rows.has(acts.file[act]!) && !found.includes(acts.commit[act]!))
      found.push(acts.commit[act]!);
  return found;
}

function leftOut({ files }: ReviewInput, countedOnes: readonly CountedFile[]): readonly LeftOut[] {
  const count = files.length - countedOnes.length;
  return count === 0
    ? []
    : [{ what: 'files of the change', count, unit: 'files', why: 'They are generated, vendored or locked: nobody writes them.' }];
}

export const OPEN_REVIEWS: readonly NotJudged[] = [
  {
    facet: 'review',
    what: 'open reviews',
    why: 'Git tells of a review when it has landed.',
    remedy: 'Say who has enough to do: `--most N`.',
  },
];

export const COLUMNS: readonly Column[] = [
  { key: 'seat', label: 'Seat', kind: 'text', meaning: 'knows it: can tell whether it is right. learns it: will know it afterwards.' },
  { key: 'reviewer', label: 'Reviewer', kind: 'text', meaning: 'One named person for each seat, never a group.' },
  { key: 'why', label: 'Because', kind: 'list', wraps: true, meaning: 'What speaks for them.' },
  {
    key: 'present',
    label: 'Here',
    kind: 'probability',
    meaning: 'Probability of still working here, from their own rhythm and silence.',
    detail: true,
  },
  { key: 'reviewsLately', label: 'Reviews, 7 days', kind: 'count', meaning: 'Reviews that landed in the last seven days.', detail: true },
];
