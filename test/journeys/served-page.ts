import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { startUnderstudy, type Surroundings } from './understudy.ts';

/** `understudy open` while it serves. */
export interface ServedPage {
  readonly address: string;
  readonly stop: () => Promise<void>;
}

/** Starts the built command on any free port and waits for the address that it prints. */
export async function servePage(repository: string, surroundings: Surroundings): Promise<ServedPage> {
  const child = startUnderstudy(['open', repository, '--port', '0'], surroundings);
  const address = await addressOf(child);
  return {
    address,
    stop: async () => {
      child.kill('SIGINT');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

async function addressOf(child: ChildProcess): Promise<string> {
  let told = '';
  child.stderr!.on('data', (text) => (told += String(text)));
  return await new Promise((done, fail) => {
    child.stdout!.on('data', (text) => {
      told += String(text);
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(told);
      if (found !== null) done(found[0]);
    });
    child.once('exit', () => fail(new Error(`the command ended before it served:\n${told}`)));
  });
}
