import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '#cli/run-command.ts';
import type { Verb } from '#cli/verb.ts';
import { VERBS } from '#cli/verbs.ts';
import { QUESTION_INPUTS } from '#contract/questions.ts';
import { QUESTION_TOPICS } from '#core/policy/asked.ts';
import type { Answer } from '#core/terms/answer.ts';
import { momentOf, personOf } from '#test/evidence-of.ts';
import { buildRepository } from '#test/golden/build-repository.ts';
import { addressOf, disordered, LEAST_FIRST, MOST_FIRST, workOf } from '#test/order-of-people.ts';
import { environment, newHome } from './understudy.ts';

/** These start the program itself as further processes, which here would be the test's runner; test/databases follows them instead. */
const STARTING: ReadonlySet<string> = new Set(['serve', 'work']);
const ASKED = VERBS.filter(({ name }) => !STARTING.has(name));

/** Every verb with each of its options, in every form: nobody is put in order, and outside of solo nobody is named. */
describe('on the command line nobody is put in order', () => {
  const answered = new Set<string>();
  const home = newHome();
  const [most, least] = ['most', 'least'].map((name) => join(home, name)) as [string, string];
  beforeAll(() => {
    build(most, MOST_FIRST);
    build(least, LEAST_FIRST);
    writeFileSync(join(home, 'gitconfig'), `[user]\n\temail = ${addressOf(MOST_FIRST[0])}\n`);
    for (const mode of ['team', 'council']) writeFileSync(join(home, `${mode}.yaml`), `privacy: { mode: ${mode} }\n${CHECK}`);
  });
  afterAll(() => rmSync(home, { recursive: true }));

  it.each(ASKED)('$name: whatever is asked, by whatever name the same people go', async (verb) => {
    for (const cwd of [most, least])
      for (const words of variantsOf(verb)) {
        const { code, out } = await run(cwd, [...words, '--json']);
        expect([0, 1, 2, 3], `${words.join(' ')}: ${out}`).toContain(code);
        for (const answer of answersIn(out)) {
          answered.add(verb.name);
          if (isOfCandidates(answer)) continue;
          const subjects = MOST_FIRST.filter((name) => words.includes(addressOf(name)) || words.includes('--me'));
          expect(disordered(answer, MOST_FIRST, subjects), words.join(' ')).toEqual([]);
        }
      }
  });

  it('walked every verb that asks a question, so that the above can fail', () => {
    const asking = VERBS.map(({ name }) => name).filter((name) => name in QUESTION_INPUTS || QUESTION_TOPICS[name] !== undefined);
    expect(asking.length).toBeGreaterThan(10);
    expect(asking.filter((name) => !answered.has(name) && name !== 'evaluate')).toEqual([]);
  });

  it.each(ASKED)('$name: outside of solo nobody is named in any form, on either stream', async (verb) => {
    for (const mode of ['team', 'council'])
      for (const words of [...variantsOf(verb), ...formsOf(verb)]) {
        const { code, out, err } = await run(most, [...words, '--config', join(home, `${mode}.yaml`)]);
        expect([0, 1, 2, 3], err).toContain(code);
        const said = `${out}\n${err}`;
        const named = MOST_FIRST.flatMap((name) => [name, addressOf(name)]).filter((word) => said.includes(word) && !words.includes(word));
        expect([named, /(person|candidate) #?\d/.exec(said)], `${mode}: ${words.join(' ')}`).toEqual([[], null]);
        for (const answer of words.includes('--json') && code !== 2 ? answersIn(out) : []) expect(isOfCandidates(answer)).toBe(false);
      }
  });

  it('answers oneself, and refuses to speak of another, in team and council mode', async () => {
    for (const mode of ['team', 'council']) {
      const config = ['--config', join(home, `${mode}.yaml`)];
      const own = await run(most, ['away', '--me', ...config]);
      const other = await run(most, ['away', '--who', addressOf('Bo Kerr'), ...config]);
      expect([own.code, other.code, other.err.includes('another person')]).toEqual([0, 2, true]);
      expect(own.out).toContain('Without you');
    }
  });

  it('serves no page and writes none outside of solo, because a page carries every act', async () => {
    for (const mode of ['team', 'council']) {
      const config = ['--config', join(home, `${mode}.yaml`)];
      const opened = await run(most, ['open', ...config]);
      const page = await run(most, ['map', '--html', '--names', '--output', join(home, 'map.html'), ...config]);
      expect([opened.code, opened.out.includes('http://'), page.code, page.err.includes('act by act')]).toEqual([0, false, 2, true]);
      expect(existsSync(join(home, 'map.html'))).toBe(false);
    }
  });

  it('keeps no answer of another mode: solo before and after says the same', async () => {
    const before = await run(most, ['who', 'billing', '--json']);
    const between = await run(most, ['who', 'billing', '--json', '--config', join(home, 'team.yaml')]);
    const after = await run(most, ['who', 'billing', '--json']);
    expect([after.out === before.out, MOST_FIRST.some((name) => between.out.includes(name))]).toEqual([true, false]);
  });

  it('says in solo mode what it hides elsewhere, so that the above can fail', async () => {
    const { out } = await run(most, ['who', 'billing', '--csv']);
    expect(MOST_FIRST.filter((name) => out.includes(name)).length).toBeGreaterThan(3);
  });

  async function run(cwd: string, argv: readonly string[]): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
    const said = { out: '', err: '' };
    const sink = (name: 'out' | 'err') => ({ write: (text: string) => void (said[name] += text), isTerminal: false, columns: 100 });
    const door = {
      cwd,
      env: environment(home),
      out: sink('out'),
      err: sink('err'),
      now: () => NOW,
      signal: AbortSignal.timeout(LONGEST_RUN),
    };
    return { code: await runCommand(argv, door), ...said };
  }
});

const NOW = Date.parse('2026-11-01T12:00:00Z');
const CHECK = 'check: { north-star: 0.01 }\n';
/** Options by which a verb that would go on until Ctrl-C ends by itself. */
const ENDING: ReadonlySet<string> = new Set(['--no-serve', '--once']);
const LONGEST_RUN = 60_000;

/** The one exception: candidates for a stated absence or change, on somebody's own machine. */
function isOfCandidates({ columns }: Answer): boolean {
  return columns.some(({ key }) => key === 'candidate');
}

function build(folder: string, people: readonly string[]): void {
  mkdirSync(folder, { recursive: true });
  const commits = workOf(people).map(({ day, by, files }) => ({
    by: `${by} <${personOf(by, 'human').emails[0]!}>`,
    at: new Date(momentOf(day) * 1000).toISOString().replace('.000Z', '+00:00'),
    files: Object.fromEntries((files ?? []).map((path) => [path, `// ${day}\n`])),
  }));
  buildRepository({ folder, commits, checkout: true });
  writeFileSync(join(folder, 'understudy.yaml'), CHECK);
}

function answersIn(out: string): readonly Answer[] {
  if (!out.startsWith('{')) return [];
  const whole = out.startsWith('{\n') ? [out] : out.trim().split('\n');
  return whole.map((json) => JSON.parse(json) as Answer).filter(({ columns }) => columns !== undefined);
}

/** What stands after a verb, then each of its options once; what must be said for any answer is said first. */
function variantsOf(verb: Verb): readonly (readonly string[])[] {
  const base = [verb.name, ...argumentOf(verb), ...verb.options.flatMap(({ flags }) => (ENDING.has(flags) ? [flags] : []))];
  const options = verb.options.flatMap(({ flags }) => wordsOf(flags)).filter(([flag]) => !ENDING.has(flag!) && flag !== '--port');
  return [base, ...options.map((words) => [...base, ...words])];
}

function argumentOf({ takes }: Verb): readonly string[] {
  if (takes.includes('SUITE')) return ['truck-factor'];
  if (takes.includes('SIGNAL')) return [];
  if (takes.includes('AREA')) return ['billing'];
  if (takes.includes('PATH')) return ['billing'];
  return [];
}

function wordsOf(flags: string): readonly (readonly string[])[] {
  const [flag, takes] = flags.split(/[ ,]+/).filter((word) => !/^-\w$/.test(word)) as [string, string?];
  const values: Readonly<Record<string, readonly string[]>> = {
    '<name>': [addressOf(MOST_FIRST[0]), addressOf(MOST_FIRST[6]), 'billing', 'doe'],
    '<number>': ['3'],
    '<date>': ['2024-06-30'],
    '<kind>': ['sudden', 'permanent', 'all'],
    '<file>': ['no-such-file'],
  };
  return takes === undefined ? [[flag]] : (values[takes] ?? ['billing', '3']).map((value) => [flag, value]);
}

function formsOf(verb: Verb): readonly (readonly string[])[] {
  const [base] = variantsOf(verb);
  const forms = ['--json', '--csv', '--md', '--explain'];
  const each = [base!, [...base!, '--me']].filter((words) => !words.includes('--me') || verb.options.some(({ flags }) => flags === '--me'));
  return each.flatMap((words) => forms.map((form) => [...words, form]));
}
