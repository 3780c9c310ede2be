import { expect, it } from 'vitest';
import { KnownHeads } from './known-heads.ts';
import type { KnownHead } from './known-heads.ts';

function shelf(...sources: readonly (readonly [id: string, name: string, stamp: string])[]) {
  const heads = new Map(sources.map(([id, name, stamp]) => [id, { id, name, scan: { stamp, touches: 1 } }]));
  const asked: (readonly string[])[] = [];
  let now = 1_000_000;
  const lookUp = async (words: readonly string[]): Promise<readonly KnownHead[]> => {
    asked.push(words);
    return [...heads.values()].filter(({ id, name }) => words.includes(id) || words.includes(name));
  };
  const known = new KnownHeads(lookUp, () => now);
  const renew = (id: string, name: string, stamp: string) => heads.set(id, { id, name, scan: { stamp, touches: 1 } });
  const later = (milliseconds: number) => (now += milliseconds);
  return { known, heads, asked, renew, later, stampOf: async (word: string) => (await known.of(word)).scan?.stamp };
}

const codeOf = async (work: Promise<unknown>): Promise<unknown> =>
  await work.then(
    () => 'found',
    (problem: { readonly code?: string }) => problem.code,
  );

it('a newer scan is noticed within two seconds, with one look a second however many ask', async () => {
  const { renew, asked, later, stampOf } = shelf(['1', 'api', 'old'], ['2', 'web', 'w']);
  await Promise.all([stampOf('1'), stampOf('web')]);
  later(5000);
  await stampOf('1');
  asked.length = 0;
  renew('1', 'api', 'new');
  const seen: (string | undefined)[] = [];
  for (let i = 0; i < 21; i++) {
    later(100);
    seen.push(await stampOf('1'));
    await stampOf('web');
  }
  expect(seen.indexOf('new')).toBeGreaterThan(0);
  expect(seen.slice(seen.indexOf('new')).every((stamp) => stamp === 'new')).toBe(true);
  expect(asked.length).toBeLessThanOrEqual(2);
});

it('after a pause nothing old is believed', async () => {
  const { renew, later, stampOf } = shelf(['1', 'api', 'old']);
  await stampOf('1');
  renew('1', 'api', 'new');
  later(2001);
  expect(await stampOf('1')).toBe('new');
});

it('somebody who has seen a newer scan makes it look again', async () => {
  const { renew, known, stampOf } = shelf(['1', 'api', 'old']);
  await stampOf('1');
  await stampOf('1');
  renew('1', 'api', 'new');
  expect(await stampOf('1')).toBe('old');
  known.doubt();
  expect(await stampOf('1')).toBe('new');
});

it('what is unknown, removed or could be two is refused, and never remembered', async () => {
  const { known, heads, asked, later } = shelf(['1', 'api', 'a'], ['2', 'api', 'b'], ['3', 'web', 'c']);
  for (const word of ['api', 'nothing', '', '__proto__', 'constructor'])
    expect([word, await codeOf(known.of(word))]).toEqual([word, 'source-unknown']);
  expect([(await known.of('1')).id, (await known.of('web')).id]).toEqual(['1', '3']);
  heads.delete('3');
  later(3000);
  expect(await codeOf(known.of('web'))).toBe('source-unknown');
  asked.length = 0;
  later(3000);
  await known.of('1');
  expect(asked).toEqual([['api', '1']]);
});

it('what nobody asks about any more is no longer looked up', async () => {
  const { known, asked, later } = shelf(['1', 'api', 'a'], ['2', 'web', 'b']);
  await Promise.all([known.of('1'), known.of('2')]);
  for (let i = 0; i < 2; i++) {
    later(50_000);
    await known.of('1');
  }
  expect(asked.at(-1)).toEqual(['1']);
});
