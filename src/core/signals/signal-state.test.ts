import { expect, test } from 'vitest';
import { DAY } from '#core/terms/moment.ts';
import { foldSignal, type SignalLook, type SignalWord, signalKey } from './signal-state.ts';

const looks = (told: readonly (readonly [number, boolean | null])[]): readonly SignalLook[] =>
  told.map(([day, raised]) => ({ at: day * DAY, raised }));
const words = (told: readonly (readonly [number, SignalWord['said']])[]): readonly SignalWord[] =>
  told.map(([day, said]) => ({ at: day * DAY, said }));

test.each([
  ['never raised', [[1, false]], [[2, 'acted']], null],
  [
    'raised',
    [
      [1, true],
      [9, true],
    ],
    [],
    { state: 'open', since: 1, openedAt: 1, returns: 0 },
  ],
  [
    'explained',
    [
      [1, true],
      [9, true],
    ],
    [[2, 'explained']],
    { state: 'explained', since: 2, openedAt: 1, returns: 0 },
  ],
  [
    'acted',
    [[1, true]],
    [
      [2, 'explained'],
      [3, 'acted'],
    ],
    { state: 'acted', since: 3, openedAt: 1, returns: 0 },
  ],
  [
    'explained long ago, still raised',
    [
      [1, true],
      [92, true],
    ],
    [[2, 'explained']],
    { state: 'open', since: 92, openedAt: 1, returns: 0 },
  ],
  [
    'quiet for a week',
    [
      [1, true],
      [8, false],
      [15, false],
    ],
    [],
    { state: 'open', since: 1, openedAt: 1, returns: 0 },
  ],
  [
    'quiet for a fortnight',
    [
      [1, true],
      [8, false],
      [22, false],
    ],
    [],
    { state: 'cleared', since: 22, openedAt: 1, returns: 0 },
  ],
  [
    'raised between',
    [
      [1, true],
      [8, false],
      [15, true],
      [22, false],
    ],
    [],
    { state: 'open', since: 1, openedAt: 1, returns: 0 },
  ],
  [
    'not judged does not clear',
    [
      [1, true],
      [8, false],
      [22, null],
      [99, null],
    ],
    [],
    { state: 'open', since: 1, openedAt: 1, returns: 0 },
  ],
  [
    'acted, then quiet',
    [
      [1, true],
      [8, false],
      [22, false],
    ],
    [[3, 'acted']],
    { state: 'cleared', since: 22, openedAt: 1, returns: 0 },
  ],
  [
    'back',
    [
      [1, true],
      [8, false],
      [22, false],
      [40, true],
    ],
    [],
    { state: 'recurring', since: 40, openedAt: 40, returns: 1 },
  ],
  [
    'back, explained',
    [
      [1, true],
      [8, false],
      [22, false],
      [40, true],
    ],
    [[41, 'explained']],
    { state: 'explained', since: 41, openedAt: 40, returns: 1 },
  ],
  [
    'back after years',
    [
      [1, true],
      [8, false],
      [22, false],
      [999, true],
    ],
    [],
    { state: 'open', since: 999, openedAt: 999, returns: 0 },
  ],
  [
    'words about what has cleared',
    [
      [1, true],
      [8, false],
      [22, false],
    ],
    [[30, 'acted']],
    { state: 'cleared', since: 22, openedAt: 1, returns: 0 },
  ],
] as const)('[signals.4] %s', (_, seen, said, expected) => {
  const wanted = expected && { ...expected, since: expected.since * DAY, openedAt: expected.openedAt * DAY };
  expect(foldSignal(looks(seen), words(said), 1000 * DAY)).toEqual(wanted);
  expect(foldSignal(looks(seen).toReversed(), words(said).toReversed(), 1000 * DAY)).toEqual(wanted);
});

test('[signals.4] nothing later than the moment asked for counts', () => {
  expect(
    foldSignal(
      looks([
        [1, true],
        [8, false],
        [22, false],
      ]),
      [],
      21 * DAY,
    ),
  ).toMatchObject({ state: 'open' });
});

test('[signals.4] the same kind and place is the same signal, whoever is concerned', () => {
  const keys = [
    signalKey('a', { area: 'x' }),
    signalKey('a', { area: 'y' }),
    signalKey('b', { area: 'x' }),
    signalKey('a', { area: null }),
    signalKey('a', { area: null, team: 'x' }),
  ];
  expect(new Set(keys).size).toBe(keys.length);
  const concerning = { area: 'x', concerns: [1] };
  expect(signalKey('a', concerning)).toBe(keys[0]);
});
