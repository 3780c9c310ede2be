import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeFile } from './write-out.ts';

const home = mkdtempSync(join(tmpdir(), 'understudy-out-'));
afterAll(() => rmSync(home, { recursive: true }));
const at = (name: string): string => join(home, name);

describe('writeFile', () => {
  it('writes whole, keeps the mode, leaves no draft', () => {
    writeFile(at('a.txt'), 'one');
    chmodSync(at('a.txt'), 0o600);
    writeFile(at('a.txt'), 'two');
    expect([readFileSync(at('a.txt'), 'utf8'), statSync(at('a.txt')).mode & 0o777, readdirSync(home)]).toEqual(['two', 0o600, ['a.txt']]);
  });

  it('follows a link instead of replacing it', () => {
    writeFileSync(at('target.txt'), 'old');
    symlinkSync(at('target.txt'), at('link.txt'));
    writeFile(at('link.txt'), 'new');
    expect([readFileSync(at('target.txt'), 'utf8'), readFileSync(at('link.txt'), 'utf8')]).toEqual(['new', 'new']);
  });

  it('writes to a device and never replaces it', () => {
    writeFile('/dev/null', 'gone');
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
    expect(() => writeFile('/dev/full', 'x')).toThrow('no room left');
  });

  it('refuses what cannot be written, with the reason', () => {
    mkdirSync(at('folder'));
    expect(() => writeFile(at('folder'), 'x')).toThrow('it is a folder');
    expect(() => writeFile(at('none/x.txt'), 'x')).toThrow('its folder does not exist');
  });
});
