import { describe, expect, it } from 'vitest';
import type { Suite, SuiteInput } from '#core/evaluation/suite.ts';
import { REVIEWERS } from '#core/reviewing/reviewer-coefficients.ts';
import { DAY } from '#core/terms/moment.ts';
import type { SuiteReport } from '#core/terms/suite-report.ts';
import { DAY_0 } from '#test/evidence-of.ts';
import { historyOf, type ToldRevision } from '#test/history-of.ts';
import { REVIEWERS_SUITE } from './reviewers.ts';
import { SPREADING } from './spreading.ts';

const PEOPLE = ['Ana Alder <ana@example.org>', 'Bo Birch <bo@example.org>', 'Cem Cedar <cem@example.org>', 'Dara Elm <dara@example.org>'];
/** After the fit, 600 changes: each person writes in a part of their own, is reviewed by the next, and the last one leaves. */
const FIRST_DAY = Date.parse(`${REVIEWERS.provenance.until}T00:00:00Z`) / 1000 / DAY - DAY_0 / DAY + 30;
const story = (reviewed: boolean): readonly ToldRevision[] =>
  Array.from({ length: 600 }, (_, i): ToldRevision => {
    const by = i < 300 ? i % 4 : i % 3;
    const next = PEOPLE[(by + 1) % (i < 300 ? 4 : 3)]!;
    return {
      day: FIRST_DAY + i * 3,
      by: PEOPLE[by]!,
      touches: [i < 80 ? `A part${by}/file${i}.ts` : `M part${by}/file${(i % 20) * 4 + by}.ts`],
      ...(reviewed ? { trailers: [['reviewed', next] as const] } : {}),
    };
  });

function report<Piece>(suite: Suite<Piece>, history = historyOf(story(true)), data?: string): SuiteReport {
  const input: SuiteInput = {
    projects: [{ name: 'invented', head: 'a'.repeat(40), holds: [] }],
    ...(data === undefined ? {} : { data: { name: 'published.csv', text: data, sha256: '0' } }),
    seed: 1,
  };
  const pieces = suite
    .steps(input)
    .map((step) => JSON.parse(JSON.stringify(step.run({ name: 'invented', history, cleaning: {} }))) as Piece);
  return suite.conclude(pieces, input);
}

describe('reviewers named', () => {
  it('[suites.2] are counted beside every simple way, on the same changes', () => {
    const { figures } = report(REVIEWERS_SUITE);
    const mrr = figures.filter(({ name }) => name === 'mrr');
    expect(mrr.map(({ by }) => by)).toContain('last author of the files');
    expect(mrr.length).toBe(7);
    expect(new Set(mrr.map(({ estimate }) => estimate.n))).toEqual(new Set([600]));
    const ours = mrr.find((figure) => figure.ours)!.estimate.value;
    expect(ours).toBeGreaterThan(0.9);
    expect(mrr.find(({ by }) => by === 'last author of the files')!.estimate.value).toBeLessThan(ours);
  });

  it('[suites.3] hold no gate for a repository that the order was not fitted on, and judge none without reviews', () => {
    const other = report(REVIEWERS_SUITE);
    expect([other.bars, other.notJudged.map(({ what }) => what)]).toEqual([[], ['the gates']]);
    const silent = report(REVIEWERS_SUITE, historyOf(story(false)));
    expect([silent.figures, silent.notJudged.map(({ what }) => what)]).toEqual([[], ['invented', 'the gates']]);
  });
});

describe('spreading', () => {
  const told = report(SPREADING, undefined, 'project,recommender,dFaR_pct_mean\nelsewhere,Other,-30\nelsewhere,Bad,many\n');

  it('[suites.2] stands beside whoever stays, the limit with hindsight, and what was published', () => {
    const removed = ['riskRemoved', 'riskRemovedFew', 'riskRemovedMany'].flatMap((name) => figuresNamed(told, name));
    expect(removed.filter(({ ours }) => ours).length).toBe(3);
    expect(removed.filter(({ ours }) => !ours).length).toBe(3);
    const limit = removed.find(({ by }) => by.includes('hindsight'))!.estimate.value;
    for (const { estimate } of removed) expect(estimate.value).toBeLessThanOrEqual(limit + 1e-9);
    expect(limit).toBeGreaterThan(0);
    const series = told.plots[0]!.series;
    expect(series.find(({ name }) => name.startsWith('published, replacing'))!.points).toEqual([
      { x: 0, y: 0.3, note: 'elsewhere: Other' },
    ]);
  });

  it('[suites.3] is not judged where commits name no reviewers', () => {
    const silent = report(SPREADING, historyOf(story(false)));
    expect([silent.figures, silent.bars, silent.notJudged.map(({ what }) => what)]).toEqual([[], [], ['invented']]);
  });
});

function figuresNamed({ figures }: SuiteReport, name: string) {
  return figures.filter((figure) => figure.name === name);
}
