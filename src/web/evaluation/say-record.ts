import type { EvaluationRecord } from '#core/terms/evaluation-record.ts';
import { type Bar, isHeld, type SuiteName } from '#core/terms/suite-report.ts';
import { counted } from '#core/terms/figures.ts';

/** What each suite asks, as somebody would who doubts it. */
export const SUITE_TITLES: Readonly<Record<SuiteName, string>> = {
  'truck-factor': 'Does it agree with published truck factors?',
  calibration: 'When it says that somebody probably knows a file, do they say so too?',
  successors: 'Who did the work after somebody left: did it say so?',
  handovers: 'Who was named when work was handed over: did it say so?',
  reviewers: 'Who reviewed a change: did it say so?',
  spreading: 'How much risk does one more reviewer take away?',
  forecast: 'When somebody was away, did what it warned of come true?',
  plan: 'How near is a plan to the best there is?',
  signals: 'Are signals raised where a pattern was planted, and silent elsewhere?',
};

const FIGURES: Readonly<Record<string, string>> = {
  auc: 'AUC',
  brier: 'Brier score',
  ece: 'Calibration error',
  top1: 'First of the list',
  top3: 'Among the first three',
  top5: 'Among the first five',
  mrr: 'Mean reciprocal rank',
  exact: 'Exactly the same',
  withinOne: 'Within one',
  mae: 'Mean distance',
  precision: 'Alarms that are right',
  recall: 'Planted patterns that are found',
  n: 'Cases',
};

/** `top1Whole` is the first of the list, on the whole; what has no title of its own is written in words. */
export function figureTitle(name: string): string {
  const [, base = name, rest = ''] = /^([a-z]+\d?)(.*)$/.exec(name) ?? [];
  const title = FIGURES[name] ?? FIGURES[base];
  if (title === undefined) return capital(wordsOf(name));
  return rest === '' || FIGURES[name] !== undefined ? title : `${title}, ${wordsOf(rest)}`;
}

function wordsOf(camel: string): string {
  return camel
    .replace(/([A-Z])/g, ' $1')
    .trim()
    .toLowerCase();
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The whole record in one sentence: what was held and what was missed, the misses not smaller than the rest. */
export function sayRecord({ reports }: EvaluationRecord): string {
  const bars = reports.flatMap((report) => report.bars);
  const parts = (['gate', 'aim'] as const).map((kind) => {
    const all = bars.filter((bar) => bar.kind === kind);
    return all.length === 0 ? '' : `${heldOf(all)} of ${counted(all.length, kind)}`;
  });
  const told = parts.filter((part) => part !== '');
  const held = told.length === 0 ? 'no bound could be judged' : `it meets ${told.join(' and ')}`;
  return `Measured on public histories in ${counted(reports.length, 'suite')}, ${held}; what it misses is here too.`;
}

export function heldOf(bars: readonly Bar[]): number {
  return bars.filter(isHeld).length;
}
