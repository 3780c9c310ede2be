import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfiguration } from '#app/configuration/read-configuration.ts';
import { configurationJsonSchema } from '#contract/configuration.ts';
import { ownLimitsListSchema, SIGNAL_UNITS } from '#contract/operations/signals/own-limits.ts';
import { SIGNALS } from '#core/signals/signals.ts';
import { DEFAULT_SETTINGS } from '#core/terms/settings.ts';
import { filesUnder } from '#scripts/files-under.ts';
import { isTest, ROOT, sourceFiles } from './source-files.ts';

const guide = filesUnder(join(ROOT, 'docs'))
  .filter((path) => path.endsWith('.md'))
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly description?: string;
}

describe('settings', () => {
  const { judgement } = (configurationJsonSchema() as Schema).properties!;
  const described = Object.entries(judgement!.properties!).map(([key, { description }]) => ({ key, description: description! }));

  it.each(described)('$key says the default that holds', ({ key, description }) => {
    const name = key.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()) as keyof typeof DEFAULT_SETTINGS;
    expect(Number(/Default ([\d.]+)\.$/.exec(description)?.[1])).toBe(DEFAULT_SETTINGS[name]);
  });

  it('can all be set: every default has its key', () => {
    const keys = Object.keys(DEFAULT_SETTINGS).map((name) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
    expect(described.map(({ key }) => key).toSorted()).toEqual(keys.toSorted());
  });

  const examples = filesUnder(join(ROOT, 'docs')).flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/^```yaml\n# understudy\.yaml[\s\S]*?^```/gm)].map(([fence]) => ({
      path: path.slice(ROOT.length + 1),
      text: fence.split('\n').slice(1, -1).join('\n'),
    })),
  );
  it.each(examples)('that $path shows as an example are understood', ({ path, text }) => {
    expect(Object.keys(readConfiguration(text, path)).length).toBeGreaterThan(0);
  });

  it('are shown as an example somewhere', () => {
    expect(examples.length).toBeGreaterThan(0);
  });

  it('of signals can be set for each of them, in its own unit, and hold what is shipped', () => {
    expect(Object.entries(SIGNAL_UNITS)).toEqual(SIGNALS.map(({ id, unit }) => [id, unit]));
    const shipped = SIGNALS.map(({ id, limits }) => ({ signal: id, ...limits }));
    expect(ownLimitsListSchema.safeParse(shipped).error).toBeUndefined();
  });

  it('that come from the environment stand in the guide', () => {
    const named = sourceFiles('src')
      .filter((file) => !isTest(file))
      .flatMap(({ text }) => [...text.matchAll(/\b(UNDERSTUDY_[A-Z_]+)\b/g)].map(([name]) => name));
    expect(named).toContain('UNDERSTUDY_DATA');
    expect([...new Set(named)].filter((name) => !guide.includes(name))).toEqual([]);
  });
});
