import { describe, expect, it } from 'vitest';
import { KeptByBytes } from './kept-by-bytes.ts';

describe('kept by bytes', () => {
  it('stays what was used last', () => {
    const kept = new KeptByBytes<string>(10);
    kept.keep('a', 'A', 4);
    kept.keep('b', 'B', 4);
    expect(kept.get('a')).toBe('A');
    kept.keep('c', 'C', 4);
    expect([kept.keys, kept.bytes, kept.get('b')]).toEqual([['a', 'c'], 8, undefined]);
  });

  it('counts what is kept anew once', () => {
    const kept = new KeptByBytes<string>(10);
    kept.keep('a', 'A', 4);
    kept.keep('a', 'B', 6);
    kept.drop('x');
    expect([kept.get('a'), kept.bytes]).toEqual(['B', 6]);
    kept.drop('a');
    expect([kept.keys, kept.bytes]).toEqual([[], 0]);
  });

  it('leaves what is larger than all of it alone, until something else comes', () => {
    const kept = new KeptByBytes<string>(10);
    kept.keep('small', 's', 4);
    kept.keep('large', 'l', 40);
    expect(kept.keys).toEqual(['large']);
    kept.keep('small', 's', 4);
    expect([kept.keys, kept.bytes]).toEqual([['small'], 4]);
  });
});
