import { describe, expect, it } from 'vitest';
import { drawFrom } from '#core/chance/draw.ts';
import { forecastFigures } from '#core/evaluation/forecast-figures.ts';
import { sigmoid } from '#core/fitting/fit-logistic.ts';
import { scoreForecasts } from '#core/fitting/forecast-scores.ts';
import { CALIBRATION } from './calibration.ts';
import { LABEL_COLUMNS, readLabels } from '#core/calibration/knowledge-labels.ts';
import { OURS } from '#core/calibration/knowledge-ways.ts';

/** Invented labels: who changed a file often and recently knows it. */
function labels(n: number, systems: number): string {
  const draw = drawFrom(7);
  const rows = Array.from({ length: n }, (_, i) => {
    const own = Math.floor(draw.uniform() * 20);
    const days = Math.floor(draw.uniform() * 900);
    const knows = draw.uniform() < sigmoid(1.2 * Math.log1p(own) - 0.4 * Math.log1p(days));
    return [`s${i % systems}`, knows ? 5 : 2, draw.uniform(), 0.5, 0.5, i % 2, own, 3, 120, days, i % 4].join(',');
  });
  return `${LABEL_COLUMNS.join(',')}\n${rows.join('\n')}\n`;
}

function reportOn(text: string) {
  const input = { projects: [], data: { name: 'labels.csv', text, sha256: '0' }, seed: 1 };
  return CALIBRATION.conclude(
    CALIBRATION.steps(input).map((step) => step.run(undefined)),
    input,
  );
}

describe('calibration of knowledge', () => {
  const report = reportOn(labels(320, 5));

  it('[suites.2] scores ours and every baseline on the same labels', () => {
    const auc = report.figures.filter(({ name }) => name === 'auc');
    expect(auc.filter(({ ours }) => ours).map(({ by }) => by)).toEqual([OURS]);
    expect(new Set(auc.map(({ estimate }) => estimate.n))).toEqual(new Set([320]));
    const of = (by: string) => auc.find((figure) => figure.by === by)!.estimate.value;
    expect(of(OURS)).toBeGreaterThan(0.7);
    expect(of(OURS)).toBeGreaterThan(of('degree of authorship as published'));
    expect(report.bars.map(({ kind }) => kind)).toEqual(['gate', 'gate', 'gate', 'aim', 'aim']);
  });

  it('judges no system by what it said itself: ours is another figure than a fit to the same rows', () => {
    const of = (by: RegExp) => report.figures.find((figure) => by.test(figure.by) && figure.name === 'brier')!.estimate.value;
    expect(of(/^everything, fitted/)).toBeLessThan(of(/^logistic with size/));
  });

  it('[suites.3] counts rows that cannot be read, and holds no bound to a handful of labels', () => {
    const [head, ...rows] = labels(30, 1).trim().split('\n');
    const few = reportOn([head, ...rows, 's9,many,0,0,0,0,1,1,1,1,1', 's9,5,2,0,0,0,1,1,1,1,1', 's9,5,,0,0,0,1,1,1,1,1'].join('\n'));
    expect(few.leftOut.map(({ count }) => count)).toEqual([3]);
    expect(few.bars).toEqual([]);
    expect(few.figures.filter(({ ours }) => ours).map(({ by }) => by)[0]).toBe('the coefficients as shipped');
    expect(readLabels('system\n').labels).toEqual([]);
  });

  it('gives the scores that the plain formulas give', () => {
    const said = [0.1, 0.4, 0.4, 0.8, 0.95];
    const outcome = [0, 1, 0, 1, 0];
    const { auc, brier, ece } = forecastFigures({ said, outcome, cluster: ['a', 'a', 'b', 'b', 'b'] }, { seed: 1, draws: 50 });
    const plain = scoreForecasts(said, outcome);
    expect([auc.value, brier.value, ece.value]).toEqual([plain.auc, plain.brier, plain.ece].map((x) => expect.closeTo(x, 10)));
    expect(auc.low).toBeLessThanOrEqual(auc.value);
    expect(
      forecastFigures({ said, outcome: [1, 1, 1, 1, 1], cluster: ['a', 'a', 'b', 'b', 'b'] }, { seed: 1, draws: 20 }).auc,
    ).toMatchObject({
      value: 0.5,
      low: 0.5,
      high: 0.5,
    });
  });
});
