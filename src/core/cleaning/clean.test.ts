import { describe, expect, it } from 'vitest';
import { DAY_0 } from '#test/evidence-of.ts';
import { historyOf, type ToldRevision } from '#test/history-of.ts';
import { cleanEvidence } from './clean.ts';
import { CLASSIC_KEEP, type CleanOptions } from '#core/evidence/clean-options.ts';
import { ACT_FLAG, ACT_KINDS, type Evidence, EVIDENCE_FLAG } from '#core/evidence/evidence.ts';

const ANN = 'Ann Lee <ann@firm.example>';
const BO = 'Bo Ray <bo@firm.example>';
const CY = 'Cy Fox <cy@firm.example>';
const CLAUDE = 'Claude Opus 4.6 <noreply@anthropic.com>';
const BUMPER = 'bumper[bot] <1+bumper[bot]@users.noreply.github.com>';

function clean(told: readonly ToldRevision[], options: CleanOptions = {}): Evidence {
  return cleanEvidence([historyOf(told)], options);
}

/** Acts as lines: `day person kind path credit`, in order. */
function acts(evidence: Evidence): readonly string[] {
  return Array.from(evidence.acts.at, (at, i) => {
    const { commit, person, kind, file, credit, flags } = evidence.acts;
    const marks = Object.entries(ACT_FLAG).flatMap(([name, bit]) => ((flags[i]! & bit) !== 0 ? [name] : []));
    expect(evidence.commits.at[commit[i]!]).toBe(at);
    return [
      (at - DAY_0) / 86_400,
      evidence.people[person[i]!]!.name,
      ACT_KINDS[kind[i]!]!,
      evidence.files.path[file[i]!]!,
      credit[i]!,
      ...marks,
    ].join(' ');
  });
}

function leftOut(evidence: Evidence): Readonly<Record<string, number>> {
  return Object.fromEntries(evidence.leftOut.map(({ what, count }) => [what, count]));
}

const usual = (count: number): readonly ToldRevision[] =>
  Array.from({ length: count }, (_, i) => ({ day: i + 1, by: ANN, touches: [i === 0 ? 'A usual.ts' : 'M usual.ts'] }));
const many = (count: number, status = 'A'): readonly string[] => Array.from({ length: count }, (_, i) => `${status} many/${i}.ts`);

describe('cleanEvidence', () => {
  it('[credit.1] shares credit between those who wrote, and flags AI', () => {
    const evidence = clean([
      { day: 1, by: ANN, touches: ['A a.ts'], trailers: [['co-authored', BO]] },
      { day: 2, by: BO, touches: ['M a.ts'], trailers: [['co-authored', CLAUDE]] },
      { day: 3, by: CLAUDE, touches: ['M a.ts'] },
      { day: 4, by: 'Ann Lee and Cy Fox <pair@firm.example>', touches: ['M a.ts'] },
      {
        day: 5,
        by: CY,
        touches: ['D a.ts'],
        trailers: [
          ['assisted', CLAUDE],
          ['co-authored', BUMPER],
          ['co-authored', CY],
        ],
      },
    ]);
    expect(acts(evidence)).toEqual([
      '1 Ann Lee authored a.ts 0.5 creates',
      '1 Bo Ray authored a.ts 0.5 creates',
      '2 Bo Ray authored a.ts 1 aiAssisted',
      '3 Claude Opus 4.6 authored a.ts 1 aiAssisted',
      '4 Ann Lee authored a.ts 0.5',
      '4 Cy Fox authored a.ts 0.5',
      '5 Cy Fox authored a.ts 1 deletes aiAssisted',
    ]);
    expect(evidence.people.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      'Ann Lee human',
      'Bo Ray human',
      'Claude Opus 4.6 agent',
      'Cy Fox human',
    ]);
    expect(evidence.commits.flags[2]).toBe(EVIDENCE_FLAG.aiAssisted | EVIDENCE_FLAG.agent);
  });

  it('[credit.2] takes reviews from trailers and from accepted work', () => {
    const evidence = clean([
      {
        day: 1,
        by: ANN,
        touches: ['A a.ts'],
        trailers: [
          ['reviewed', BO],
          ['acked', BO],
          ['acked', CY],
          ['reviewed', ANN],
          ['reviewed', BUMPER],
        ],
      },
      { day: 2, by: BO, committer: CY, touches: ['M a.ts'] },
      { day: 3, by: BO, committer: 'GitHub <noreply@github.com>', touches: ['M a.ts'] },
      {
        day: 4,
        by: BO,
        touches: ['M a.ts'],
        trailers: [
          ['signed-off', ANN],
          ['tested', CY],
        ],
      },
    ]);
    expect(acts(evidence)).toEqual([
      '1 Ann Lee authored a.ts 1 creates',
      '1 Bo Ray reviewed a.ts 1',
      '1 Cy Fox reviewed a.ts 0.5',
      '2 Bo Ray authored a.ts 1',
      '2 Cy Fox reviewed a.ts 0.5',
      '3 Bo Ray authored a.ts 1',
      '4 Bo Ray authored a.ts 1',
    ]);
  });

  it.each<[string, ToldRevision, CleanOptions, string]>([
    ['a mass change', { day: 30, by: BO, touches: many(51) }, {}, 'mass changes'],
    [
      'an ignored revision',
      { day: 30, by: BO, touches: ['M usual.ts'] },
      { repositories: [{ ignoredRevisions: ['16'.padStart(40, '0')] }] },
      'ignored revisions',
    ],
    ['a revert', { day: 30, by: BO, touches: ['M usual.ts'], flags: ['revert'] }, {}, 'reverts'],
    ['a cherry-pick', { day: 20, landed: 30, by: ANN, touches: ['M usual.ts'] }, {}, 'cherry-picked duplicates'],
    ['a commit by an automation', { day: 30, by: BUMPER, touches: ['M usual.ts'] }, {}, 'commits by automations'],
    ['a commit by nobody', { day: 30, by: 'root <root@localhost>', touches: ['M usual.ts'] }, {}, 'commits by nobody in particular'],
  ])('[cleaning.2] sets %s aside and counts it', (_, odd, options, what) => {
    const told: readonly ToldRevision[] = [
      { day: 0, by: ANN, touches: [] },
      ...usual(19),
      { day: 20, by: ANN, touches: ['M usual.ts'] },
      odd,
    ];
    const evidence = clean(told, options);
    expect(acts(evidence).filter((line) => !line.includes('Ann Lee') || line.startsWith('30'))).toEqual([]);
    expect(leftOut(evidence)[what]).toBe(1);
    expect(evidence.leftOut.find((one) => one.what === what)!.touches).toBe(odd.touches!.length);
  });

  it('[cleaning.1] an initial import brings files, and no knowledge of them', () => {
    const evidence = clean([{ day: 0, by: BO, touches: many(101) }, ...usual(20)]);
    expect(leftOut(evidence)['initial imports']).toBe(1);
    expect(evidence.files.alive.reduce((sum, alive) => sum + alive, 0)).toBe(102);
    expect(acts(evidence).some((line) => line.includes('Bo Ray'))).toBe(false);
    expect(evidence.commits.flags[0]).toBe(EVIDENCE_FLAG.massChange);
  });

  it('[cleaning.1] a small first commit is work like any other', () => {
    expect(acts(clean([{ day: 0, by: BO, touches: many(20) }, ...usual(20)])).filter((line) => line.includes('Bo Ray'))).toHaveLength(20);
  });

  it('[cleaning.2] the classic formulas keep what they were computed from', () => {
    const told = [
      { day: 0, by: BO, touches: many(101) },
      ...usual(20),
      { day: 40, by: BO, touches: ['M usual.ts'], flags: ['revert'] as const },
    ];
    const evidence = clean(told, { keep: CLASSIC_KEEP });
    expect(acts(evidence).filter((line) => line.includes('Bo Ray'))).toHaveLength(102);
    expect(leftOut(evidence)).toEqual({});
  });

  it('[evidence.5] attributes and configuration decide over names of files', () => {
    const told = [{ day: 1, by: ANN, touches: ['A dist/a.js', 'A src/b.ts', 'A src/made.ts', 'A old/c.ts', 'A go.sum'] }];
    const attributes = new Map([
      ['dist/a.js', 'none' as const],
      ['src/made.ts', 'generated' as const],
    ]);
    const evidence = clean(told, { repositories: [{ attributes, isIgnored: (path) => path.startsWith('old/') }] });
    expect(acts(evidence)).toEqual(['1 Ann Lee authored dist/a.js 1 creates', '1 Ann Lee authored src/b.ts 1 creates']);
    expect(leftOut(evidence)).toEqual({ 'generated files': 1, 'lock files': 1, 'ignored paths': 1 });
  });

  it('[cleaning.2] marks what a machine landed for somebody, and not what the platform did', () => {
    const landedBy = (committer: string): number => {
      const { commits } = clean([
        { day: 0, by: ANN, touches: ['A a.ts'] },
        { day: 1, by: ANN, committer, touches: ['M a.ts'] },
      ]);
      return commits.flags[1]! & EVIDENCE_FLAG.landedByMachine;
    };
    expect([BUMPER, 'GitHub <noreply@github.com>', ANN, BO].map(landedBy)).toEqual([EVIDENCE_FLAG.landedByMachine, 0, 0, 0]);
  });

  it('[cleaning.3] goes by the author’s clock, unless it cannot be right', () => {
    const evidence = clean([
      { day: 1, by: ANN, touches: ['A a.ts'] },
      { day: 9000, landed: 5, by: ANN, touches: ['M a.ts'] },
      { day: -19_700, landed: 6, by: ANN, touches: ['M a.ts'] },
      { day: 2, landed: 7, by: BO, touches: ['M a.ts'] },
    ]);
    expect(acts(evidence).map((line) => line.split(' authored')[0])).toEqual(['1 Ann Lee', '2 Bo Ray', '5 Ann Lee', '6 Ann Lee']);
  });

  it('[cleaning.6] joins repositories, and the people in them', () => {
    const one = historyOf([{ day: 1, by: ANN, touches: ['A a.ts'] }], { repository: 'one' });
    const two = historyOf(
      [
        { day: 2, by: 'ann <ANN@firm.example>', touches: ['A a.ts'] },
        { day: 0, by: BO, touches: ['A b.ts'], parents: [] },
      ],
      { repository: 'two' },
    );
    const evidence = cleanEvidence([one, two]);
    expect(acts(evidence)).toEqual([
      '0 Bo Ray authored b.ts 1 creates',
      '1 Ann Lee authored a.ts 1 creates',
      '2 Ann Lee authored a.ts 1 creates',
    ]);
    expect(evidence.repositories.map(({ name }) => name)).toEqual(['one', 'two']);
    expect(Array.from(evidence.commits.repository)).toEqual([1, 0, 1]);
    expect(evidence.files.path.map((path, file) => `${evidence.files.repository[file]} ${path}`)).toEqual(['0 a.ts', '1 a.ts', '1 b.ts']);
  });

  it('[cleaning.7] names people as they last did, in the order they came', () => {
    const evidence = clean([
      { day: 1, by: 'Zoe Old <zoe@firm.example>', touches: ['A a.ts'] },
      { day: 2, by: ANN, touches: ['M a.ts'] },
      { day: 3, by: 'Zoe New <zoe@firm.example>', touches: ['M a.ts'] },
      { day: 4, by: 'zoe <zoe@firm.example>', touches: ['M a.ts'] },
    ]);
    expect(evidence.people.map(({ name }) => name)).toEqual(['Zoe New', 'Ann Lee']);
    expect(evidence.people[0]!.names.toSorted()).toEqual(['Zoe New', 'Zoe Old', 'zoe']);
    expect(evidence.merges!.map(({ rule }) => rule)).toEqual(['same e-mail', 'same e-mail']);
  });

  it('[cleaning.6] no repository, and one without commits, are empty evidence', () => {
    for (const histories of [[], [historyOf([])]]) {
      const evidence = cleanEvidence(histories);
      expect([evidence.commits.count, evidence.acts.count, evidence.files.count, evidence.people, evidence.leftOut]).toEqual([
        0,
        0,
        0,
        [],
        [],
      ]);
    }
  });
});
