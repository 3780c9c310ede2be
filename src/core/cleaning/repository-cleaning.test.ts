import { expect, it } from 'vitest';
import { historyOf } from '#test/history-of.ts';
import { repositoryCleaning } from './repository-cleaning.ts';
import type { RepositoryFacts } from '#core/evidence/repository-facts.ts';

it('[evidence.5] reads attributes as exclusions: set wins over unset, documentation stays in', () => {
  const history = historyOf([
    { day: 0, by: 'Ann Lee <ann@x.example>', touches: ['A made.ts', 'A vendor/own.ts', 'A both.ts', 'A guide.md'] },
  ]);
  const rows = (...paths: readonly string[]): Uint32Array => Uint32Array.from(paths, (path) => history.paths.indexOf(path));
  const facts: RepositoryFacts = {
    key: '',
    path: '',
    workTree: '',
    headAt: 0,
    texts: [],
    links: 0,
    submodules: 0,
    notes: [],
    ignoredRevisions: ['ab'],
    attributes: {
      'linguist-generated': { set: rows('made.ts', 'both.ts'), unset: rows() },
      'linguist-vendored': { set: rows(), unset: rows('vendor/own.ts', 'both.ts') },
      'linguist-documentation': { set: rows('guide.md'), unset: rows() },
    },
  };
  const { attributes, ignoredRevisions } = repositoryCleaning(history, facts);
  expect(Object.fromEntries(attributes!)).toEqual({ 'made.ts': 'generated', 'vendor/own.ts': 'none', 'both.ts': 'generated' });
  expect(ignoredRevisions).toEqual(['ab']);
});
