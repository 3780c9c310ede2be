import { expect, it } from 'vitest';
import { keptWhileSame, sharedFor } from './kept-while-same.ts';

it('what was found is kept for as long as the mark stays the same', async () => {
  let [mark, looks] = ['a', 0];
  const look = keptWhileSame(
    async () => mark,
    async () => ({ look: ++looks }),
  );
  const first = await look();
  expect((await Promise.all([look(), look()])).every((found) => found === first)).toBe(true);
  mark = 'b';
  expect(await Promise.all([look(), look()])).toEqual([{ look: 2 }, { look: 2 }]);
});

it('what could not be found is looked for again', async () => {
  let broken = true;
  const look = keptWhileSame(
    async () => 'a',
    async () => {
      if (broken) throw new Error('away');
      return 'found';
    },
  );
  await expect(look()).rejects.toThrow('away');
  broken = false;
  expect(await look()).toBe('found');
});

it('who looks at the same time looks once', async () => {
  let looks = 0;
  const look = sharedFor(60_000, async () => ++looks);
  expect(await Promise.all([look(), look(), look()])).toEqual([1, 1, 1]);
});
