import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Scene } from '#core/scene/scene.ts';
import { DAY } from '#core/terms/moment.ts';
import { evidenceOf } from '#test/evidence-of.ts';
import {
  anyTold,
  AX,
  BZ,
  D,
  EX,
  namedBy,
  OUTSIDER,
  PATHS,
  PEOPLE,
  someSetMerges,
  speaking,
  TEAMS,
  type Told,
  written,
} from '#test/merging-at-hosts.ts';
import { areaOf, sceneOf } from '#test/scene.ts';
import { worldOf } from '#test/world.ts';
import { type Gates, gatesOf } from './gates-of.ts';
import { patchThatHelps } from './patch-that-helps.ts';

const DAYS = 3;
const BEGIN = 1_704_067_200 + 1000 * DAY;
const FOREVER = Number.POSITIVE_INFINITY;

function gatesIn(told: Told, text: string): Gates {
  const old = PEOPLE.map((person) => ({ day: person / 10, by: `P${person}`, files: PATHS }));
  const late = told.work.map(([person, path], n) => ({ day: 900 + n, by: `P${person}`, files: [PATHS[path]!] }));
  const world = worldOf(evidenceOf([...old, ...late]));
  const absences = told.off.flatMap((people, day) =>
    people.map((person) => ({ person, from: BEGIN + day * DAY, to: BEGIN + (day + 1) * DAY, planned: true })),
  );
  const { codeOwners, approvals, mayWrite, stated } = told;
  const rule = { place: 'repository:git.test/acme/shop', repository: 0, at: 0, branch: 'main', administratorsToo: true, allowed: null };
  const scene: Scene = sceneOf({
    at: BEGIN,
    peopleCount: PEOPLE.length,
    areas: [areaOf({ id: 'a' })],
    absences,
    teams: Object.entries(TEAMS).map(([name, members]) => ({
      id: `team:git.test${name.replace('@', '/')}`,
      name,
      members: members.map((person) => ({ person, from: 0, to: FOREVER })),
    })),
    rights: (mayWrite ?? []).map((person) => ({ person, area: 0, right: 'merge', from: 0, to: FOREVER })),
    branchRules: [{ ...rule, codeOwners, approvals }],
  });
  const folder = told.dialect === 'github' ? '.github' : `.${told.dialect}`;
  return gatesOf({
    scene,
    world,
    handles: new Map(PEOPLE.map((person) => [`${told.dialect}:p${person}`, person])),
    texts: [[{ path: `${folder}/CODEOWNERS`, text }]],
    held: new Set(),
    away: stated,
    window: { from: BEGIN, to: BEGIN + DAYS * DAY },
    names: true,
  })[0]!;
}

/** Whether it was said that a change of somebody under a line cannot be merged on a day; null: of anybody. */
function isSaid(deadlocks: Gates['deadlocks'], { line, author, day }: { line: number; author: number | null; day: number }): boolean {
  const at = BEGIN + day * DAY;
  return deadlocks.some(
    (one) =>
      one.line === line &&
      (one.stuck === 'everybody' || one.person === author) &&
      (one.days === null || one.days.some(({ from, to }) => from <= at && at < to)),
  );
}

const presentOn = ({ stated, off }: Told, day: number): readonly number[] =>
  PEOPLE.filter((person) => !stated.includes(person) && !off[day]!.includes(person));

const authorsOn = (told: Told, day: number): readonly number[] =>
  presentOn(told, day).filter((person) => told.work.some(([author]) => author === person));

test.each(['github', 'gitlab', 'gitea'] as const)(
  '[gates.1] %s: stuck is what no set of approvals merges, each day and each author',
  (dialect) => {
    fc.assert(
      fc.property(anyTold(dialect), (told) => {
        const { text, rows } = written(told);
        const { deadlocks } = gatesIn(told, text);
        for (let day = 0; day < DAYS; day++) {
          const present = presentOn(told, day);
          const authors = authorsOn(told, day);
          for (const paths of [...PATHS.map((path) => [path]), [AX, D], [BZ, EX], PATHS]) {
            const lines = paths.flatMap((path) => speaking(dialect, rows, path).map(({ line }) => line));
            if (lines.length === 0) continue;
            for (const author of authors) {
              const stuck = lines.some((line) => isSaid(deadlocks, { line, author, day }));
              expect([day, paths, author, stuck]).toEqual([day, paths, author, !someSetMerges(told, rows, { present, author, paths })]);
            }
            if (lines.length > 1) continue;
            const forAll = [...authors, OUTSIDER].every((author) => !someSetMerges(told, rows, { present, author, paths }));
            expect([day, paths, lines.some((line) => isSaid(deadlocks, { line, author: null, day }))]).toEqual([day, paths, forAll]);
          }
        }
      }),
      { numRuns: 150 },
    );
  },
);

test.each(['github', 'gitlab', 'gitea'] as const)(
  '[gates.2] %s: the patch opens what it was proposed for, and nothing else moves',
  (dialect) => {
    fc.assert(
      fc.property(anyTold(dialect), (told) => {
        const { text, rows } = written(told);
        const gates = gatesIn(told, text);
        const patch = patchThatHelps(gates, (person) => `@p${person}`);
        if (patch === undefined) return;
        const [was, is] = [text.split('\n'), patch.text.split('\n')];
        const later = rows.map((row) =>
          was[row.line - 1] === is[row.line - 1] ? row : { ...row, names: is[row.line - 1]!.split(' ').slice(1) },
        );
        expect(later).not.toEqual(rows);
        const before = new Set(gates.deadlocks.flatMap(({ stuck, line }) => (stuck === 'everybody' ? [line] : [])));
        const after = gatesIn(told, patch.text).deadlocks;
        for (const [n, row] of rows.entries()) {
          const own = (all: Gates['deadlocks']) => all.filter(({ line }) => line === row.line);
          if (later[n] === row) expect(own(after)).toEqual(own(gates.deadlocks));
          else {
            const added = namedBy(later[n]!).filter((person) => !namedBy(row).includes(person));
            if (told.dialect === 'github' && told.mayWrite !== null) expect(told.mayWrite).toEqual(expect.arrayContaining(added));
            expect(namedBy(later[n]!)).toEqual(expect.arrayContaining([...namedBy(row)]));
            expect(own(after)).not.toEqual(own(gates.deadlocks));
            if (before.has(row.line)) expect(own(after).every(({ stuck, days }) => stuck === 'one' || days !== null)).toBe(true);
          }
        }
        for (let day = 0; day < DAYS; day++)
          for (const path of PATHS)
            for (const author of authorsOn(told, day)) {
              const asked = { present: presentOn(told, day), author, paths: [path] };
              if (someSetMerges(told, rows, asked))
                expect([day, path, author, someSetMerges(told, later, asked)]).toEqual([day, path, author, true]);
            }
      }),
      { numRuns: 150 },
    );
  },
);

test('[gates.2] where those who fit are too few for what a section asks, nothing is proposed', () => {
  const section = { name: 'Money', optional: false, entries: [{ pattern: '*', names: [], not: false }] };
  const told = (approvals: number): Told => ({
    dialect: 'gitlab',
    sections: [{ ...section, approvals, names: ['@p0', '@p3', '@p4'] }],
    approvals: 0,
    codeOwners: true,
    mayWrite: null,
    stated: [0, 3, 4],
    off: [[], [], []],
    work: [[1, 0]],
  });
  const patchFor = (approvals: number) =>
    patchThatHelps(gatesIn(told(approvals), written(told(approvals)).text), (person) => `@p${person}`);
  expect([1, 2].map((approvals) => patchFor(approvals)?.text.split('\n')[1])).toEqual(['* @p0 @p3 @p4 @p1', undefined]);
});

test('[gates.3] whom GitHub would not hear is not proposed', () => {
  const whole = { name: '', optional: false, approvals: 0, names: [], entries: [{ pattern: '*', names: ['@p0'], not: false }] };
  const told: Told = {
    dialect: 'github',
    sections: [whole],
    approvals: 1,
    codeOwners: true,
    mayWrite: [0, 1, 2],
    stated: [0],
    off: [[], [], []],
    work: [
      [1, 0],
      [3, 0],
    ],
  };
  expect(patchThatHelps(gatesIn(told, written(told).text), (person) => `@p${person}`)?.text).toBe('* @p0 @p1\n');
});
