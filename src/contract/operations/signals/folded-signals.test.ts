import { describe, expect, it, test } from 'vitest';
import {
  changedSignals,
  changeOf,
  changesWords,
  foldedSignals,
  placesWords,
  silencedWords,
  statesWords,
  wantedSignals,
} from './folded-signals.ts';

const pattern = (kind: string, question: string | null = null) => ({
  kind,
  name: kind.toUpperCase(),
  question,
  asks: 'x?',
  helps: 'x',
  speaks: 'x',
  isOwn: false,
});
const FAMILIES = [
  { id: 'alone', name: 'Alone', patterns: [pattern('quiet', 'mechanisms'), pattern('waits', 'concentration')] },
  { id: 'rescue', name: 'Rescue', patterns: [pattern('loop', 'concentration')] },
  { id: 'entry', name: 'Entry', patterns: [pattern('rush')] },
];
const row = (kind: string, about: string, state = 'open', was: string | null = state) => ({ kind, about, state, was });
const ROWS = [row('loop', 'whole'), row('waits', 'shop: billing'), row('loop', 'shop: search', 'acted'), row('loop', 'fleet: depots')];

describe('folding', () => {
  it('makes one line of a pattern, in the order of families, with places as they were told', () => {
    expect(
      foldedSignals(ROWS, FAMILIES).map(({ family, count, patterns }) => [
        family.id,
        count,
        patterns.map((one) => [one.pattern.kind, one.places.map(({ about }) => about)]),
      ]),
    ).toEqual([
      ['alone', 1, [['waits', ['shop: billing']]]],
      ['rescue', 3, [['loop', ['whole', 'shop: search', 'fleet: depots']]]],
    ]);
  });

  it('loses no row and tells none twice, whatever order they come in', () => {
    const told = (rows: typeof ROWS) => foldedSignals(rows, FAMILIES).flatMap((one) => one.patterns.flatMap(({ places }) => places));
    expect(new Set(told(ROWS))).toEqual(new Set(ROWS));
    expect(told(ROWS)).toHaveLength(ROWS.length);
    expect(told(ROWS.toReversed())).toHaveLength(ROWS.length);
    expect(foldedSignals([], FAMILIES)).toEqual([]);
  });

  it('says how places stand and which they are', () => {
    expect(statesWords(ROWS)).toBe('3 open, 1 acted on');
    expect(placesWords(ROWS, 4)).toBe('The whole, shop: billing, shop: search, fleet: depots');
    expect(placesWords(ROWS, 3)).toBe('The whole, shop: billing, shop: search, fleet: depots');
    expect(placesWords(ROWS, 2)).toBe('The whole, shop: billing and 2 more');
  });
});

test.each([
  ['quiet', 'open', 'new'],
  ['cleared', 'open', 'new'],
  ['cleared', 'recurring', 'back'],
  ['explained', 'open', 'again'],
  ['acted', 'open', 'again'],
  ['open', 'acted', 'acted'],
  ['recurring', 'explained', 'explained'],
  ['open', 'silenced', 'silenced'],
  ['silenced', 'open', 'again'],
  ['silenced', 'cleared', 'cleared'],
  ['silenced', 'silenced', null],
  ['open', 'cleared', 'cleared'],
  ['open', 'open', null],
  ['quiet', 'quiet', null],
  [null, 'open', null],
])('from %s to %s is %s', (was, state, change) => {
  expect(changeOf({ was, state })).toBe(change);
});

test('changes are told by kind, each with its patterns', () => {
  const rows = [row('loop', 'a', 'open', 'quiet'), row('loop', 'b', 'cleared', 'open'), row('waits', 'c', 'open', 'quiet'), ...ROWS];
  expect(
    changedSignals(rows, FAMILIES).map(({ change, count, patterns }) => [change, count, patterns.map((one) => one.pattern.kind)]),
  ).toEqual([
    ['new', 2, ['waits', 'loop']],
    ['cleared', 1, ['loop']],
  ]);
  expect(changesWords(rows)).toBe('2 new, 1 cleared');
  expect(changesWords(ROWS)).toBe('');
});

test.each([
  [{}, 4],
  [{ state: 'acted' }, 1],
  [{ find: 'SHOP' }, 2],
  [{ find: 'billing shop' }, 1],
  [{ find: 'whole' }, 1],
  [{ find: 'nowhere' }, 0],
  [{ question: 'concentration' }, 4],
  [{ question: 'mechanisms' }, 0],
  [{ question: 'concentration', state: 'open', find: 'fleet' }, 1],
])('of all rows %j wants %i', (wanted, count) => {
  expect(wantedSignals(ROWS, FAMILIES, wanted)).toHaveLength(count);
});

const KEY = '0192f7a0-0000-7000-8000-000000000000';
test.each([
  [KEY, 'Too loud.', 'by account 0192f7a0 on 2026-11-20: Too loud. Under'],
  ['understudy demo', 'Too loud', 'by understudy demo on 2026-11-20: Too loud. Under'],
  [null, '', 'in the configuration, seen on 2026-11-20. Under'],
])('a limit that %s changed is told with %j', (limitsBy, limitsReason, said) => {
  const silenced = { limitsBefore: 'above 25 %', limitsChanged: '2026-11-20', limitsReason, limitsBy };
  expect(silencedWords(silenced)).toBe(
    `No longer raised because the limit was changed ${said} the one before (above 25 %) it still would be.`,
  );
});

test('what no limit silences has no such words', () => {
  expect(silencedWords({ limitsBefore: null, limitsChanged: null, limitsReason: null, limitsBy: null })).toBeNull();
});
