import { describe, expect, it } from 'vitest';
import { evaluationLine, stepText } from './evaluation-line.ts';

describe('how far an evaluation is', () => {
  it.each([
    [{}, 'calibration: without api, step 3 of 12'],
    [{ secondsLeft: 200.4 }, 'calibration: without api, step 3 of 12, about 3 min left'],
    [{ label: 'without a\u001b[2J', secondsLeft: 0.3 }, 'calibration: without a\\x1b[2J, step 3 of 12, about less than a second left'],
  ])('with %j is "%s"', (more, text) => {
    expect(stepText({ suite: 'calibration', label: 'without api', done: 2, total: 12, ...more })).toBe(text);
  });

  it('stands in one line on a terminal, with the reading behind it, and is cleared', () => {
    const written: string[] = [];
    const line = evaluationLine({ write: (text) => void written.push(text), isTerminal: true, columns: 100 }, () => 0);
    line.step({ suite: 'plan', label: 'api', done: 0, total: 2 });
    line.scan({ repository: 'api', index: 0, repositories: 1, done: 1, total: 2 });
    line.end();
    expect(written).toEqual([
      '\rplan: api, step 1 of 2\u001b[K',
      '\rplan: api, step 1 of 2; reading api: 1 of 2 commits\u001b[K',
      '\r\u001b[K',
    ]);
  });

  it('is a plain line now and then elsewhere', () => {
    const written: string[] = [];
    let now = 0;
    const line = evaluationLine({ write: (text) => void written.push(text), isTerminal: false, columns: 0 }, () => now);
    for (now = 0; now <= 9000; now += 1000) line.step({ suite: 'plan', label: 'api', done: now / 1000, total: 20 });
    line.end();
    expect(written).toEqual(['plan: api, step 6 of 20\n']);
  });
});
