import { describe, expect, it } from 'vitest';
import { timedProgress } from './scan-progress.ts';
import type { ScanProgress } from './scan-progress.ts';

/** Reads `speed` commits a second, reporting every 10 ms, and keeps what is told. */
function run(total: number, speed: (seconds: number) => number): { readonly at: number; readonly told: ScanProgress }[] {
  let at = 0;
  const all: { at: number; told: ScanProgress }[] = [];
  const report = timedProgress({
    repository: 'r',
    index: 0,
    repositories: 1,
    clock: () => at,
    report: (told) => void all.push({ at, told }),
  });
  for (let done = 0; done < total; at += 10) {
    done = Math.min(total, done + speed(at / 1000) / 100);
    report({ done, total: at < 300 ? undefined : total });
  }
  return all;
}

describe('progress', () => {
  it('is told often enough to watch and not more often', () => {
    const gaps = run(5000, () => 1000).map(({ at }, i, all) => (i === 0 ? 100 : at - all[i - 1]!.at));
    expect(Math.min(...gaps.slice(0, -1))).toBeGreaterThanOrEqual(80);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(100);
  });

  it('forecasts nothing before it knows the total and the speed', () => {
    expect(run(5000, () => 1000).filter(({ at, told }) => at < 400 && told.secondsLeft !== undefined)).toEqual([]);
  });

  it('is within a tenth at a steady speed, and ends with everything done', () => {
    const all = run(5000, () => 1000);
    const end = all.at(-1)!.at;
    for (const { at, told } of all) {
      if (told.secondsLeft !== undefined) expect(Math.abs(told.secondsLeft - (end - at) / 1000)).toBeLessThan(0.5);
    }
    expect(all.at(-1)!.told).toMatchObject({ done: 5000, total: 5000, secondsLeft: 0 });
  });

  it('follows a change of speed within seconds', () => {
    const all = run(20_000, (seconds) => (seconds < 4 ? 1000 : 4000));
    const end = all.at(-1)!.at;
    const late = all.find(({ at }) => at > 7000)!;
    expect(Math.abs(late.told.secondsLeft! - (end - late.at) / 1000)).toBeLessThan(0.3);
  });
});
