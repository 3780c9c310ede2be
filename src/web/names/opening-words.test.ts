import { describe, expect, it } from 'vitest';
import { type Opening, standingOf, whatOf } from './opening-words.ts';

const opening: Opening = {
  id: 'one',
  source: 'shop',
  areas: [{ area: 'billing', name: 'billing/' }],
  reason: 'nobody else can be reached',
  hours: 1,
  askedBy: 'somebody',
  askedAt: '2026-11-21T09:00:00.000Z',
  state: 'waiting',
  from: null,
  until: null,
  words: [],
  concernsMe: false,
};
const was = { from: '2026-11-21T09:10:00.000Z', until: '2026-11-21T10:10:00.000Z' };

describe('a request for names, in words', () => {
  it('says areas and where they are', () => {
    const areas = ['billing/', 'ledger/', 'shop\u202e/'].map((name) => ({ area: name, name }));
    expect(whatOf({ areas, source: 'shop' })).toMatch(/^billing\/, ledger\/ and shop.+ in shop$/);
    expect(whatOf(opening)).toBe('billing/ in shop');
  });

  it.each<[Partial<Opening>, string]>([
    [{}, 'You asked 2026-11-21 09:00 UTC, for one hour from when the council agrees'],
    [{ hours: 4 }, 'for 4 hours from'],
    [{ state: 'open', ...was }, 'until 10:10 UTC'],
    [{ state: 'refused' }, 'and refused.'],
    [{ state: 'refused', ...was }, 'closed by the council. It was open from 2026-11-21 09:10 to 2026-11-21 10:10 UTC.'],
    [{ state: 'withdrawn' }, 'taken back by the one who asked.'],
    [{ state: 'lapsed' }, 'has lapsed'],
    [{ state: 'over', ...was }, 'Its time is over. It was open from'],
  ])('says where it stands: %o', (changes, words) => {
    expect(standingOf({ ...opening, ...changes }, 'You')).toContain(words);
  });
});
