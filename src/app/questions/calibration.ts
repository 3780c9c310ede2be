import { CONFIRMATION_COLUMNS, readConfirmations } from '#core/calibration/confirmations.ts';
import { type Confirmation, refit, saidWithoutOwn } from '#core/calibration/refit.ts';
import { sigmoid } from '#core/fitting/fit-logistic.ts';
import { type ForecastScores, scoreForecasts } from '#core/fitting/forecast-scores.ts';
import type { Correction } from '#core/knowledge/own-evidence.ts';
import { findPerson } from '#core/lookup/find-person.ts';
import type { Answer, Column, NotJudged, Row } from '#core/terms/answer.ts';
import { counted, scoreOf } from '#core/terms/figures.ts';
import type { PersonId } from '#core/terms/person.ts';
import { Refusal } from '#core/terms/refusal.ts';
import { refusal } from '#core/terms/refusals.ts';
import { envelope } from '#core/world/envelope.ts';
import type { World } from '#core/world/world.ts';

/** Less than this, and chance moves the odds more than the team does. */
export const ENOUGH = { answers: 30, yes: 8, no: 8, people: 3 } as const;

export interface CalibrateValue {
  /** Null where there were too few answers to correct anything by. */
  readonly correction: Correction | null;
  /** Is it better than the shipped model for people it never heard of? */
  readonly better: boolean;
  readonly shipped: ForecastScores | null;
  readonly corrected: ForecastScores | null;
  readonly answers: number;
}

/** What a team's own answers would change, and whether that holds for people who gave none. */
export function answerCalibrate(world: World, text: string): Answer<CalibrateValue> {
  const { all, leftOut } = readConfirmations({ text, evidence: world.evidence, at: world.at, personOf: (asked) => personOf(world, asked) });
  const lack = lackOf(all);
  const value = lack === undefined ? judged(all) : { correction: null, better: false, shipped: null, corrected: null, answers: all.length };
  return envelope(world, {
    name: 'calibrate',
    question: 'Does stated knowledge hold here, by what this team says of itself?',
    value,
    reading: readingOf(value, lack),
    columns: COLUMNS,
    rows: rowsOf(value),
    because: [],
    method: { name: 'correction of log-odds', version: '1' },
    leftOut,
    notJudged: lack === undefined ? [] : [tooFew(lack)],
  });
}

/** A file without the columns that answers are read from is refused. */
export function refuseOtherColumns(path: string, text: string): void {
  const has = new Set(
    text
      .split(/\r?\n/, 1)[0]!
      .split(',')
      .map((cell) => cell.trim().replaceAll('"', '')),
  );
  const missing = CONFIRMATION_COLUMNS.filter((column) => !has.has(column));
  if (missing.length > 0)
    throw refusal('data-columns', { path, suites: 'calibrate', missing: missing.join(', '), needed: CONFIRMATION_COLUMNS.join(',') });
}

function personOf(world: World, asked: string): PersonId | undefined {
  try {
    return findPerson(world, asked);
  } catch (problem) {
    if (problem instanceof Refusal) return undefined;
    throw problem;
  }
}

function lackOf(all: readonly Confirmation[]): string | undefined {
  const yes = all.filter(({ knows }) => knows === 1).length;
  const people = new Set(all.map(({ person }) => person)).size;
  const fine = all.length >= ENOUGH.answers && yes >= ENOUGH.yes && all.length - yes >= ENOUGH.no && people >= ENOUGH.people;
  return fine ? undefined : `${counted(all.length, 'answer')} (${yes} yes) about ${counted(people, 'person', 'people')}`;
}

function tooFew(lack: string): NotJudged {
  return {
    facet: 'suite',
    what: 'a correction of your own',
    why: `${lack} are too few: chance would move it more than you do.`,
    remedy: `Give at least ${ENOUGH.answers} rows about ${ENOUGH.people} people, ${ENOUGH.yes} of them yes and ${ENOUGH.no} no.`,
  };
}

function judged(all: readonly Confirmation[]): CalibrateValue {
  const outcome = all.map(({ knows }) => knows);
  const shipped = scoreForecasts(
    all.map(({ logOdds }) => sigmoid(logOdds)),
    outcome,
  );
  const corrected = scoreForecasts(saidWithoutOwn(all), outcome);
  const { shift, slope } = refit(all);
  const correction = { shift: Number(shift.toFixed(3)), slope: Number(slope.toFixed(3)) };
  return { correction, better: corrected.brier < shipped.brier, shipped, corrected, answers: all.length };
}

function readingOf({ correction, better, shipped, corrected, answers }: CalibrateValue, lack: string | undefined): string {
  if (correction === null) return `Nothing was changed: ${lack!} are too few to correct anything by.`;
  const scores = `Brier ${scoreOf(corrected!.brier)} against ${scoreOf(shipped!.brier)} as shipped`;
  const which = `On ${counted(answers, 'answer')}, each judged by what the others said`;
  return better
    ? `${which}, the correction is better: ${scores}. knowledge-shift ${correction.shift}, knowledge-slope ${correction.slope}.`
    : `${which}, the model as shipped is as good: ${scores}. Nothing to change.`;
}

const COLUMNS: readonly Column[] = [
  {
    key: 'model',
    label: 'Model',
    kind: 'text',
    meaning: 'As shipped, or with the correction; the correction is judged for people whose answers it never heard.',
  },
  { key: 'brier', label: 'Brier', kind: 'number', unit: 'score', meaning: 'Mean squared distance from the answers; lower is better.' },
  { key: 'auc', label: 'AUC', kind: 'number', unit: 'score', meaning: 'How well yes and no are told apart; 0.5 is blind.' },
  { key: 'ece', label: 'ECE', kind: 'number', unit: 'score', meaning: 'Mean gap between what is said and what is so; lower is better.' },
  { key: 'shift', label: 'Shift', kind: 'number', unit: 'score', meaning: 'Added to the log-odds of knowing.' },
  { key: 'slope', label: 'Slope', kind: 'number', unit: 'score', meaning: 'What the log-odds are multiplied by.' },
];

function rowsOf({ shipped, corrected, correction }: CalibrateValue): readonly Row[] {
  if (shipped === null || corrected === null || correction === null) return [];
  const row = (model: string, { brier, auc, ece }: ForecastScores, { shift, slope }: Correction): Row => ({
    model,
    brier,
    auc,
    ece,
    shift,
    slope,
  });
  return [row('as shipped', shipped, { shift: 0, slope: 1 }), row('corrected by your answers', corrected, correction)];
}
