import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generatedPages } from '#scripts/generated-pages.ts';
import { ROOT } from './source-files.ts';

const pages = await generatedPages();

describe('generated pages', () => {
  it.each([...pages])('%s is what the code says now (npm run docs writes it)', (path, text) => {
    expect(existsSync(join(ROOT, path)) ? readFileSync(join(ROOT, path), 'utf8') : '').toBe(text);
  });

  it.each([...pages])('%s has something to say', (_, text) => {
    expect(text.split('\n').length).toBeGreaterThan(20);
    expect(text).not.toMatch(/undefined|\[object|NaN/);
  });
});
