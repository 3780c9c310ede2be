import { describe, expect, it } from 'vitest';
import { openPast, type Past } from '#core/evaluation/past.ts';
import { SUCCESSOR_COEFFICIENTS } from '#core/succession/coefficients.ts';
import { historyOf, type ToldRevision } from '#test/history-of.ts';
import { crossFit, togetherByPeople } from './cross-fit.ts';
import { fitSuccessors, SHAPES } from './fit-successors.ts';
import { everydayTrials } from './everyday-trials.ts';
import { handoverTrials, matcherOf, readHandovers } from './handover-trials.ts';
import { leavingTrials } from './leaving-trials.ts';
import { leaversOf } from './leavers.ts';
import { judgeTrial } from './trial.ts';
import { type Choice, choicesOf, widthOf } from './trial-choices.ts';

const who = (name: string): string => `${name} Example <${name.toLowerCase()}@example.org>`;
const FILES = Array.from({ length: 12 }, (_, k) => `core/part${k % 3}/f${k}.ts`);

/** Ines writes twelve files in 300 days and is gone; Bo has helped on some and goes on; Cem comes later, on one of them. */
function story(after: readonly ToldRevision[]): readonly ToldRevision[] {
  const born = FILES.map((file, k): ToldRevision => ({ day: k, by: who('Ines'), touches: [`A ${file}`] }));
  const work = Array.from({ length: 36 }, (_, k): ToldRevision => ({ day: 20 + k * 8, by: who('Ines'), touches: [`M ${FILES[k % 12]}`] }));
  const help = Array.from({ length: 8 }, (_, k): ToldRevision => ({ day: 100.5 + k * 24, by: who('Bo'), touches: [`M ${FILES[k % 3]}`] }));
  return [...born, ...work, ...help].toSorted((a, b) => a.day - b.day).concat(after);
}
const AFTER: readonly ToldRevision[] = [
  ...Array.from({ length: 10 }, (_, k): ToldRevision => ({ day: 320 + k * 20, by: who('Bo'), touches: [`M ${FILES[k % 4]}`] })),
  { day: 600, by: who('Cem'), touches: [`M ${FILES[11]}`] },
  { day: 700, by: who('Cem'), touches: ['A other.ts'] },
];
const pastOf = (told: readonly ToldRevision[]): Past => openPast({ name: 'story', history: historyOf(told), cleaning: {} });
const past = pastOf(story(AFTER));

describe('leavers', () => {
  it('[trials.1] led a good part of the files, made their last commit, and the project went on for a year', () => {
    const [leaver, ...others] = [...leaversOf(past)];
    expect(others).toEqual([]);
    expect([leaver!.ground.length, leaver!.leaving.length, past.evidence.people[leaver!.later]!.name]).toEqual([12, 1, 'Ines Example']);
    expect([...leaversOf(pastOf(story(AFTER.slice(0, 4))))]).toEqual([]);
    expect([...leaversOf(past, { commits: 49, files: 10, share: 0.05, after: 365 })]).toEqual([]);
  });

  it('[trials.2] are asked about at their last commit: what comes later changes what is true and nothing that is seen', () => {
    const [trial] = [...leavingTrials(past)];
    const [other] = [...leavingTrials(pastOf(story(AFTER.map((one) => ({ ...one, by: who('Dara') })))))];
    expect([...other!.field.common]).toEqual([...trial!.field.common]);
    expect(other!.field.nobody).toEqual(trial!.field.nobody);
    expect(trial!.asks.map(({ level, wanted }) => [level, wanted.length])).toEqual([
      ['all', 1],
      ['file', 1],
      ['file', 1],
      ['file', 1],
      ['file', 1],
      ['file', 0],
    ]);
    expect(other!.asks.every(({ wanted }) => wanted.length === 0)).toBe(true);
  });

  it('[trials.3] every way to answer is judged on the same asks; nobody is in an order who had not been seen', () => {
    const outcomes = [...leavingTrials(past)].flatMap((trial) => judgeTrial(trial, SUCCESSOR_COEFFICIENTS.work));
    expect(outcomes.map(({ place }) => Object.keys(place).length)).toEqual(outcomes.map(() => 8));
    expect(outcomes.map(({ place }) => place.ranker)).toEqual([1, 1, 1, 1, 1, null]);
    for (const { said } of outcomes) expect(said.first + said.nobody).toBeCloseTo(1, 9);
    expect(JSON.parse(JSON.stringify(outcomes))).toEqual(outcomes);
  });
});

describe('everyday trials', () => {
  it('[trials.2] are asked only as long as a year follows', () => {
    const told = story(AFTER).concat(
      Array.from({ length: 60 }, (_, k) => ({ day: 701 + k * 10, by: who('Bo'), touches: [`M ${FILES[k % 12]}`] })),
    );
    const trials = [...everydayTrials(pastOf(told))];
    const last = Math.max(...told.map(({ day }) => day));
    expect(trials.length).toBeGreaterThan(0);
    for (const { field } of trials) expect((field.question.at - 1_704_067_200) / 86_400).toBeLessThanOrEqual(last - 365);
  });
});

describe('hand-overs that were written down', () => {
  it.each([
    ['board/acme/', 'board/acme/x.c', true],
    ['board/acme', 'board/acme/deep/x.c', true],
    ['board/acme', 'board/acmeplus/x.c', false],
    ['configs/acme*_defconfig', 'configs/acme1_defconfig', true],
    ['drivers/*/acme.c', 'drivers/a/b/acme.c', false],
  ])('[trials.4] pattern %s on %s', (pattern, path, fits) => {
    expect(matcherOf(pattern)(path)).toBe(fits);
  });

  const head = 'date,commit,removed,added,kept,path_patterns\n';
  const commit = (12 + 36 + 8 + 1).toString(16).padStart(40, '0');
  const row = `2025-01-01,${commit},Ines Example,Bo Example,,core/part0/ core/part1/`;

  it('[trials.4] are asked just before their commit, of the files that people led then', () => {
    const [asked] = [...handoverTrials(past, readHandovers(`${head}${row}\n2025-01-02,${'f'.repeat(40)},A,B,,core/\n`))];
    expect(asked!.handover.came).toEqual(['Bo Example']);
    expect(asked!.trial.asks.map(({ files, wanted }) => [files.length, wanted.length])).toEqual([[8, 1]]);
    expect(asked!.trial.field.question.at).toBeLessThan(1_704_067_200 + 320 * 86_400);
  });

  it('[trials.4] hang together by the people in them, directly or through others', () => {
    const of = (left: string, came: string) => ({ left: [left], came: [came] });
    const groups = togetherByPeople([of('A', 'B'), of('C', 'D'), of('B', 'E'), of('F', 'G'), of('E', 'C')]);
    expect(new Set([groups[0], groups[1], groups[2], groups[4]]).size).toBe(1);
    expect(groups[3]).not.toBe(groups[0]);
  });

  it('[trials.5] are judged by weights that have not seen their group', () => {
    const width = widthOf(SHAPES.handover);
    const choice = (group: string, sign: number): Choice => {
      const rows = new Float32Array(3 * width);
      rows.set([2, -3, 0, 0, 0.8 * sign], 0);
      rows.set([2, -3, 0, 0, 0.1 * sign], width);
      rows[3 * width - 1] = 1;
      return { project: '', group, level: 'all', rows, taken: 0, wanted: [0] };
    };
    const choices = [...Array.from({ length: 6 }, (_, k) => choice(`g${k}`, 1)), choice('odd', -1)];
    const seen: number[][] = [];
    const found = crossFit(
      choices,
      ({ group }) => group,
      (at) => {
        const teachers = [...choices.keys()].filter((other) => other !== at);
        seen.push(teachers);
        return at === 0 ? undefined : { key: choices[at]!.group, teachers };
      },
    );
    expect(found[0]).toBeUndefined();
    expect(found.slice(1).map((one) => one!.place)).toEqual([1, 1, 1, 1, 1, 2]);
    expect(seen.every((teachers, at) => !teachers.includes(at))).toBe(true);
  });
});

describe('fitting on trials', () => {
  it('[trials.6] candidates of whom nothing is known are left out, whoever it was is not', () => {
    const [trial] = [...leavingTrials(past)];
    const choices = choicesOf(trial!, SHAPES.work);
    const width = widthOf(SHAPES.work);
    expect(choices.map(({ rows, taken }) => [rows.length / width, taken])).toEqual([0, 0, 0, 0, 0, 1].map((taken) => [2, taken]));
    const { weights, coefficients } = fitSuccessors(choices, 'work', ({ group, level }) => `${group} ${level}`);
    expect(Object.keys(weights.candidate)).toEqual(SHAPES.work.names);
    expect(coefficients.every(Number.isFinite)).toBe(true);
  });
});
