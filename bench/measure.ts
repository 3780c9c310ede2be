import { spawn } from 'node:child_process';
import { openSync, closeSync } from 'node:fs';

/** One run of a program, from its start to its end. */
export interface Run {
  readonly seconds: number;
  readonly code: number;
  readonly stdout: string;
}

export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Output goes nowhere, as fast as the kernel can. */
  readonly quiet?: boolean;
}

export async function timed({ command, args, cwd, env, quiet }: Program): Promise<Run> {
  const nowhere = openSync('/dev/null', 'w');
  const began = performance.now();
  const child = spawn(command, [...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', quiet ? nowhere : 'pipe', 'ignore'],
  });
  let stdout = '';
  child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (ended) => resolve(ended ?? 1));
  });
  const seconds = (performance.now() - began) / 1000;
  closeSync(nowhere);
  return { seconds, code, stdout };
}

/** The programs by turns, so that whatever else the machine does meets all of them; warms up once. */
export async function byTurns(programs: readonly (() => Promise<number>)[], rounds: number): Promise<readonly (readonly number[])[]> {
  const seconds: number[][] = programs.map(() => []);
  for (let round = -1; round < rounds; round++) {
    for (const [i, program] of programs.entries()) {
      const took = await program();
      if (round >= 0) seconds[i]!.push(took);
    }
  }
  return seconds;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
