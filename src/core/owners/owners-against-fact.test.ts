import { describe, expect, test } from 'vitest';
import { parseCodeowners } from '#core/areas/codeowners.ts';
import { DAY } from '#core/terms/moment.ts';
import { ownersAgainstFact } from './owners-against-fact.ts';

const NOW = 1_800_000_000;
const TEXT = ['/billing/ @ada @gone', '/search/ @nobody-knows', '*.md @cy', '/docs/ @cy', '/old/ @ada', '/free/'].join('\n');
const PATHS = ['billing/a.ts', 'billing/b.ts', 'search/a.ts', 'docs/guide.md', 'free/a.ts'];
const MEANT: Readonly<Record<string, readonly number[]>> = { '@ada': [0], '@gone': [9], '@cy': [2] };

const act = (path: number, person: number, days: number) => ({ path, person, at: NOW - days * DAY });
const acts = [...Array.from({ length: 9 }, (_, n) => act(0, 1, 10 + n)), act(1, 3, 20), act(0, 0, 700), act(2, 2, 5)];
const rules = ownersAgainstFact({
  codeowners: parseCodeowners({ path: 'CODEOWNERS', text: TEXT }),
  paths: PATHS,
  acts,
  meant: (named) => MEANT[named] ?? null,
  hasLeft: (person) => person === 9,
  at: NOW,
});

describe('a file of owners against what is there', () => {
  test('[owners.1] every rule decides files, or it is said why it does not', () => {
    expect(rules.map(({ line, state, files }) => [line, state, files])).toEqual([
      [1, 'in use', 2],
      [2, 'in use', 1],
      [3, 'shadowed', 0],
      [4, 'in use', 1],
      [5, 'dead', 0],
      [6, 'clearing', 1],
    ]);
  });

  test('[owners.2] names that have left or are not known, and who works there in fact', () => {
    expect(rules[0]).toMatchObject({ left: ['@gone'], unknown: [], people: [0], active: [], inFact: [1, 3] });
    expect(rules[1]).toMatchObject({ unknown: ['@nobody-knows'], people: [], inFact: [2] });
  });
});
