import { describe, expect, it } from 'vitest';
import { progressLine, progressText } from './progress.ts';

describe('progress', () => {
  it.each([
    [{ done: 0 }, 'reading api: counting commits'],
    [{ done: 50, total: 100 }, 'reading api: 50 of 100 commits'],
    [{ done: 50, total: 100, secondsLeft: 12.4 }, 'reading api: 50 of 100 commits, 12 s left'],
    [{ done: 1, total: 107000, secondsLeft: 240 }, 'reading api: 1 of 107,000 commits, 4 min left'],
    [{ done: 5, total: 5, secondsLeft: 0.2, repositories: 3 }, 'reading api (1 of 3): 5 of 5 commits, less than a second left'],
  ])('says %j as "%s"', (progress, text) => {
    expect(progressText({ repository: 'api', index: 0, repositories: 1, ...progress }, false)).toBe(text);
  });

  it('draws over itself on a terminal and leaves nothing behind', () => {
    const written: string[] = [];
    const line = progressLine({ write: (text) => void written.push(text), isTerminal: true, columns: 80 }, () => 0);
    line.report({ repository: 'a\u001b[2J', index: 0, repositories: 1, done: 1, total: 2 });
    line.end();
    expect(written.join('')).toBe('\rreading a\\x1b[2J ████████████░░░░░░░░░░░░ 1 of 2 commits\u001b[K\r\u001b[K');
  });

  it('says a plain line now and then where there is no terminal', () => {
    const written: string[] = [];
    let now = 0;
    const line = progressLine({ write: (text) => void written.push(text), isTerminal: false, columns: 0 }, () => now);
    for (now = 0; now <= 11_000; now += 1000) line.report({ repository: 'api', index: 0, repositories: 1, done: now, total: 20_000 });
    expect(written).toEqual(['reading api: 5,000 of 20,000 commits\n', 'reading api: 10,000 of 20,000 commits\n']);
  });
});
