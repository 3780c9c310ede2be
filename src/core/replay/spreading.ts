import { HERE } from '#core/because/standing-of.ts';
import type { RawHistory } from '#core/evidence/raw-history.ts';
import type { Change } from '#core/reviewing/change.ts';
import { coverIn, type FileAtHand, NEWCOMER, staysFor } from '#core/reviewing/thin-cover.ts';
import { DAY } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import { addAll, type FileKnowledge, fileKnowledge, isWide } from './file-knowledge.ts';
import { type AtRisk, filesAtRisk, outcomeOf } from './files-at-risk.ts';
import { type Scene, type Way, waysOf } from './learner-ways.ts';
import { type PeopleThen, peopleThen } from './people-then.ts';
import type { RawChange } from './raw-changes.ts';
import { peopled, type Quarter, type Replay, replayOf } from './replay.ts';

/** What happened under one way to add reviewers. */
export interface SpreadingRun extends Pick<Way, 'name' | 'kind' | 'threshold'> {
  readonly added: number;
  /** Seats added by the end of each quarter. */
  readonly addedBy: readonly number[];
  /** At the start of each quarter. */
  readonly quarters: readonly AtRisk[];
  /** Reviews by person, the added ones with those that really were, most first; and the added ones alone. Nobody is told apart. */
  readonly perPerson: readonly number[];
  readonly addedPerPerson: readonly number[];
}

export interface SpreadingRuns {
  readonly quarters: readonly string[];
  /** Reviewed changes in all. */
  readonly changes: number;
  readonly runs: readonly SpreadingRun[];
}

/** So much later life must be known before a quarter is judged. */
const LATER = 365 * DAY;
/** Presence is worked out anew this often. */
const FORTNIGHT = 14 * DAY;
const WEEK = 7 * DAY;
/** Added reviews that one person is asked for in a week. */
const MOST_IN_WEEK = 2;

/** Replays a history under every way to add reviewers at once; the first adds nobody. */
export function spreadingRuns(history: RawHistory, thresholds: readonly number[]): SpreadingRuns {
  const replay = replayOf(history);
  const outcome = outcomeOf(history, replay.changes);
  const last = replay.changes.at(-1)?.at ?? 0;
  const quarters = replay.quarters.filter(({ from }) => from <= last - LATER);
  const desk: Desk = { replay, knowledge: fileKnowledge(), tracks: [], changes: 0, reviews: [], stayedUntil: () => 0 };
  desk.tracks = waysOf(thresholds, (person) => desk.stayedUntil(person)).map(openTrack);
  const addedBy: number[][] = [];
  const judged = quarters.map((quarter) => {
    if (desk.changes === 0) for (let row = 0; row < quarter.first; row++) desk.knowledge.see(replay.changes[row]!);
    const { knowledge, tracks } = desk;
    const riskWith = filesAtRisk(knowledge, outcome, quarter.from);
    const found = tracks.map(({ known }) => riskWith(known));
    walkQuarterOf(desk, quarter, (identity) => outcome.lastAct.get(outcome.personOf(identity))!);
    addedBy.push(tracks.map(({ added }) => added));
    return found;
  });
  return {
    quarters: quarters.slice(1).map(({ name }) => name),
    changes: desk.changes,
    runs: desk.tracks.map(({ way: { name, kind, threshold }, added, asked }, k) => ({
      name,
      kind,
      ...(threshold === undefined ? {} : { threshold }),
      added,
      addedBy: addedBy.slice(1).map((all) => all[k]!),
      quarters: judged.slice(1).map((found) => found[k]!),
      perPerson: loadOf([...desk.reviews, ...asked], outcome.personOf),
      addedPerPerson: loadOf(asked, outcome.personOf),
    })),
  };
}

/** One way, and what it has led to: spellings that know files because they were added. Mutated. */
interface Track {
  readonly way: Way;
  added: number;
  readonly asked: number[];
  readonly known: Map<number, Set<number>>;
  /** Of the current quarter: the same by the people of then; and how often each was asked in a week. */
  knowers: Map<number, Set<PersonId>>;
  week: number;
  load: Map<PersonId, number>;
}

function openTrack(way: Way): Track {
  return { way, added: 0, asked: [], known: new Map(), knowers: new Map(), week: 0, load: new Map() };
}

/** Mutated along the way. */
interface Desk {
  readonly replay: Replay;
  readonly knowledge: FileKnowledge;
  tracks: readonly Track[];
  changes: number;
  /** Spelling of each reviewer of each change, as it really was. */
  readonly reviews: number[];
  /** Until when somebody really was seen; for hindsight only. */
  stayedUntil: (person: PersonId) => number;
}

/** The changes of a quarter with its identities. */
interface Hour {
  readonly quarter: Quarter;
  readonly people: PeopleThen;
  /** Who wrote or reviewed each file. */
  readonly knowers: Map<number, Set<PersonId>>;
  /** The spelling that each person used last. */
  readonly spelling: Map<PersonId, number>;
  presence: ReadonlyMap<PersonId, number>;
  /** Those more likely here than not. */
  here: readonly PersonId[];
  presenceAt: number;
}

function walkQuarterOf(desk: Desk, quarter: Quarter, lastSeen: (identity: number) => number): void {
  const { replay, knowledge, tracks } = desk;
  const hour = begin(desk, quarter);
  desk.stayedUntil = (person) => lastSeen(hour.spelling.get(person)!);
  for (const track of tracks) track.knowers = inPeople(track.known, quarter);
  for (let row = quarter.first; row < quarter.end; row++) {
    const change = replay.changes[row]!;
    if (change.at - hour.presenceAt >= FORTNIGHT) {
      lookAround(hour, change.at);
    }
    const said = peopled(change, quarter.identities);
    if (said.reviewers.length > 0) review(desk, hour, { change, said });
    knowledge.see(change);
    look(hour, change);
  }
}

function begin({ replay, knowledge }: Desk, quarter: Quarter): Hour {
  const people = peopleThen();
  const hour: Hour = {
    quarter,
    people,
    knowers: inPeople(knowledge.known, quarter),
    spelling: new Map(Array.from(knowledge.spellings, (identity) => [quarter.identities.personOf(identity), identity])),
    presence: new Map(),
    here: [],
    presenceAt: quarter.from,
  };
  for (let row = 0; row < quarter.first; row++) note(hour, replay.changes[row]!);
  lookAround(hour, quarter.from);
  return hour;
}

function lookAround(hour: Hour, at: number): void {
  hour.presence = hour.people.presence(at);
  hour.presenceAt = at;
  hour.here = Array.from(hour.presence).flatMap(([person, present]) => (present >= HERE ? [person] : []));
}

function look(hour: Hour, change: RawChange): void {
  note(hour, change);
  const { personOf } = hour.quarter.identities;
  const everybody = [...change.authors, ...change.reviewers];
  for (const identity of everybody) hour.spelling.set(personOf(identity), identity);
  if (!isWide(change)) for (const file of change.files) addAll(hour.knowers, file, everybody.map(personOf));
}

function note({ people, quarter }: Hour, { at, authors, reviewers }: RawChange): void {
  const { personOf, isHuman } = quarter.identities;
  for (const identity of [...authors, ...reviewers]) if (isHuman(personOf(identity))) people.acted(personOf(identity), at);
}

function inPeople(known: ReadonlyMap<number, ReadonlySet<number>>, { identities }: Quarter): Map<number, Set<PersonId>> {
  return new Map(Array.from(known, ([file, spellings]) => [file, new Set(Array.from(spellings, identities.personOf))]));
}

interface Reviewed {
  readonly change: RawChange;
  readonly said: Change;
}

function review(desk: Desk, hour: Hour, { change, said }: Reviewed): void {
  const turn = ++desk.changes;
  for (const person of said.reviewers)
    desk.reviews.push(
      hour.spelling.get(person) ?? change.reviewers.find((identity) => hour.quarter.identities.personOf(identity) === person)!,
    );
  if (isWide(change)) return;
  for (const track of desk.tracks) {
    const chosen = track.way.choose(sceneOf(track, hour, { change, said, turn }));
    if (chosen === undefined) continue;
    const spelling = hour.spelling.get(chosen)!;
    track.added++;
    track.asked.push(spelling);
    track.load.set(chosen, (track.load.get(chosen) ?? 0) + 1);
    for (const file of change.files) {
      addAll(track.known, file, [spelling]);
      addAll(track.knowers, file, [chosen]);
    }
  }
}

function sceneOf(
  track: Track,
  { knowers: known, presence, here }: Hour,
  { change, said, turn }: Reviewed & { readonly turn: number },
): Scene {
  const week = Math.floor(change.at / WEEK);
  if (track.week !== week) {
    track.week = week;
    track.load = new Map();
  }
  const presenceOf = (person: PersonId): number => presence.get(person) ?? NEWCOMER;
  const everybody = [...said.authors, ...said.reviewers];
  let unknown = false;
  const files = change.standing.map((file): FileAtHand => {
    const before = new Set([...(known.get(file) ?? []), ...(track.knowers.get(file) ?? [])]);
    unknown ||= before.size > 0 && ![...before].some((person) => presenceOf(person) >= HERE);
    const knowers = new Set([...before, ...everybody]);
    return { knowers, cover: coverIn(Array.from(knowers, (person) => staysFor(presenceOf(person)))) };
  });
  const candidates = here.filter((person) => !everybody.includes(person) && (track.load.get(person) ?? 0) < MOST_IN_WEEK);
  return { change: said, files, unknown, candidates, presenceOf, turn };
}

/** How often each person is named, most first. */
function loadOf(spellings: readonly number[], personOf: (identity: number) => PersonId): readonly number[] {
  const counts = new Map<PersonId, number>();
  for (const identity of spellings) counts.set(personOf(identity), (counts.get(personOf(identity)) ?? 0) + 1);
  return [...counts.values()].sort((a, b) => b - a);
}
