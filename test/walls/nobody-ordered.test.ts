import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { QUESTION_INPUTS, type QuestionName } from '#contract/questions.ts';
import { INPUT_TOPICS, QUESTION_TOPICS } from '#core/policy/asked.ts';
import { MODES } from '#core/policy/viewer.ts';
import type { Answer } from '#core/terms/answer.ts';
import { COMMON_OPTIONS } from '#cli/options/common-options.ts';
import { VERBS } from '#cli/verbs.ts';
import { type RunningServer, startServer } from '#server/start-server.ts';
import { evidenceOf } from '#test/evidence-of.ts';
import { addressOf, disordered, LEAST_FIRST, MOST_FIRST, workOf } from '#test/order-of-people.ts';
import { worldOf } from '#test/world.ts';
import { isTest, ROOT, sourceFiles } from './source-files.ts';

const QUESTIONS = Object.keys(QUESTION_INPUTS) as readonly QuestionName[];
/** Words by which other programs let people choose an order, a top or a comparison. */
const ORDERING = [
  'sort',
  'sortBy',
  'order',
  'orderBy',
  'by',
  'rank',
  'ranking',
  'top',
  'best',
  'worst',
  'asc',
  'desc',
  'limit',
  'group',
  'groupBy',
  'per',
  'perPerson',
  'person',
  'compare',
  'versus',
  'score',
];
/** The one exception: candidates for a stated absence or change, on somebody's own machine. */
const isOfCandidates = ({ columns }: Answer): boolean => columns.some(({ key }) => key === 'candidate');

const worlds = {
  'most first': worldOf(evidenceOf(workOf(MOST_FIRST))),
  'least first': worldOf(evidenceOf(workOf(LEAST_FIRST))),
} as const;
type Telling = keyof typeof worlds;

interface Got {
  readonly status: number;
  readonly text: string;
}

const PAGES = mkdtempSync(join(tmpdir(), 'understudy-pages-'));
const servers = new Map<string, RunningServer>();
const keyOf = (mode: string, telling: Telling): string => `${mode} ${telling}`;
const get = async (path: string, mode: string, telling: Telling = 'most first'): Promise<Got> => {
  const reply = await fetch(`${servers.get(keyOf(mode, telling))!.address}${path}`);
  return { status: reply.status, text: await reply.text() };
};

beforeAll(async () => {
  mkdirSync(join(PAGES, 'assets'), { recursive: true });
  writeFileSync(join(PAGES, 'index.html'), '<!doctype html><html><head></head><body></body></html>');
  for (const mode of MODES)
    for (const telling of Object.keys(worlds) as Telling[]) {
      const world = { ...worlds[telling], viewer: { mode } };
      const describeCommits = async (hashes: readonly string[]) => new Map(hashes.map((hash) => [hash, `Thank ${MOST_FIRST[0]}`]));
      servers.set(keyOf(mode, telling), await startServer({ world, port: 0, describeCommits, me: addressOf(MOST_FIRST[0]), pages: PAGES }));
    }
});
afterAll(async () => {
  for (const server of servers.values()) await server.close();
  rmSync(PAGES, { recursive: true });
});

describe('over HTTP nobody is put in order', () => {
  it.each(QUESTIONS)('%s: whatever is asked, by whatever name the same people go', async (question) => {
    const answered: Record<string, number> = {};
    for (const telling of Object.keys(worlds) as Telling[])
      for (const query of queriesOf(question, telling)) {
        const { status, text } = await get(`/api/answers/${question}?${query}`, 'solo', telling);
        expect([200, 400, 422], `${question}?${query}: ${text}`).toContain(status);
        if (status !== 200) continue;
        answered[telling] = (answered[telling] ?? 0) + 1;
        const answer = JSON.parse(text) as Answer;
        const subjects = MOST_FIRST.filter((name) => [...query.values()].includes(addressOf(name)));
        if (!isOfCandidates(answer)) expect(disordered(answer, MOST_FIRST, subjects), `${question}?${query}`).toEqual([]);
      }
    expect(Object.keys(answered).toSorted()).toEqual(['least first', 'most first']);
  });

  it.each(QUESTIONS)('%s: outside of solo nobody is named, numbered or offered as a candidate', async (question) => {
    for (const mode of ['team', 'council'])
      for (const query of queriesOf(question, 'most first')) {
        const { status, text } = await get(`/api/answers/${question}?${query}`, mode);
        const words = MOST_FIRST.flatMap((name) => [name, addressOf(name)]).filter((word) => text.includes(word));
        expect([200, 400, 422]).toContain(status);
        expect([words, /(person|candidate) #?\d/.exec(text)], `${mode} ${question}?${query}`).toEqual([[], null]);
        if (status === 200) expect(isOfCandidates(JSON.parse(text) as Answer)).toBe(false);
      }
  });

  it('says the same figures of areas to everybody who may have them', async () => {
    for (const question of ['areas', 'overview', 'map', 'factor', 'loss', 'trend?months=2']) {
      const [solo, team, council] = await Promise.all(
        MODES.map(async (mode) => JSON.parse((await get(`/api/answers/${question}`, mode)).text) as Answer),
      );
      expect([question, team!.rows, council!.rows]).toEqual([question, solo!.rows, solo!.rows]);
      expect([team!.value, council!.value]).toEqual([solo!.value, solo!.value]);
    }
  });

  it.each(QUESTIONS)('%s: no word asks for an order', async (question) => {
    const base = queriesOf(question, 'most first').find((query) => !query.has('at'));
    for (const word of ORDERING) {
      const query = new URLSearchParams(base);
      query.set(word, 'knows');
      expect([word, (await get(`/api/answers/${question}?${query}`, 'solo')).status]).toEqual([word, 400]);
    }
  });

  it('gives the whole evidence and the messages of commits to solo only', async () => {
    const hash = '0'.repeat(40);
    const seen = async (mode: string) => [
      (await get('/api/world', mode)).status,
      (await get(`/api/commits?hash=${hash}`, mode)).text.includes('Thank'),
    ];
    expect([await seen('solo'), await seen('team'), await seen('council')]).toEqual([
      [200, true],
      [422, false],
      [422, false],
    ]);
  });

  it('has no other route that answers', async () => {
    const routes = sourceFiles('src/server')
      .filter((file) => !isTest(file))
      .flatMap(({ text }) =>
        [...text.matchAll(/\.(?:get|post|put|patch|delete|all|route)(?:<[^(]*>)?\(\s*['"`]([^'"`]+)/g)].map(([, route]) => route!),
      );
    expect(routes).toContain('/api/answers/:question');
    const known = new Set(['/api/answers/:question', '/api/world', '/api/commits', '/']);
    for (const route of routes.filter((one) => !known.has(one)))
      for (const mode of ['team', 'council']) {
        const { text } = await get(route.replaceAll(/:\w+/g, 'x'), mode);
        expect([route, MOST_FIRST.filter((name) => text.includes(name))]).toEqual([route, []]);
      }
  });
});

describe('the tables', () => {
  it('[policy.7] know every question and word of the contract, or close them', () => {
    const words = QUESTIONS.flatMap((question) => Object.keys(QUESTION_INPUTS[question].shape));
    const closed = {
      questions: QUESTIONS.filter((name) => !(name in QUESTION_TOPICS)),
      words: words.filter((word) => !(word in INPUT_TOPICS)),
    };
    expect(closed.questions.length).toBeLessThan(QUESTIONS.length / 2);
    expect(words.filter((word) => ORDERING.includes(word))).toEqual([]);
    expect(new Set(Object.values(QUESTION_TOPICS)).has('person')).toBe(false);
  });

  it('offer no option of the command line that asks for an order', () => {
    const flags = [...COMMON_OPTIONS, ...VERBS.flatMap(({ options }) => [...options])].flatMap(({ flags: said }) =>
      [...said.matchAll(/--([a-z-]+)/g)].map(([, name]) => name!),
    );
    expect(flags).toContain('who');
    expect(flags.filter((flag) => ORDERING.some((word) => word.toLowerCase() === flag.replaceAll('-', '')))).toEqual([]);
  });

  it('say in the guide who sees what', () => {
    const guide = readFileSync(join(ROOT, 'docs/guide/privacy.md'), 'utf8');
    for (const mode of MODES) expect(guide).toContain(`**${mode}**`);
  });
});

describe('the walk', () => {
  it.each([
    [['Bo Kerr, 3', 'Ana Jost, 2'], 1],
    [
      {
        rows: [
          { person: 'Zoe Quill', knows: 0.9 },
          { person: 'Ana Jost', knows: 0.1 },
        ],
      },
      1,
    ],
    [{ reading: 'Zoe Quill (60 %), Ana Jost (10 %)' }, 1],
    [{ rows: [{ person: 'Ana Jost' }, { person: 'Zoe Quill' }] }, 0],
    [['Ana Jost', 'Zoe Quill', 'Ana Jost', 'Bo Kerr'], 1],
    [
      [
        { area: 'a', person: 'Zoe Quill' },
        { area: 'b', person: 'Ana Jost' },
      ],
      0,
    ],
    [
      [
        { area: 'a', person: 'Zoe Quill' },
        { area: 'a', person: 'Ana Jost' },
      ],
      1,
    ],
    [{ billing: ['Bo Kerr', 'Zoe Quill'] }, 0],
  ])('bites where it should: %j', (answer, count) => {
    expect(disordered(answer, MOST_FIRST)).toHaveLength(count);
  });

  it('lets subjects stand first', () => {
    expect(disordered('Without Zoe Quill: Ana Jost, Bo Kerr', MOST_FIRST, ['Zoe Quill'])).toEqual([]);
  });

  it('would find an order by figures in one telling or the other', () => {
    const byChanges = (people: readonly string[]) => people.map((person, i) => ({ person, changes: 40 - i }));
    expect([MOST_FIRST, LEAST_FIRST].map((people) => disordered(byChanges(people), MOST_FIRST).length)).toEqual([1, 0]);
  });
});

/** Every single word of a question's input, with values that mean somebody, somewhere or some time; and two people at once. */
function queriesOf(question: QuestionName, telling: Telling): readonly URLSearchParams[] {
  const { properties = {}, required = [] } = z.toJSONSchema(QUESTION_INPUTS[question], { io: 'input', unrepresentable: 'any' }) as Shape;
  const base = Object.fromEntries(required.map((key) => [key, valuesOf(key, properties[key]!, telling)[0]!]));
  const variants = Object.entries(properties).flatMap(([key, shape]) =>
    valuesOf(key, shape, telling).map((value) => ({ ...base, [key]: value })),
  );
  const people = Object.keys(properties).filter((key) => INPUT_TOPICS[key] === 'people');
  const together = people.map(
    (key) =>
      new URLSearchParams([
        ...Object.entries(base).filter(([other]) => other !== key),
        [key, addressOf(MOST_FIRST[0])],
        [key, addressOf(MOST_FIRST[5])],
      ]),
  );
  return [new URLSearchParams(base), ...variants.map((variant) => new URLSearchParams(variant)), ...together];
}

interface Shape {
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly type?: string;
}

/** Values for one word; a word that is new here is tried with all of them. */
function valuesOf(key: string, { enum: words, format }: Shape, telling: Telling): readonly string[] {
  if (words !== undefined) return words;
  const { at, partition } = worlds[telling];
  const days = [new Date((at - 40 * 86_400) * 1000), new Date(at * 1000)].map((date) => date.toISOString().slice(0, 10));
  if (format === 'date') return days;
  const [person, path, area] = [addressOf(MOST_FIRST[0]), 'billing', partition.areas[0]!.id];
  const topic = INPUT_TOPICS[key];
  if (topic === 'people') return [person, addressOf(MOST_FIRST[6])];
  if (topic === 'paths') return [path, 'billing/whole.ts'];
  if (key === 'area') return [area];
  return [person, path, area, '3', 'true', ...days];
}
