import { describe, expect, it } from 'vitest';
import { SLOWDOWN } from '#core/absence/slowdown-coefficients.ts';
import { scoreForecasts } from '#core/fitting/forecast-scores.ts';
import { OURS, WAYS_TO_WARN } from '#core/hindsight/ways-to-warn.ts';
import { casesOf, isWarned } from '#core/hindsight/judged-cases.ts';
import { spreadHistoryOf, toldAbsence } from '#test/told-absence.ts';
import { FORECAST } from './forecast.ts';

const input = (count: number) => ({
  projects: Array.from({ length: count }, (_, i) => ({ name: `team${i}`, head: 'a'.repeat(40), holds: [] })),
  seed: 1,
});
const project = (goesOn: boolean) => ({ name: 'told', history: spreadHistoryOf(toldAbsence({ goesOn })), cleaning: {} });
const [stalls, goesOn] = [true, false].map((stall) => FORECAST.steps(input(1))[0]!.run(project(!stall)));

describe('forecasts looked back at', () => {
  it('[suites.5] tells a team how many warnings its own history holds, how many came true, and that few say little', () => {
    const report = FORECAST.conclude([stalls!], input(1));
    expect(report.reading).toMatch(/^In 1 absence there was 1 warning that an area would slow; 1 came true \(100 % \(\d+–100\)\)\./);
    expect(report.reading).toContain('too few to say');
    expect(report.bars).toEqual([]);
    expect(new Set(report.figures.map(({ over }) => over))).toEqual(new Set(['absences', 'draws']));
  });

  it('[suites.2] measures every way to warn on the same areas', () => {
    const found = [stalls!, goesOn!, stalls!, goesOn!, stalls!];
    const report = FORECAST.conclude(found, input(5));
    const cases = found.flatMap((one, i) => casesOf(one, `team${i}`)).filter(isWarned);
    const brier = report.figures.filter(({ name }) => name === 'brier');
    expect(brier.map(({ by, estimate }) => [by, estimate.n])).toEqual(WAYS_TO_WARN.map(({ by }) => [by, cases.length]));
    const said = cases.map(OURS.says);
    const scores = scoreForecasts(
      said,
      cases.map(({ slowed }) => slowed),
    );
    expect(brier[0]!.estimate.value).toBeCloseTo(scores.brier, 12);
    expect(report.bars.map(({ kind }) => kind)).toEqual(['gate', 'gate', 'gate', 'gate', 'aim']);
    expect(report.plots.map(({ key }) => key)).toEqual(['forecast-reliability', 'forecast-kinds']);
  });

  it('[suites.5] leaves histories aside that the map was fitted on, and says so where there is no other', () => {
    const fitted = { ...stalls!, root: SLOWDOWN.provenance.roots[0] };
    expect(FORECAST.conclude([fitted, stalls!], input(2)).notJudged[0]!.why).toContain('team0');
    expect(FORECAST.conclude([fitted], input(1)).reading).toContain('fitted on these very histories');
    expect(FORECAST.conclude([{ ...stalls!, windows: [] }], input(1)).reading).toContain('nothing can be said');
  });
});
