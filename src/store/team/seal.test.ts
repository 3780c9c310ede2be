import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sealerOf } from './seal.ts';

const folder = mkdtempSync(join(tmpdir(), 'understudy-seal-'));

describe('a sealed credential', () => {
  it('opens with the same file, however often it is read', () => {
    const path = join(folder, 'own', 'key');
    const sealed = sealerOf(path).seal('invented söcret', 'row 1');
    expect(sealerOf(path).open(sealed, 'row 1')).toBe('invented söcret');
    expect(statSync(path).mode & 0o077).toBe(0);
    expect(Buffer.from(sealed).includes('söcret')).toBe(false);
  });

  it('is another one each time, and worthless in another row', () => {
    const sealer = sealerOf(join(folder, 'key'));
    const sealed = sealer.seal('s', 'row 1');
    expect(sealer.seal('s', 'row 1')).not.toEqual(sealed);
    expect(() => sealer.open(sealed, 'row 2')).toThrow('has been changed');
  });

  it('does not open with another key, or once changed', () => {
    const sealed = sealerOf(join(folder, 'one')).seal('s', 'row');
    expect(() => sealerOf(join(folder, 'other')).open(sealed, 'row')).toThrow('another key');
    const changed = Uint8Array.from(sealed, (byte, i) => (i === sealed.length - 1 ? byte ^ 1 : byte));
    expect(() => sealerOf(join(folder, 'one')).open(changed, 'row')).toThrow('has been changed');
  });

  it('needs a file that holds a key', () => {
    const path = join(folder, 'short');
    writeFileSync(path, 'abc\n');
    expect(() => sealerOf(path)).toThrow('does not hold 32 bytes');
  });
});
