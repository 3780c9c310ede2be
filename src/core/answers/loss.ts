import { degradationPlot } from '#core/cascade/degradation-plot.ts';
import { type DegradationStep, degradation } from '#core/factor/degradation.ts';
import { type LossMeasures, lossMeasures } from '#core/factor/loss.ts';
import { unitOf } from '#core/factor/unit-of.ts';
import type { Answer, Because, Column, Row } from '#core/terms/answer.ts';
import type { Estimate } from '#core/terms/estimate.ts';
import { counted, percentOf } from '#core/terms/figures.ts';
import { filesAt } from '#core/lookup/path-files.ts';
import type { Plot } from '#core/terms/plot.ts';
import { envelope } from '#core/world/envelope.ts';
import { judge } from '#core/world/judge.ts';
import type { World } from '#core/world/world.ts';

export interface LossInput {
  /** A folder or file; the whole where nothing is said. */
  readonly path?: string | undefined;
  /** Most people who are sent away. */
  readonly most?: number | undefined;
}

/** The measures, and the rows as a picture. */
export interface LossValue extends LossMeasures {
  readonly plots: readonly Plot[];
}

export interface LossRow extends Row {
  readonly away: number;
  readonly worst: number;
  readonly average: Estimate;
}

/** What would be lost: on average, in a bad case, and step by step when one, two, three … people are away. */
export function answerLoss(world: World, { path = '', most = MOST }: LossInput = {}): Answer<LossValue | null, LossRow> {
  const { landscape, worst } = judge(world);
  const inside = new Set(filesAt(world.evidence, path));
  const unit = unitOf(landscape, (file) => inside.has(file));
  const judged = worst.northStar !== null && unit.files.length > 0;
  const steps = judged ? degradation(landscape, unit, { most, seed: world.settings.seed }) : [];
  const plots = [degradationPlot(steps, path || 'the whole')];
  const value = judged ? { ...lossMeasures(landscape, unit, world.settings), plots } : null;
  return envelope(world, {
    name: 'loss',
    question: `How much of the expected work in ${path || 'the whole'} would find nobody?`,
    value,
    reading: readingOf(value, steps, path),
    columns: COLUMNS,
    rows: steps.map(rowOf),
    because: value === null ? [] : [becauseOf(value)],
    method: { name: 'seeded draws of who is still there', version: '1' },
  });
}

const MOST = 10;

function rowOf({ away, worst, average, low, high }: DegradationStep): LossRow {
  return { away, worst, average: { value: average, low, high, level: 0.9 }, because: 'value' };
}

function readingOf(value: LossMeasures | null, steps: readonly DegradationStep[], path: string): string {
  const place = path || 'the whole';
  if (value === null) return `Too little history to say what could be lost in ${place}.`;
  const one = steps[1];
  const away = one
    ? ` With one person away ${percentOf(one.worst)} would still be carried at worst and ${percentOf(one.average)} on average.`
    : '';
  return `${percentOf(value.expected)} of the expected work in ${place} would find nobody on average, ${percentOf(value.quantile)} in one case of twenty, ${percentOf(value.tail)} on average beyond that.${away}`;
}

function becauseOf(value: LossMeasures): Because {
  return {
    id: 'value',
    claim: `${percentOf(value.expected)} of the expected work would find nobody on average over ${counted(value.draws, 'draw')}.`,
    formula:
      'loss = 1 − carried, in seeded draws in which every person is still there or gone by their presence and the calibration is shifted for everybody together; worst: each time whoever’s absence costs most; average: 40 random orders of the people who are likely here',
    inputs: [
      { name: 'expected loss', value: percentOf(value.expected) },
      { name: '95 % quantile', value: percentOf(value.quantile) },
      { name: 'mean beyond it', value: percentOf(value.tail) },
      { name: 'draws', value: value.draws },
    ],
    evidence: [],
    wouldChange: ['A second person taking part where one carries alone brings the worst curve near the average one.'],
    confidence: `${counted(value.draws, 'draw')} with a fixed seed; people leave independently of each other here`,
    method: 'loss/1, degradation/1',
  };
}

const COLUMNS: readonly Column[] = [
  { key: 'away', label: 'People away', kind: 'count', meaning: 'How many are away at once.' },
  {
    key: 'worst',
    label: 'Carried at worst',
    kind: 'probability',
    meaning: 'Share still carried when those whose absence costs most are away.',
  },
  {
    key: 'average',
    label: 'On average',
    kind: 'estimate',
    unit: 'share',
    meaning: 'Share still carried over random orders, with the middle 90 % of them.',
  },
];
