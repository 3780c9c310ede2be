import { describe, expect, it } from 'vitest';
import { sourcePaths } from './source-paths.ts';

const DAY = 86_400;
const paths = sourcePaths('git@host:team/payments');
const root = '/api/sources/git%40host%3Ateam%2Fpayments';

describe('what the server is asked', () => {
  it('says the day that the page means by its end', () => {
    expect(paths.answer('areas', {}, 3 * DAY)).toBe(`${root}/answers/areas?at=1970-01-03`);
    expect(paths.answer('explain', { area: 'a/b & c' }, null)).toBe(`${root}/answers/explain?area=a%2Fb+%26+c`);
  });

  it('means the one who asks by any row of a person, and says no name', () => {
    const input = { who: [], people: [0], from: DAY, to: 3 * DAY - 1, kind: 'planned' };
    expect(paths.answer('away', input, null)).toBe(`${root}/answers/away?me=true&from=1970-01-02&to=1970-01-03&kind=planned`);
  });

  it('asks for a colour, an absence of oneself, or the same days with everybody here', () => {
    const days = { from: DAY, to: 3 * DAY, kind: 'sudden' } as const;
    expect(paths.weights({ colour: 'cover', scenario: null }, null)).toBe(`${root}/answers/weights?colour=cover`);
    expect(paths.weights({ colour: 'cover', scenario: { people: [0], ...days } }, 9 * DAY)).toBe(
      `${root}/answers/weights?colour=cover&without=me&from=1970-01-02&to=1970-01-03&kind=sudden&at=1970-01-09`,
    );
    expect(paths.weights({ colour: 'cover', scenario: { people: [], ...days } }, null)).toContain('without=nobody');
  });
});
