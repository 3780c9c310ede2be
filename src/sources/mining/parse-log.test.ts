import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteDictionary } from './byte-dictionary.ts';
import { LogParser } from './parse-log.ts';

const HASH = 'ab'.repeat(20);

/** What diff-tree prints for three commits: a rename, a merge, a root with trailers. */
const STREAM = Buffer.from(
  [
    `${HASH} ${'cd'.repeat(20)}\n1700000000 +0530 1700000100\nAda Example\nada@example.org\nGitHub\nnoreply@github.com\nMove it (#12)\n\0`,
    `\nR087\0old/päth\0new/path\0A\0tab\tnew\nline\0`,
    `${'cd'.repeat(20)} ${'ef'.repeat(20)} ${'01'.repeat(20)}\n1600000000 -0800 1600000000\n\n\nBen\nben@example.org\nMerge\0`,
    `${'ef'.repeat(20)} \n5 +0000 6\nAda Example\nada@example.org\nBen\nben@example.org\nFirst\nReviewed-by: Cy <cy@example.org>\nunknown: x\n\0`,
    `\nA\0new/path\0`,
  ].join(''),
);

function parsed(cuts: readonly number[]): object {
  const dictionaries = { paths: new ByteDictionary(), identities: new ByteDictionary() };
  const parser = new LogParser(dictionaries, 20);
  const places = [0, ...cuts.map((cut) => cut % STREAM.length).toSorted((a, b) => a - b), STREAM.length];
  for (let i = 0; i + 1 < places.length; i++) parser.feed(STREAM.subarray(places[i], places[i + 1]));
  parser.end();
  const columns = Object.entries(parser.columns).map(([name, column]) => [name, [...column.view()]]);
  return {
    ...Object.fromEntries(columns),
    paths: Buffer.from(dictionaries.paths.arena()).toString(),
    identities: Buffer.from(dictionaries.identities.arena()).toString(),
  };
}

describe('reading what diff-tree prints', () => {
  it('makes columns of it', () => {
    expect(parsed([])).toMatchObject({
      firstTouch: [0, 2, 2],
      authoredAt: [1_700_000_000, 1_600_000_000, 5],
      committedAt: [1_700_000_100, 1_600_000_000, 6],
      offset: [330, -480, 0].map((minutes) => minutes + 32_768),
      author: [0, 2, 0],
      committer: [1, 3, 3],
      flags: [2, 1, 0],
      firstParent: [0, 1, 3],
      touchPath: [1, 2, 1],
      touchOldPath: [0, 0xffff_ffff, 0xffff_ffff],
      touchStatus: [...Buffer.from('RAA')],
      trailerCommit: [2],
      trailerKind: [1],
      trailerIdentity: [4],
      paths: 'old/päth\0new/path\0tab\tnew\nline\0',
      identities: 'Ada Example\nada@example.org\0GitHub\nnoreply@github.com\0\n\0Ben\nben@example.org\0Cy\ncy@example.org\0',
    });
  });

  it('does not care where the stream is cut', () => {
    const whole = parsed([]);
    fc.assert(
      fc.property(fc.array(fc.nat(STREAM.length - 1), { maxLength: 30 }), (cuts) => {
        expect(parsed(cuts)).toEqual(whole);
      }),
    );
    expect(parsed(Array.from({ length: STREAM.length }, (_, i) => i))).toEqual(whole);
  });

  it('notices a stream that stops in the middle of a record', () => {
    const parser = new LogParser({ paths: new ByteDictionary(), identities: new ByteDictionary() }, 20);
    parser.feed(STREAM.subarray(0, STREAM.length - 3));
    expect(() => parser.end()).toThrow('middle of a record');
  });
});
