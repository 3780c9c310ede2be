import { describe, expect, it } from 'vitest';
import type { SuiteInput } from '#core/evaluation/suite.ts';
import { SPLIT } from '#core/evaluation/split.ts';
import { historyOf, type ToldRevision } from '#test/history-of.ts';
import { HANDOVERS } from './handovers.ts';
import { SUCCESSORS } from './successors.ts';

const who = (name: string): string => `${name} Example <${name.toLowerCase()}@example.org>`;
const FILES = Array.from({ length: 12 }, (_, k) => `core/f${k}.ts`);
const HISTORY = historyOf([
  ...FILES.map((file, k): ToldRevision => ({ day: k, by: who('Ines'), touches: [`A ${file}`] })),
  ...Array.from({ length: 12 }, (_, k): ToldRevision => ({ day: 20 + k, by: who('Bo'), touches: [`M ${FILES[k % 4]}`] })),
  ...Array.from({ length: 36 }, (_, k): ToldRevision => ({ day: 40 + k, by: who('Ines'), touches: [`M ${FILES[k % 12]}`] })),
  ...Array.from({ length: 12 }, (_, k): ToldRevision => ({ day: 90 + k * 30, by: who('Bo'), touches: [`M ${FILES[k % 4]}`] })),
  { day: 500, by: who('Cem'), touches: [`M ${FILES[11]}`] },
]);
const project = { name: 'team', history: HISTORY, cleaning: {} };

describe('successors', () => {
  const input: SuiteInput = { projects: [{ name: 'team', head: 'a'.repeat(40), holds: [] }], seed: 1 };
  const pieces = SUCCESSORS.steps(input).map((step) => JSON.parse(JSON.stringify(step.run(project))) as ReturnType<typeof step.run>);

  it('[suites.2] measures ours and every simple rule on the same files, with the ceiling', () => {
    const { figures, reading, plots } = SUCCESSORS.conclude(pieces, input);
    const top1 = figures.filter(({ name }) => name === 'top1');
    expect(top1.map(({ ours }) => ours)).toEqual([true, ...Array(7).fill(false)]);
    expect(new Set(top1.map(({ estimate }) => estimate.n))).toEqual(new Set([4]));
    expect(figures.find(({ name }) => name === 'ceiling')!.estimate.value).toBe(1);
    expect(reading).toContain('4 files left by 1 person in 1 repository');
    expect(plots.map(({ series }) => series.length)).toEqual([5, 2]);
  });

  it('[suites.2] counts leavers evenly beside files, and says how many repositories a lead would need', () => {
    const outcome = pieces[0]!.outcomes.find(({ level }) => level === 'file')!;
    const at = (group: string, ours: number): typeof outcome => ({
      ...outcome,
      group,
      place: { ...(Object.fromEntries(Object.keys(outcome.place).map((way) => [way, 2])) as typeof outcome.place), ranker: ours },
    });
    const two = { half: 'testing' as const, outcomes: [at('a', 1), at('a', 1), at('a', 1), at('b', 2)] };
    const { figures, bars } = SUCCESSORS.conclude([two, ...Array(SPLIT.length).fill(pieces[0]!)], input);
    const ours = (name: string): number => figures.find((figure) => figure.ours && figure.name === name)!.estimate.value;
    expect([ours('mrr'), ours('mrrPerLeaver'), ours('mrrLead'), ours('mrrLeadPerLeaver')]).toEqual([0.875, 0.75, 0.375, 0.25]);
    expect(bars).toEqual([]);
    const sure = { ...at('a', 2), said: { first: 0.9, nobody: 0.05 } };
    const told = SUCCESSORS.conclude([{ half: 'testing', outcomes: [sure] }], input).negative;
    expect(told.find((sentence) => sentence.includes('too surely'))).toContain('with 90 % on the mean, and it came true in 0 %');
    const whole = SPLIT.filter(({ half }) => half === 'testing').map((_, k) => ({
      half: 'testing' as const,
      outcomes: [{ ...at('a', k < 13 ? 1 : 4), project: `p${k}` }],
    }));
    const [gate] = SUCCESSORS.conclude(whole, input).bars;
    expect(gate!.why).toMatch(/^The lead over "\w[^"]*" is 0\.037, but .* about \d+ repositories with leavers .* these are 34\.$/);
  });

  it('[suites.3] judges no bound without the whole testing half, and nothing on what the weights were fitted on', () => {
    expect(SUCCESSORS.conclude(pieces, input).bars).toEqual([]);
    const fitted = SUCCESSORS.conclude([{ half: 'fitting', outcomes: [] }], input);
    expect([fitted.figures, fitted.leftOut.map(({ count }) => count)]).toEqual([[], [1]]);
    const testing = SPLIT.filter(({ half }) => half === 'testing').map(() => ({ ...pieces[0]!, half: 'testing' as const }));
    expect(SUCCESSORS.conclude(testing, input).bars.map(({ kind }) => kind)).toEqual(['gate', 'aim', 'aim']);
    const all = SPLIT.map(({ half }) => ({ ...pieces[0]!, half }));
    expect(SUCCESSORS.conclude(all, input).bars.map(({ kind }) => kind)).toEqual(['gate', 'aim', 'aim', 'aim']);
  });
});

describe('hand-overs', () => {
  /** The commit that came sixtieth, and the people who appear in the file. */
  const commit = (60).toString(16).padStart(40, '0');
  const text = `date,commit,removed,added,kept,path_patterns\n2025-01-01,${commit},Ines Example,Bo Example,,core/\n2025-01-01,${commit},Nobody,Here,,nowhere/\n`;
  const input: SuiteInput = {
    projects: [{ name: 'team', head: commit, holds: [commit] }],
    data: { name: 'h.csv', text, sha256: '0' },
    seed: 1,
  };

  it('[suites.2] are judged by weights of others only, beside every simple rule; rows without a file of then are counted', () => {
    const pieces = HANDOVERS.steps(input).map((step) => JSON.parse(JSON.stringify(step.run(project))) as ReturnType<typeof step.run>);
    expect(pieces.map((piece) => piece.map(({ row, wanted }) => [row, wanted]))).toEqual([[[0, [0]]]]);
    const { figures, leftOut, reading } = HANDOVERS.conclude(pieces, input);
    expect(figures.filter(({ name }) => name === 'mrr').map(({ estimate }) => estimate.n)).toEqual(Array(9).fill(1));
    expect(leftOut.map(({ count }) => count)).toEqual([1]);
    expect(reading).toContain('On 1 hand-over judged by weights that had not seen these people');
  });

  it('[suites.3] holds no name of a person in what is kept', () => {
    const kept = JSON.stringify(HANDOVERS.steps(input).map((step) => step.run(project)));
    expect(kept).not.toMatch(/Ines|Bo Example/);
  });
});
