import { tallyPairs } from '#core/knowledge/pair-tally.ts';
import type { PairTally } from '#core/knowledge/pair-tally.ts';
import { presence, rhythms } from '#core/risk/presence.ts';
import { DAY } from '#core/terms/moment.ts';
import { sharesOf } from './fade.ts';
import { FEATURES, LARGE_LOAD, logShare, WIDTH } from './features.ts';
import { filesLed, leadersAt } from './leading.ts';
import { pathKinship } from './path-kinship.ts';
import { mayFollow, type SuccessionQuestion } from './question.ts';
import { commitsLately, folderOf, meanShare, parentOfFolder, type RecentWork, recentWork } from './recent-shares.ts';
import { sameOrganisation } from './same-organisation.ts';
import { sharedWork } from './shared-work.ts';

/** Everything about the candidates that does not depend on which of the files is asked about. */
export interface Field {
  readonly question: SuccessionQuestion;
  /** Who may follow and has ever been seen, ascending. */
  readonly people: Uint32Array;
  readonly work: RecentWork;
  /** `people × WIDTH`, with the three columns of single files left at the log of nothing. */
  readonly common: Float64Array;
  /** Figures of NOBODY_FEATURES. */
  readonly nobody: readonly number[];
  /** Files led, by person. */
  readonly led: Float64Array;
}

/** What was counted before, where somebody has it. */
export interface Counted {
  readonly tally?: PairTally;
  readonly leaders?: Uint32Array;
}

/** Looks at everybody once; single files are then cheap. */
export function openField(question: SuccessionQuestion, { tally, leaders }: Counted = {}): Field {
  const { evidence, at } = question;
  const may = mayFollow(question);
  const { lastAt } = rhythms(evidence, at);
  const present = presence(evidence, at);
  const people = Uint32Array.from(may.keys()).filter((p) => may[p] === 1 && lastAt[p]! > 0);
  const work = recentWork(question);
  const led = filesLed(leaders ?? leadersAt(evidence, tally ?? tallyPairs(evidence, at), at), may.length);
  const columns: Readonly<Record<(typeof FEATURES)[number]['name'], Float64Array>> = {
    presence: Float64Array.from(present, logOdds),
    silence: lastAt.map((last) => Math.log1p((at - last) / DAY)),
    onGround: sharesOf(work.onGround, may).map(logShare),
    onFiles: new Float64Array(may.length).fill(logShare(0)),
    inFolder: new Float64Array(may.length).fill(logShare(0)),
    beside: new Float64Array(may.length).fill(logShare(0)),
    lately: commitsLately(question).map(Math.log1p),
    load: sharesOf(led, may).map((share) => logShare(Math.min(LARGE_LOAD, share))),
    organisation: sameOrganisation(question),
    together: sharedWork(question),
    kinship: pathKinship(question),
  };
  return {
    question,
    people,
    work,
    led,
    common: rowsOf(people, columns),
    nobody: nobodyFigures(may, present),
  };
}

/** Rows of features for some of the ground's files, in the order of `field.people`. */
export function featuresFor(field: Field, files: readonly number[]): Float64Array {
  const { question, people, work, common } = field;
  const may = mayFollow(question);
  const rows = common.slice();
  const onFiles = meanShare(work.onFile, files, may);
  const paths = files.map((file) => question.evidence.files.path[file]!);
  const inFolder = meanShare(work.inFolder, paths.map(folderOf), may);
  const beside = meanShare(work.beside, paths.map(parentOfFolder), may);
  people.forEach((person, i) => {
    rows[i * WIDTH + ON_FILES] = logShare(onFiles[person]!);
    rows[i * WIDTH + IN_FOLDER] = logShare(inFolder[person]!);
    rows[i * WIDTH + BESIDE] = logShare(beside[person]!);
  });
  return rows;
}

const ON_FILES = FEATURES.findIndex(({ name }) => name === 'onFiles');
const IN_FOLDER = FEATURES.findIndex(({ name }) => name === 'inFolder');
const BESIDE = FEATURES.findIndex(({ name }) => name === 'beside');

function rowsOf(people: Uint32Array, columns: Readonly<Record<string, Float64Array>>): Float64Array {
  const rows = new Float64Array(people.length * WIDTH);
  FEATURES.forEach(({ name }, k) => {
    people.forEach((person, i) => {
      rows[i * WIDTH + k] = columns[name]![person]!;
    });
  });
  return rows;
}

/** Certainty is clipped at one in a thousand. */
function logOdds(probability: number): number {
  const p = Math.min(0.999, Math.max(0.001, probability));
  return Math.log(p / (1 - p));
}

/** Figures of NOBODY_FEATURES. */
function nobodyFigures(may: Uint8Array, present: Float32Array): readonly number[] {
  return [1, Math.log(0.1 + present.reduce((sum, chance, p) => sum + (may[p] === 1 ? chance : 0), 0))];
}
