import { describe, expect, it } from 'vitest';
import { historyOf, type ToldRevision } from '#test/history-of.ts';
import { identitiesThen } from './identities-then.ts';
import { DAY_0 } from '#test/evidence-of.ts';
import { DAY } from '#core/terms/moment.ts';
import type { Asking } from './replay.ts';
import { reviewCases } from './review-cases.ts';
import { spreadingRuns } from './spreading.ts';

const PEOPLE = ['Ana Alder <ana@example.org>', 'Bo Birch <bo@example.org>', 'Cem Cedar <cem@example.org>', 'Dara Elm <dara@example.org>'];
/** Two years of invented work: everybody writes somewhere and is reviewed by one or two others; the last one leaves half way. */
const story = (days: number): readonly ToldRevision[] =>
  Array.from({ length: Math.floor(days / 3) }, (_, i): ToldRevision => {
    const day = i * 3;
    const here = day < 360 ? 4 : 3;
    const by = (i * 7 + Math.floor(i / 5)) % here;
    const reviewer = (by + 1 + (Math.floor(i / 3) % (here - 1))) % here;
    const file = `part${by}/file${i % 9}.ts`;
    return {
      day,
      landed: day + 2,
      by: PEOPLE[by]!,
      touches: [`${i < 40 ? 'A' : 'M'} ${i < 40 ? `part${i % 4}/file${i}.ts` : `part${i % 4}/file${i % 40}.ts`}`, `M ${file}`].slice(
        0,
        i < 40 ? 1 : 2,
      ),
      trailers: [['reviewed', PEOPLE[reviewer]!]],
    };
  });
const casesOf = (told: readonly ToldRevision[], asking: Asking = 'landing') =>
  reviewCases(historyOf(told), 0).cases.filter((one) => one.asking === asking);

describe('questions of the past', () => {
  it('[replay.1] are answered the same when nothing followed', () => {
    const whole = casesOf(story(720));
    const cut = casesOf(story(500));
    expect(cut.length).toBeGreaterThan(150);
    expect(cut).toEqual(whole.slice(0, cut.length));
    expect(whole.some(({ places }) => places[0] !== null && places[0]! > 1)).toBe(true);
  });

  it('[replay.3] asked when written do not see what landed in between', () => {
    const told: readonly ToldRevision[] = [
      { day: 0, by: PEOPLE[0]!, touches: ['A a.ts'], trailers: [['reviewed', PEOPLE[1]!]] },
      { day: 1, by: PEOPLE[0]!, touches: ['M a.ts'], trailers: [['reviewed', PEOPLE[2]!]], landed: 2 },
      { day: 1.5, by: PEOPLE[0]!, touches: ['M a.ts'], trailers: [['reviewed', PEOPLE[2]!]], landed: 3 },
    ];
    const placesWhen = (asking: Asking) => casesOf(told, asking).map(({ places }) => places[0]);
    expect(placesWhen('landing')).toEqual([null, null, 1]);
    expect(placesWhen('writing')).toEqual([null, null, null]);
  });
});

describe('identities as of then', () => {
  const told: readonly ToldRevision[] = [
    { day: 0, by: 'Ana Alder <ana@example.org>', touches: ['A a.ts'] },
    { day: 1, by: 'Ana Alder <ana@work.example>', touches: ['M a.ts'] },
    { day: 100, by: 'aalder <ana@work.example>', touches: ['M a.ts'] },
    { day: 101, by: 'Somebody New <new@example.org>', touches: ['M a.ts'] },
    { day: 102, by: 'bumper[bot] <bumper@example.org>', touches: ['M a.ts'] },
  ];
  const history = historyOf(told);
  const identity = (name: string, email: string): number => history.identities.findIndex((one) => one.name === name && one.email === email);

  it('[replay.2] merge what was known, and let newcomers join by address or name', () => {
    const { personOf } = identitiesThen(history, DAY_0 + 50 * DAY);
    const ana = personOf(identity('Ana Alder', 'ana@example.org'));
    expect(personOf(identity('Ana Alder', 'ana@work.example'))).toBe(ana);
    expect(personOf(identity('aalder', 'ana@work.example'))).toBe(ana);
    expect(personOf(identity('Somebody New', 'new@example.org'))).not.toBe(ana);
  });

  it('[replay.2] know nobody before the first commit', () => {
    const { personOf } = identitiesThen(history, DAY_0 - DAY);
    const people = history.identities.map((_, row) => personOf(row));
    expect(new Set(people).size).toBe(3);
  });
});

describe('files at risk', () => {
  const runs = spreadingRuns(historyOf(story(1500)), [0.05, 100]);
  const by = (kind: string) => runs.runs.filter((run) => run.kind === kind);
  const sum = (run: (typeof runs.runs)[number]): number => run.quarters.reduce((total, { atRisk }) => total + atRisk, 0);

  it('[replay.4] are fewer with a seat on many changes, the same with none, and fewest with hindsight', () => {
    const [none, some, all] = [by('nobody')[0]!, by('threshold')[0]!, by('hindsight')[0]!];
    expect(sum(none)).toBeGreaterThan(0);
    expect([none.added, by('threshold')[1]!.added]).toEqual([0, 0]);
    expect(sum(by('threshold')[1]!)).toBe(sum(none));
    expect(some.added).toBeGreaterThan(0);
    expect(sum(some)).toBeLessThanOrEqual(sum(none));
    expect(sum(all)).toBeLessThanOrEqual(sum(some));
  });

  it('[replay.4] are decided without looking ahead: what follows changes no earlier seat', () => {
    const shorter = spreadingRuns(historyOf(story(1200)), [0.05]);
    expect(shorter.quarters).toEqual(runs.quarters.slice(0, shorter.quarters.length));
    const counted = (some: typeof runs, kind: string, until: number) => some.runs.find((run) => run.kind === kind)!.addedBy.slice(0, until);
    expect(counted(runs, 'threshold', shorter.quarters.length)).toEqual(counted(shorter, 'threshold', shorter.quarters.length));
  });
});
