import { execFile, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from './source-files.ts';

const run = promisify(execFile);
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'understudy-bootstrap-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('one at a time', () => {
  const oneAtATime = join(ROOT, 'scripts/one-at-a-time.sh');
  const lock = () => join(folder, 'some', 'lock');

  it('lets nobody in while somebody is inside', async () => {
    const tally = join(folder, 'tally');
    writeFileSync(tally, '0');
    const addOne = `n=$(cat "${tally}"); sleep 0.02; echo $((n + 1)) > "${tally}"`;
    await Promise.all(Array.from({ length: 8 }, () => run('sh', [oneAtATime, lock(), 'sh', '-c', addOne])));
    expect(readFileSync(tally, 'utf8').trim()).toBe('8');
    expect(isThere(lock())).toBe(false);
  });

  it('takes over a lock whose holder died', () => {
    mkdirSync(join(folder, 'some'));
    const dead = spawnSync('sh', ['-c', 'echo $$'], { encoding: 'utf8' }).stdout.trim();
    symlinkSync(dead, lock());
    expect(spawnSync('sh', [oneAtATime, lock(), 'true']).status).toBe(0);
    expect(isThere(lock())).toBe(false);
  });

  it('passes the outcome on, and leaves no lock behind when the work fails or is ended', async () => {
    expect(spawnSync('sh', [oneAtATime, lock(), 'sh', '-c', 'exit 7']).status).toBe(7);
    expect(isThere(lock())).toBe(false);
    const child = spawn('sh', [oneAtATime, lock(), 'sleep', '1']);
    while (!isThere(lock())) await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill('SIGTERM');
    await new Promise((resolve) => child.on('close', resolve));
    expect(isThere(lock())).toBe(false);
  });
});

/** A checkout with the real scripts, and an `npm` that does what a test says instead of asking the registry. */
describe('a fresh checkout', () => {
  const withNode = (...command: string[]) =>
    spawnSync('sh', [join(folder, 'scripts/with-node.sh'), ...command], {
      encoding: 'utf8',
      env: { ...process.env, PATH: `${join(folder, 'fake')}:${process.env['PATH']}` },
    });

  beforeEach(() => {
    cpSync(join(ROOT, 'scripts'), join(folder, 'scripts'), { recursive: true });
    writeFileSync(join(folder, 'package-lock.json'), '{"one": 1}');
    mkdirSync(join(folder, 'fake'));
    npmThat('mkdir -p node_modules && echo installed >> log');
  });

  it('gets its packages once, and again when the lock file changes', () => {
    expect(withNode('echo', 'ready').stdout).toBe('ready\n');
    expect(withNode('echo', 'ready').stderr).toBe('');
    expect(readFileSync(join(folder, 'log'), 'utf8')).toBe('installed\n');
    writeFileSync(join(folder, 'package-lock.json'), '{"two": 2}');
    withNode('true');
    expect(readFileSync(join(folder, 'log'), 'utf8')).toBe('installed\ninstalled\n');
  });

  it('never takes half an install for a whole one', () => {
    npmThat('mkdir -p node_modules && echo half > node_modules/half && exit 1');
    const failed = withNode('echo', 'ready');
    expect([failed.status, failed.stdout]).toEqual([2, '']);
    expect(failed.stderr).toContain('could not be installed');
    npmThat('echo installed >> log');
    expect(withNode('echo', 'ready').stdout).toBe('ready\n');
    expect(readFileSync(join(folder, 'log'), 'utf8')).toBe('installed\n');
  });

  it('uses a linked node_modules and leaves it alone', () => {
    mkdirSync(join(folder, 'elsewhere'));
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'node_modules'));
    expect(withNode('echo', 'ready').stdout).toBe('ready\n');
    expect(existsSync(join(folder, 'log'))).toBe(false);
  });

  it('passes words through unchanged', () => {
    expect(withNode('printf', '%s|', 'a b', '', '$HOME', "it's").stdout).toBe("a b||$HOME|it's|");
  });

  function npmThat(script: string): void {
    writeFileSync(join(folder, 'fake/npm'), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, 'fake/npm'), 0o755);
  }
});

function isThere(link: string): boolean {
  try {
    return readlinkSync(link) !== '';
  } catch {
    return false;
  }
}
