import { describe, expect, it } from 'vitest';
import { Refusal } from '#core/terms/refusal.ts';
import { commonOptions, wantsColour } from '#cli/options/common-options.ts';
import { parseCommandLine } from './parse-command-line.ts';
import { VERBS } from './verbs.ts';

const sink = (isTerminal: boolean) => ({ write: () => undefined, isTerminal, columns: 100 });
const door = { cwd: '/', env: {}, out: sink(false), err: sink(false), now: () => 0, signal: new AbortController().signal };
const parse = (line: string) => parseCommandLine(line.split(' ').filter(Boolean), '/');
const run = (line: string) => {
  const parsed = parse(line);
  if (parsed.kind !== 'run') throw new Error(`${line} is ${parsed.kind}`);
  return { ...parsed, common: commonOptions({ ...parsed, door }) };
};
const refused = (line: string): string => {
  try {
    run(line);
  } catch (problem) {
    if (problem instanceof Refusal) return `${problem.code}: ${problem.message}`;
    throw problem;
  }
  return 'nothing';
};

describe('the command line', () => {
  it('passes over no word that a verb has no use for', () => {
    expect(refused('joins frob')).toBe('unknown-option: understudy joins takes nothing but options, and "frob" is none.');
    expect(refused('verify x --json')).toContain('understudy verify takes nothing but options');
    expect(refused('joins --json')).toBe('nothing');
  });

  it.each([
    ['areas one two --json', 'areas', ['one', 'two'], 'json'],
    ['--json areas one', 'areas', ['one'], 'json'],
    ['areas -r one --repo two --csv', 'areas', ['one', 'two'], 'csv'],
    ['who lib -r one', 'who', ['one'], 'text'],
    ['check --sarif', 'check', [], 'sarif'],
    ['export --badge', 'export', [], 'svg'],
    ['map --html', 'map', [], 'html'],
    ['', 'open', [], 'text'],
    ['tmp', 'open', ['tmp'], 'text'],
  ])('%j asks %s of %j as %s', (line, verb, repositories, format) => {
    const parsed = run(line);
    expect([parsed.verb.name, parsed.common.repositories, parsed.common.format]).toEqual([verb, repositories, format]);
  });

  it('takes several people one by one, and leaves what follows to the repositories', () => {
    const { options, common } = run('away --who ana --who bo repo');
    expect([options['who'], common.repositories]).toEqual([['ana', 'bo'], ['repo']]);
  });

  it.each([
    ['aeras', 'unknown-verb: There is no verb "aeras". Did you mean "areas"?'],
    ['qqq', 'unknown-verb: There is no verb "qqq".'],
    ['areas --jsno', "unknown-option: Unknown option '--jsno'. Did you mean --json?"],
    ['away --who', "unknown-option: Option '--who <name>' argument missing."],
    ['signals --state open', "unknown-option: Unknown option '--state'."],
    ['connect --remove --data-folder here', 'unknown-option: --remove needs a word, and --data-folder stands in its place.'],
    ['import --templates --data-folder here', 'unknown-option: --templates needs a word, and --data-folder stands in its place.'],
    ['areas --json --md', 'bad-combination: --json and --md contradict each other.'],
  ])('%j is refused as %s', (line, said) => {
    expect(refused(line)).toBe(said);
  });

  it.each([
    ['--version', 'version'],
    ['-V', 'version'],
    ['--help', 'help'],
    ['away -h', 'help'],
    ['help away', 'help'],
  ])('%j is %s', (line, kind) => {
    expect(parse(line).kind).toBe(kind);
  });

  it('takes --help after -- for a path', () => {
    expect(run('who -- --help').args).toEqual(['--help']);
  });
});

describe('verbs', () => {
  it.each(VERBS.map((verb) => [verb.name, verb] as const))('%s has examples that parse, and its work can be loaded', async (name, verb) => {
    for (const { command } of verb.examples) {
      const line = command
        .replaceAll(/"[^"]*"/g, 'quoted')
        .replace(/ [|>].*$/, '')
        .replace(/^understudy /, '');
      expect(refused(line)).toBe('nothing');
      expect(run(line).verb.name).toBe(name);
    }
    expect(typeof (await verb.load())).toBe('function');
  });
});

describe('colour', () => {
  it.each([
    [{}, {}, true],
    [{ color: false }, {}, false],
    [{}, { NO_COLOR: '1' }, false],
    [{}, { NO_COLOR: '' }, true],
    [{}, { TERM: 'dumb' }, false],
  ])('with %j and %j is %s', (options, env, wanted) => {
    expect(wantsColour(options, { env })).toBe(wanted);
  });

  it('goes to terminals only', () => {
    const parsed = run('areas');
    const coloured = commonOptions({ verb: parsed.verb, args: [], options: {}, door: { ...door, out: sink(true) } }).palette;
    expect([parsed.common.palette.strong('x'), coloured.strong('x') === 'x']).toEqual(['x', false]);
  });
});
