import { describe, expect, it } from 'vitest';
import { QUESTION_TOPICS } from '#core/policy/asked.ts';
import { MODES } from '#core/policy/viewer.ts';
import type { Answer } from '#core/terms/answer.ts';
import type { World } from '#core/world/world.ts';
import { makeWorld } from '#test/world.ts';
import { sourceFiles } from './source-files.ts';

type Ask = (world: World, input?: unknown) => Answer;

/** What each question is asked here; a new question needs a line, or this test says so. */
const INPUTS: Readonly<Record<string, (world: World) => unknown>> = {
  answerTrend: ({ partition }) => ({ area: partition.areas[0]!.id, months: 3 }),
  answerAreas: () => undefined,
  answerOverview: () => undefined,
  answerAway: ({ evidence }) => ({ who: [evidence.people[0]!.emails[0]!, evidence.people[1]!.name] }),
  answerReady: ({ evidence }) => ({ who: [evidence.people[0]!.emails[0]!] }),
  answerPairs: () => undefined,
  answerWho: ({ evidence }) => ({ path: evidence.files.path[0]! }),
  answerReview: ({ evidence }) => changeOf(evidence, 0),
  answerReviewTogether: ({ evidence }) => ({ changes: [changeOf(evidence, 0), changeOf(evidence, 9)] }),
  answerExplain: ({ partition }) => ({ area: partition.areas[0]!.id }),
  answerIdentities: () => ({}),
  answerCheck: () => ({ northStar: 1, areasThatStop: 0 }),
  answerMap: () => ({}),
  answerLeavers: () => ({}),
  answerLoss: () => ({}),
  answerSuccessors: ({ evidence }) => ({ who: [evidence.people[0]!.emails[0]!] }),
  answerFactor: () => ({ model: 'calibrated' }),
  answerDoctor: ({ at }) => ({ texts: [[]], notes: [[]], now: at }),
};
function changeOf({ files, people }: World['evidence'], from: number) {
  const [author, absent] = [people[2]!, people[1]!];
  return {
    change: 'this branch',
    files: files.path.slice(from, from + 5).map((path) => ({ path })),
    authors: [{ name: author.name, email: author.emails[0]! }],
    away: [absent.name],
  };
}
/** Steps of answers that return no envelope of their own. */
const STEPS = new Set<string>();

/** `2 people`: fewer than the floor, in a cell of their own. */
function isFew(cell: unknown): boolean {
  return typeof cell === 'string' && /^[1-4] (person|people|pairs?)$/.test(cell);
}

const asked = sourceFiles('src/core/answers').flatMap(({ path, text }) =>
  [...text.matchAll(/^export function (answer[A-Z]\w*)/gm)].map(([, name]) => ({ path: path.replace('src/', '#'), name: name! })),
);
const questions = asked.filter(({ name }) => !STEPS.has(name));
const solo = makeWorld();
const secrets = solo.evidence.people.flatMap(({ name, names, emails }) => [name, ...names, ...emails]);

describe('every question', () => {
  it('is held to the tests below', () => {
    expect(questions.length).toBeGreaterThanOrEqual(Object.keys(INPUTS).length);
    expect(questions.map(({ name }) => name).filter((name) => !(name in INPUTS))).toEqual([]);
  });

  describe.each(questions)('$name', ({ path, name }) => {
    it.each(MODES.filter((mode) => mode !== 'solo'))('names nobody in %s mode', async (mode) => {
      const said = JSON.stringify(await ask({ ...solo, viewer: { mode } }));
      expect(secrets.filter((secret) => said.includes(JSON.stringify(secret).slice(1, -1)))).toEqual([]);
    });

    it('[cohorts.4] puts no figure beside fewer than five people outside of solo, where it is answered at all', async () => {
      const { schema, rows } = await ask({ ...solo, viewer: { mode: 'team' } });
      const few = QUESTION_TOPICS[schema.split('/')[1]!] === undefined ? [] : rows.filter((row) => Object.values(row).some(isFew));
      expect(few.filter((row) => Object.values(row).some((cell) => typeof cell === 'number'))).toEqual([]);
    });

    it('puts figures about a person beside no other person: rows of people stand in order of their names', async () => {
      const { columns, rows } = await ask(solo);
      const key = columns.find((column) => /^(person|name)$/.test(column.key))?.key;
      const names = key === undefined ? [] : rows.map((row) => JSON.stringify(row[key]));
      expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en')));
    });

    async function ask(world: World): Promise<Answer> {
      const module = (await import(path)) as Readonly<Record<string, Ask>>;
      return module[name]!(world, INPUTS[name]!(solo));
    }
  });

  it('would say names in solo mode, so that the above can fail', async () => {
    const { answerExplain } = (await import('#core/answers/explain.ts')) as unknown as { answerExplain: Ask };
    const said = JSON.stringify(answerExplain(solo, { area: solo.partition.areas[0]!.id }));
    expect(secrets.some((secret) => said.includes(secret))).toBe(true);
  });
});
