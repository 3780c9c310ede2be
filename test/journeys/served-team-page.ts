import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { startUnderstudy, type Surroundings } from './understudy.ts';

/** `understudy serve` while it serves, in a data folder of its own. */
export interface ServedTeamPage {
  readonly address: string;
  /** How the first administrator comes in. */
  readonly firstLink: string;
  readonly stop: () => Promise<void>;
}

/** Starts the built command with one worker; 0: on any free port. */
export async function serveTeam(surroundings: Surroundings, port = 0): Promise<ServedTeamPage> {
  const child = startUnderstudy(['serve', '--port', String(port), '--workers', '1'], surroundings);
  const firstLink = await firstLinkOf(child);
  return {
    address: new URL(firstLink).origin,
    firstLink,
    stop: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

async function firstLinkOf(child: ChildProcess): Promise<string> {
  let told = '';
  child.stderr!.on('data', (text) => (told += String(text)));
  return await new Promise((done, fail) => {
    child.stdout!.on('data', (text) => {
      told += String(text);
      const found = /http:\/\/127\.0\.0\.1:\d+\/welcome#\S+/.exec(told);
      if (found !== null) done(found[0]);
    });
    child.once('exit', () => fail(new Error(`the command ended before it served:\n${told}`)));
  });
}
