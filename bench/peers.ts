import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { git } from '../test/golden/build-repository.ts';
import type { Bench, BenchRow } from './bench.ts';
import { byTurns, median, timed } from './measure.ts';
import { nameOf } from './mining.ts';

/** A program that people use for the question who has worked on what, as their packages install it. */
interface Peer {
  readonly name: string;
  readonly version: readonly string[];
  readonly command: string;
  readonly args: (path: string) => readonly string[];
  /** Runs inside the repository. */
  readonly inside: boolean;
}

const PEERS: readonly Peer[] = [
  { name: 'gitinspector', version: ['--version'], command: 'gitinspector', args: (path) => ['--format=text', path], inside: false },
  { name: 'git-quick-stats -T', version: [], command: 'git-quick-stats', args: () => ['-T'], inside: true },
];

/** Larger ones take these programs minutes to hours. */
const MOST_COMMITS = 15_000;
const ROUNDS = 3;
const program = join(import.meta.dirname, '../dist/cli/main.js');

/** The whole command with its first scan, against the whole command of each peer that is installed here; none is needed. */
export const peers: Bench = {
  name: 'peers',
  question: 'How long do others take for their first answer?',
  async *run({ repositories, scratch }) {
    const installed = PEERS.filter(({ command }) => isInstalled(command));
    const small = repositories.filter((path) => Number(git(path, ['rev-list', '--count', 'HEAD'])) <= MOST_COMMITS);
    for (const [i, path] of small.entries())
      for (const [k, peer] of installed.entries()) yield await against(peer, path, join(scratch, `peers-${i}-${k}`));
  },
};

async function against(peer: Peer, path: string, data: string): Promise<BenchRow> {
  let n = 0;
  const ours = async (): Promise<number> => {
    const env = { UNDERSTUDY_DATA: `${data}-${n++}` };
    return (await timed({ command: process.execPath, args: [program, 'open', '--no-serve', path], env, quiet: true })).seconds;
  };
  const theirs = async (): Promise<number> => {
    const order = { command: peer.command, args: peer.args(path), quiet: true };
    return (await timed(peer.inside ? { ...order, cwd: path } : order)).seconds;
  };
  const [byPeer, byUs] = await byTurns([theirs, ours], ROUNDS);
  const [them, us] = [median(byPeer!), median(byUs!)];
  return {
    what: `first page, first scan included, against ${peer.name}`,
    on: nameOf(path),
    figure: `${(us / them).toFixed(2)} ×`,
    limit: '1.00 ×',
    holds: us <= them,
    beside: `Understudy ${us.toFixed(2)} s, ${versionOf(peer)} ${them.toFixed(2)} s`,
  };
}

function versionOf({ name, version, command }: Peer): string {
  if (version.length === 0) return name;
  return execFileSync(command, [...version], { encoding: 'utf8' })
    .split('\n')[0]!
    .trim();
}

function isInstalled(command: string): boolean {
  try {
    execFileSync('which', [command], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
