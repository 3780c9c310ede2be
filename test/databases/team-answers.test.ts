import { sql } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { sumUp } from '#app/actions/team/sum-up.ts';
import { answerRepositories } from '#app/questions/team/answer-repositories.ts';
import { lookUpHeads } from '#app/questions/team/look-up-heads.ts';
import { QUESTION_INPUTS } from '#contract/questions.ts';
import type { QuestionName } from '#contract/questions.ts';
import type { Answer } from '#core/terms/answer.ts';
import { TeamAnswers } from '#server/team/answers/team-answers.ts';
import type { TeamAnswersOrder, TeamQuestion } from '#server/team/answers/team-answers.ts';
import type { Database } from '#store/database/database.ts';
import { saveScan } from '#store/team/scans.ts';
import { addSource, removeSource } from '#store/team/sources.ts';
import { lacksSummary } from '#store/team/summaries.ts';
import { scanOf, sourceRow } from './fill-database.ts';
import { NOW, onBothEngines, onPostgres } from './on-both-engines.ts';

/** Sources that were read, of an invented history of so many commits each. */
async function read(database: Database, sources: Readonly<Record<string, number>>): Promise<void> {
  for (const [id, commits] of Object.entries(sources)) {
    await addSource(database, { ...sourceRow(id), name: `the ${id}` });
    await keep(database, id, commits);
  }
}

async function keep(database: Database, id: string, commits: number, texts: Readonly<Record<string, string>> = {}): Promise<void> {
  const scan = scanOf(commits);
  const files = Object.entries(texts).map(([path, text]) => ({ path, text }));
  const facts = { ...scan.facts, path: `/srv/${id}`, texts: [...scan.facts.texts, ...files] };
  await database.write(async (query) => await saveScan(query, { sourceId: id, scan: { ...scan, facts } }));
}

function answersOf(database: Database, order: Partial<TeamAnswersOrder> = {}): TeamAnswers {
  const answers = new TeamAnswers({
    place: database.place,
    lookUp: async (words) => await lookUpHeads(database, words),
    heldAreas: async () => [],
    facetLooks: async () => null,
    sceneMark: async () => '',
    blindClosed: async () => [],
    build: 'test',
    now: Date.now,
    threads: 1,
    ...order,
  });
  onTestFinished(async () => await answers.close());
  return answers;
}

const SOLO: TeamQuestion = { sources: ['a'], question: 'areas', input: {}, at: null, viewer: { mode: 'solo' }, ownWords: [] };
const TEAM: TeamQuestion = { ...SOLO, viewer: { mode: 'team', grants: [{ role: 'member' }] } };
const MYSELF: TeamQuestion = { ...TEAM, question: 'away', input: { who: [], me: true }, ownWords: ['p1@example.org'] };

function inAnswer({ json }: { readonly json: Uint8Array }): Answer<Readonly<Record<string, unknown>>> {
  return JSON.parse(new TextDecoder().decode(json)) as Answer<Readonly<Record<string, unknown>>>;
}

const codeOf = async (work: Promise<unknown>): Promise<unknown> =>
  await work.then(
    () => 'answered',
    (problem: { readonly code?: string; readonly name?: string }) => problem.code ?? problem,
  );

const NEEDED: Readonly<Partial<Record<QuestionName, unknown>>> = {
  explain: { area: 'src' },
  who: { path: '' },
  away: { who: ['Person 1'] },
  ready: { who: ['Person 1'] },
  weights: { colour: 'cover', kind: 'planned' },
  successors: { path: '' },
};

onBothEngines(({ open, engine }) => {
  it('answers every question of the contract from a stored scan', async () => {
    const database = await open();
    await read(database, { a: 300 });
    const answers = answersOf(database);
    for (const question of Object.keys(QUESTION_INPUTS) as readonly QuestionName[]) {
      const input = NEEDED[question] ?? {};
      const { schema, asOf, reading } = inAnswer(await answers.ask({ ...SOLO, question, input }));
      expect([schema, asOf.heads]).toEqual([`understudy/${question}/1`, [{ repository: 'the a', head: '300'.padStart(40, '0') }]]);
      expect(reading).not.toBe('');
    }
  });

  it('names nobody outside of solo, and refuses what is closed before anything is looked up', async () => {
    const database = await open();
    await read(database, { a: 300 });
    const asked: string[] = [];
    const answers = answersOf(database, {
      lookUp: async (words) => {
        asked.push(...words);
        return await lookUpHeads(database, words);
      },
    });
    const said: string[] = [];
    const closed: string[] = [];
    for (const question of Object.keys(QUESTION_INPUTS) as readonly QuestionName[]) {
      const before = asked.length;
      const ask = { ...TEAM, question, input: NEEDED[question] ?? {} };
      const reply = await answers.ask(ask).catch((problem: { readonly code: string }) => problem);
      if ('json' in reply) said.push(new TextDecoder().decode(reply.json));
      else closed.push(`${question} ${reply.code} ${asked.length - before}`);
    }
    expect(closed).toEqual(['successors', 'away', 'ready', 'identities'].map((question) => `${question} not-yours-to-see 0`));
    expect(said.length).toBe(Object.keys(QUESTION_INPUTS).length - closed.length);
    expect(said.filter((text) => /Person \d|p\d@example|person \d/.test(text))).toEqual([]);
    const solo = new TextDecoder().decode((await answers.ask({ ...SOLO, question: 'explain', input: { area: 'src' } })).json);
    expect(solo).toMatch(/Person \d/);
  });

  it('tells somebody of their own absence, where names are not known, and nobody of another’s', async () => {
    const database = await open();
    await read(database, { a: 300 });
    const answers = answersOf(database);
    const mine = inAnswer(await answers.ask(MYSELF));
    const asNamed = inAnswer(await answers.ask({ ...SOLO, question: 'away', input: { who: ['Person 1'] } }));
    expect(mine.question).toContain('without you');
    expect([mine.value['served'], mine.rows.length]).toEqual([asNamed.value['served'], asNamed.rows.length]);
    const said = await answers.ask({ ...MYSELF, input: { who: ['P1@example.org'] } });
    expect(inAnswer(said).value).toEqual(mine.value);
    const theirs = await answers.ask({ ...MYSELF, ownWords: ['p2@example.org'] });
    expect(theirs.etag).not.toBe((await answers.ask(MYSELF)).etag);
    expect(await codeOf(answers.ask({ ...MYSELF, input: { who: ['p2@example.org'] } }))).toBe('not-yours-to-see');
    expect(await codeOf(answers.ask({ ...MYSELF, input: { who: ['p2@example.org'], me: true } }))).toBe('not-yours-to-see');
    expect(await codeOf(answers.ask({ ...MYSELF, ownWords: ['nobody@example.org'] }))).toBe('not-in-this-history');
    expect(await codeOf(answers.ask({ ...MYSELF, ownWords: ['Person 1', 'p1', '@example.org'] }))).toBe('not-in-this-history');
    expect(await codeOf(answers.ask({ ...MYSELF, ownWords: [] }))).toBe('not-in-this-history');
  });

  it('keeps to the stricter mode that a repository asks for', async () => {
    const database = await open();
    await read(database, { a: 300 });
    const answers = answersOf(database);
    const path = { ...TEAM, question: 'who', input: { path: 'src' } } as const;
    expect(await codeOf(answers.ask(path))).toBe('answered');
    await keep(database, 'a', 310, { 'understudy.yaml': 'privacy:\n  mode: council\n' });
    await expect.poll(async () => await codeOf(answers.ask(path))).toBe('not-yours-to-see');
    expect(await codeOf(answers.ask(TEAM))).toBe('answered');
  });

  it('every server notices a newer scan within two seconds, whoever kept it, and a removed source', async () => {
    const database = await open();
    await read(database, { a: 300, b: 40 });
    let ahead = 0;
    const now = (): number => Date.now() + ahead;
    const [one, other] = [answersOf(database, { now }), answersOf(await open(database.place), { now })];
    const [first, again] = [await one.ask(TEAM), await other.ask(TEAM)];
    expect([again.etag, again.json]).toEqual([first.etag, first.json]);
    expect(await one.ask({ ...TEAM, holds: first.etag })).toEqual({ json: new Uint8Array(), etag: first.etag });
    await keep(database, 'a', 320);
    const headOf = async (answers: TeamAnswers) => inAnswer(await answers.ask({ ...TEAM, holds: undefined })).asOf.heads[0]!.head;
    ahead += 2001;
    for (const answers of [one, other]) expect(await headOf(answers)).toBe('320'.padStart(40, '0'));
    expect((await one.ask({ ...TEAM, holds: first.etag })).etag).not.toBe(first.etag);
    await removeSource(database, 'a');
    await expect.poll(async () => await codeOf(other.ask(TEAM))).toBe('source-unknown');
  });

  it('works the same question of many out once, and different ones side by side', async () => {
    const database = await open();
    await read(database, { a: 300 });
    const answers = answersOf(database);
    const asked = await Promise.all(Array.from({ length: 50 }, async () => await answers.ask(TEAM)));
    expect(new Set(asked.map(({ json }) => json)).size).toBe(1);
    const paths = await Promise.all(
      Array.from({ length: 7 }, async (_, i) => await answers.ask({ ...TEAM, question: 'who', input: { path: `src/file-${i}.ts` } })),
    );
    expect(new Set(paths.map(({ etag }) => etag)).size).toBe(7);
  });

  it('a slow question holds up nobody', async () => {
    const database = await open();
    await read(database, { a: 1500, b: 60 });
    const answers = answersOf(database);
    await answers.ask({ ...TEAM, sources: ['b'] });
    const order: string[] = [];
    const slow = ['a', 'b'].map(
      async (source) =>
        await answers.ask({ ...TEAM, sources: [source], question: 'trend', input: { months: 240 } }).then(() => order.push('slow')),
    );
    await Promise.all(
      Array.from({ length: 7 }, async (_, i) => {
        await answers.ask({ ...TEAM, sources: ['b'], question: 'who', input: { path: `src/file-${i}.ts` } });
        order.push('quick');
      }),
    );
    await Promise.all(slow);
    expect(order.slice(0, 7)).toEqual(Array.from({ length: 7 }, () => 'quick'));
  });

  it('stops working when whoever asked is gone, and goes on for others', async () => {
    const database = await open();
    await read(database, { a: 1500 });
    const answers = answersOf(database);
    const gone = new AbortController();
    const trend = { ...TEAM, question: 'trend', input: { months: 240 } } as const;
    const [left, stays] = [answers.ask({ ...trend, signal: gone.signal }), answers.ask(trend)];
    gone.abort();
    await expect(left).rejects.toThrow();
    expect(await codeOf(stays)).toBe('answered');
    const past = { ...trend, input: { months: 239 }, signal: AbortSignal.abort() };
    await expect(answers.ask(past)).rejects.toThrow();
    expect(await codeOf(answers.ask({ ...trend, input: { months: 238 } }))).toBe('answered');
  });

  it('takes several sources as one system', async () => {
    const database = await open();
    await read(database, { a: 300, b: 40 });
    const answers = answersOf(database);
    const both = inAnswer(await answers.ask({ ...TEAM, question: 'overview', sources: ['b', 'a', 'the a'] }));
    expect([both.value['title'], both.value['commits']]).toEqual(['the a + the b', 340]);
    const many = Array.from({ length: 21 }, () => 'a');
    expect(await codeOf(answers.ask({ ...TEAM, sources: many }))).toBe('too-many-sources');
  });

  it('refuses sources that are not there, not read or no words', async () => {
    const database = await open();
    await read(database, { a: 40 });
    await addSource(database, { ...sourceRow('new'), name: 'unread' });
    const answers = answersOf(database);
    const hostile = ['', '%', "' or 1=1 --", '../a', '__proto__', '\0', 'a\u0001', 'a'.repeat(1000), '\ud800', 'the A'];
    for (const word of hostile) expect([word, await codeOf(answers.ask({ ...TEAM, sources: [word] }))]).toEqual([word, 'source-unknown']);
    expect(await codeOf(answers.ask({ ...TEAM, sources: ['unread'] }))).toBe('source-not-read');
    await database.query
      .updateTable('segment')
      .set({ bytes: Uint8Array.of(1, 2, 3) })
      .execute();
    expect(await codeOf(answers.ask(TEAM))).toBe('source-not-read');
  });

  it('has a connection that cannot write', async () => {
    const database = await open();
    await read(database, { a: 40 });
    const { openToRead } = await import('#app/questions/team/open-to-read.ts');
    const reader = await openToRead(database.place);
    onTestFinished(async () => await reader.close());
    const writing =
      engine === 'sqlite'
        ? sql`update source set name = 'x'`.execute(reader.query)
        : reader.snapshot(async (query) => await sql`update source set name = 'x'`.execute(query));
    await expect(writing).rejects.toThrow(/read.?only/i);
  });
});

onBothEngines(({ open }) => {
  it('sums a repository up once for each scan, the same in every mode', async () => {
    const database = await open();
    await read(database, { b: 300, a: 40 });
    await addSource(database, { ...sourceRow('c'), name: 'Älter' });
    const now = () => NOW;
    expect((await answerRepositories(database, { now: NOW, mode: 'team' })).reading).toBe('None of 3 repositories can be judged yet.');
    expect([await sumUp(database, 'b', { now }), await sumUp(database, 'b', { now }), await sumUp(database, 'c', { now })]).toEqual([
      true,
      false,
      false,
    ]);
    await sumUp(database, 'a', { now });
    const { rows, value, notJudged } = await answerRepositories(database, { now: NOW, mode: 'team' });
    expect(rows.map(({ repository }) => repository)).toEqual(['Älter', 'the a', 'the b']);
    expect([value.repositories, notJudged.map(({ what }) => what)]).toEqual([3, ['1 repository']]);
    const answers = answersOf(database);
    for (const mode of ['solo', 'team', 'council'] as const) {
      const overview = inAnswer(await answers.ask({ ...SOLO, sources: ['b'], question: 'overview', viewer: { mode } }));
      const row = rows.find(({ id }) => id === 'b')!;
      expect([mode, row.carried, row['stops'], row['moves']]).toEqual([
        mode,
        overview.value['northStar'],
        (overview.value['verdicts'] as Record<string, number>)['stops'],
        (overview.value['verdicts'] as Record<string, number>)['moves'],
      ]);
    }
    await keep(database, 'b', 320);
    expect(await lacksSummary(database, 'b', { without: [], people: '' })).toBe(true);
    expect(await sumUp(database, 'b', { now })).toBe(true);
    expect(await lacksSummary(database, 'b', { without: [], people: '' })).toBe(false);
    expect(await lacksSummary(database, 'b', { without: [], people: '~others' })).toBe(true);
  });
});

onPostgres(({ open }) => {
  it('gives up what takes longer than the ceiling, and answers again when it can', async () => {
    const database = await open();
    await read(database, { a: 40 });
    const answers = answersOf(database, { ceiling: 5000 });
    let free = (): void => undefined;
    const locked = database.query.transaction().execute(async (query) => {
      await sql`lock table segment in access exclusive mode`.execute(query);
      await new Promise<void>((done) => (free = done));
    });
    expect(await codeOf(answers.ask(TEAM))).toBe('answer-too-slow');
    // Its thread still waits for the lock; it is replaced, and what stands in line is not lost.
    const later = expect.poll(async () => await codeOf(answers.ask({ ...TEAM, question: 'overview' })));
    setTimeout(free, 6000);
    await later.toBe('answered');
    await locked;
  });
});
