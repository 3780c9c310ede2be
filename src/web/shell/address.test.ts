import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLabAddress } from '#web/lab/read-lab-address.ts';
import { momentOf, parseQuery, readAddress, writeQuery } from './address.ts';

const text = fc.string({ minLength: 1, maxLength: 30 });

describe('the address', () => {
  it('holds any text and gives it back', () => {
    fc.assert(
      fc.property(text, text, (find, place) => {
        const address = { find, in: place };
        return JSON.stringify(readAddress(parseQuery(writeQuery(address).slice(1)))) === JSON.stringify(readAddress(address));
      }),
    );
  });

  it('forgets what it does not know and what is empty', () => {
    expect(readAddress({ find: '', colour: 'ai', admin: 'yes', at: 3 })).toEqual({ colour: 'ai' });
  });

  it.each([
    ['2026-03-01', Date.UTC(2026, 2, 2) / 1000],
    ['2026-13-01', null],
    ['yesterday', null],
    [undefined, null],
  ])('means the end of %s', (date, moment) => {
    expect(momentOf(date)).toBe(moment);
  });
});

describe('the address of the lab', () => {
  const people = [
    { id: 7, label: 'Ana Example', key: 'ana', lastSeen: 0, isAgent: false },
    { id: 9, label: 'Bo Example', key: 'bo', lastSeen: 0, isAgent: false },
  ];
  const at = Date.UTC(2026, 4, 5, 13) / 1000;

  it('starts with whoever looks, for two weeks from the day judged', () => {
    expect(readLabAddress({}, { people, me: 9, at })).toMatchObject({
      people: [people[1]],
      isMe: true,
      from: '2026-05-05',
      to: '2026-05-18',
      days: 14,
      kind: 'sudden',
    });
    expect(readLabAddress({}, { people, me: null, at }).people).toEqual([]);
  });

  it('leaves nobody away where that was chosen', () => {
    expect(readLabAddress({ who: 'nobody' }, { people, me: 9, at })).toMatchObject({ people: [], isMe: false });
  });

  it('includes the last day', () => {
    const { window, days } = readLabAddress({ who: 'ana,gone', from: '2026-01-01', to: '2026-01-01' }, { people, me: 9, at });
    expect([days, window]).toEqual([1, { from: Date.UTC(2026, 0, 1) / 1000, to: Date.UTC(2026, 0, 2) / 1000 }]);
  });

  it('judges nothing where the dates are reversed', () => {
    expect(readLabAddress({ from: '2026-02-01', to: '2026-01-01' }, { people, me: 9, at }).window).toBeNull();
  });
});
