import { expect, it } from 'vitest';
import { barsOf, spanWords } from './past-bars.ts';

it('draws a span as wide as it is long, and as high as its acts a month', () => {
  const spans = [
    { from: '2023-12', to: '2024-01', acts: 10 },
    { from: '2024-03', to: '2024-03', acts: 20 },
  ];
  expect(barsOf(spans)).toEqual([
    { x: 0, width: 0.5, height: 0.25, say: '2023-12 to 2024-01: 10 acts' },
    { x: 0.75, width: 0.25, height: 1, say: '2024-03: 20 acts' },
  ]);
  expect([barsOf([]), spanWords(spans[1]!)]).toEqual([[], '2024-03']);
});
