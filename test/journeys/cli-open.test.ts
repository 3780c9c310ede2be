import type { ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endOf, environment, newHome, startUnderstudy, teamRepository, understudy } from './understudy.ts';

/** `understudy open`, as it is left running in a terminal. */
describe('open', () => {
  const home = newHome();
  const team = join(home, 'team');
  const started: ChildProcess[] = [];
  const open = (...args: string[]): ChildProcess => {
    const child = startUnderstudy(['open', ...args], { cwd: team, env: environment(home, { PORT: '0' }) });
    started.push(child);
    return child;
  };

  beforeAll(() => void teamRepository(team));
  afterAll(() => {
    for (const child of started) child.kill('SIGKILL');
    rmSync(home, { recursive: true, force: true });
  });

  it('prints the first page and an address of this machine, serves it, and ends well with Ctrl-C', async () => {
    const child = open();
    const ended = endOf(child);
    const { text, address } = await addressOf(child);
    expect(text).toMatch(/If any one person were away for two weeks[\s\S]*First step: [\s\S]*Page: /);
    expect(new URL(address).hostname).toBe('127.0.0.1');
    expect((await fetch(address)).status).toBe(200);
    expect(((await (await fetch(`${address}/api/answers/overview`)).json()) as { schema: string }).schema).toBe('understudy/overview/1');
    child.kill('SIGINT');
    expect((await ended).status).toBe(0);
  });

  it('takes the next free port when somebody else has it', async () => {
    const first = await addressOf(open());
    const second = await addressOf(open('--port', new URL(first.address).port));
    expect(new URL(second.address).port).not.toBe(new URL(first.address).port);
    expect((await fetch(second.address)).status).toBe(200);
  });

  it('serves nobody who only wants the page as text, JSON or a file', () => {
    for (const args of [['open', '--no-serve'], ['open', '--json'], ['open', '--output', join(home, 'page.txt')], [], ['.']]) {
      expect([args, understudy(args, { cwd: team, env: environment(home) }).status]).toEqual([args, 0]);
    }
  });
});

/** What was printed up to the address, once it is there. */
async function addressOf(child: ChildProcess): Promise<{ readonly text: string; readonly address: string }> {
  let text = '';
  return await new Promise((done, fail) => {
    child.stdout!.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      const address = /Page: +(http:\S+)/.exec(text)?.[1];
      if (address !== undefined) done({ text, address });
    });
    child.once('close', (status) => fail(new Error(`ended with ${status} before it served: ${text}`)));
  });
}
