import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { freePort } from './free-port.ts';
import { onBothEngines, onSqlite } from './on-both-engines.ts';
import { machine, type Machine } from './follow-runbook.ts';

const RUNBOOKS = join(import.meta.dirname, '../../docs/runbooks');
const text = (name: string): string => readFileSync(join(RUNBOOKS, `${name}.md`), 'utf8');

interface Step {
  readonly script: string;
  /** What it should say, a line each; `…` stands for anything. */
  readonly says: readonly string[];
}

/** Blocks of commands, each with the block of text that follows it before the next one. */
function stepsOf(page: string): readonly Step[] {
  const blocks = [...page.matchAll(/^```(sh|text)\n([\s\S]*?)^```/gm)].map(([, kind, body]) => ({ kind, body: body! }));
  return blocks.flatMap(({ kind, body }, index) => {
    const next = blocks[index + 1];
    return kind === 'sh' ? [{ script: body, says: next?.kind === 'text' ? next.body.trim().split('\n') : [] }] : [];
  });
}

/** Each line is said, in this order; one that was too long for the page may go on in the next line. */
function notSaid(told: string, says: readonly string[]): readonly string[] {
  const lines = told.split('\n').map((line) => line.trim());
  let at = 0;
  return says.filter((line) => {
    const pattern = new RegExp(`^${line.split('…').map(escaped).join('.*')}$`);
    const isSaid = (one: string, next = ''): boolean => [one, `${one}${next}`, `${one} ${next}`].some((text) => pattern.test(text));
    const found = lines.findIndex((one, index) => index >= at && isSaid(one, lines[index + 1]));
    at = found < 0 ? at : found;
    return found < 0;
  });
}

function escaped(part: string): string {
  return part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

function follow(on: Machine, name: string): void {
  const steps = stepsOf(text(name));
  expect(steps.length).toBeGreaterThan(0);
  for (const { script, says } of steps) {
    const { status, told } = on.run(script);
    expect([name, script, status, notSaid(told, says)], told).toEqual([name, script, 0, []]);
  }
}

onBothEngines(({ engine, emptyPlace }) => {
  const installed = async (): Promise<Machine> => {
    const [own, target] = [engine === 'postgres' ? await emptyPlace() : undefined, await emptyPlace('postgres')];
    const url = (place: typeof target | undefined): string | undefined => (place?.engine === 'postgres' ? place.url : undefined);
    const made = machine({ port: await freePort(), metricsPort: await freePort(), database: url(own), target: url(target)! });
    onTestFinished(made.stop);
    follow(made, 'install');
    return made;
  };

  it('install, then upgrade', { timeout: 600_000 }, async () => {
    follow(await installed(), 'upgrade');
  });

  it('install, then back up and restore', { timeout: 600_000 }, async () => {
    follow(await installed(), 'backup-and-restore');
  });

  it('install, then a new key', { timeout: 600_000 }, async () => {
    follow(await installed(), 'new-key');
  });

  it('install, then an incident', { timeout: 600_000 }, async () => {
    follow(await installed(), 'incident');
  });

  if (engine === 'sqlite')
    it('install, then move to PostgreSQL and back', { timeout: 600_000 }, async () => {
      follow(await installed(), 'move-to-postgresql');
    });
});

onSqlite(() => {
  describe('following', () => {
    it('bites', () => {
      expect(notSaid('a\nb c d\n', ['a', 'b … d'])).toEqual([]);
      expect(notSaid('long-na\n me holds 3\n', ['…name holds…'])).toEqual([]);
      expect(notSaid('a\nb c d\n', ['b … d', 'a', 'b'])).toEqual(['a', 'b']);
      expect(stepsOf('```sh\none\n```\n\n```text\nsaid\n```\n\n```text\nnot said\n```\n\n```sh\ntwo\n```\n')).toEqual([
        { script: 'one\n', says: ['said'] },
        { script: 'two\n', says: [] },
      ]);
    });
  });
});
