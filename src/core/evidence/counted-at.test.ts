import { expect, it } from 'vitest';
import { DAY_0 } from '#test/evidence-of.ts';
import { historyOf } from '#test/history-of.ts';
import { cleanEvidence } from '#core/cleaning/clean.ts';
import { countedAt } from './counted-at.ts';

it('[evidence.7] a file that an import brought exists before anybody works on it, and until it goes', () => {
  const imported = Array.from({ length: 120 }, (_, i) => `A many/${i}.ts`);
  const evidence = cleanEvidence([
    historyOf([
      { day: 1, by: 'Ann Lee <ann@x.example>', touches: imported },
      { day: 5, by: 'Bo Ray <bo@x.example>', touches: ['A later.ts', 'A logo.png'] },
      { day: 9, by: 'Bo Ray <bo@x.example>', touches: ['D many/0.ts'] },
    ]),
  ]);
  const counts = [0, 1, 4, 5, 8, 9, 10].map((day) => countedAt(evidence, DAY_0 + day * 86_400).reduce((sum, one) => sum + one, 0));
  expect(counts).toEqual([0, 120, 120, 121, 121, 120, 120]);
});
