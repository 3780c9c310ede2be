import { expect, it } from 'vitest';
import { signalsWaiting } from './signal-words.ts';

const row = (state: string, was: string | null = null, about = 'area billing') => ({ kind: 'quiet-solo', about, state, was });

it.each([
  ['nothing at all', [], null],
  ['what was explained, acted on, cleared or not raised', ['explained', 'acted', 'cleared', 'quiet'].map((state) => row(state)), null],
  ['one that stands', [row('open')], '1 signal in 1 place waits for a word.'],
  [
    'what is new, what came back and what was explained before',
    [row('open', 'quiet'), row('open', 'explained', 'area shop'), row('recurring', 'cleared'), row('open')],
    '4 signals in 2 places wait for a word: 1 new, 1 came back, 1 open again since yesterday.',
  ],
])('tells of %s', (_, rows, say) => {
  expect(signalsWaiting(rows)).toBe(say);
});
