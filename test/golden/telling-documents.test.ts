import { expect, it } from 'vitest';
import { toldTogether, type Told } from '#core/facts/told.ts';
import { gitRepositoryTree } from '#sources/documents/git-repository-tree.ts';
import { readDocuments } from '#sources/documents/read-documents.ts';
import { openRepository } from '#sources/opening/open-repository.ts';
import { buildRepository } from './build-repository.ts';

const ADA = 'Ada Example <ada@example.org>';
const BEN = 'Ben Example <ben@example.org>';
const RECORD = (status: string) => `# 1. Cache orders\n\n## Status\n\n${status}\n\n## Context\n\nx\n\n## Decision\n\ny\n`;

it('tells the documents of a clone with everybody who wrote them, and never looks at the rest', async () => {
  const built = buildRepository({
    commits: [
      {
        by: ADA,
        label: 'one',
        files: { '.adr-dir': 'notes\n', 'notes/0001-cache.md': RECORD('Proposed'), 'a [x].txt': 'x\n', 'docs/ä b.md': '# Orders\n' },
      },
      {
        by: BEN,
        label: 'two',
        files: { 'notes/0001-cache.md': RECORD('Accepted'), 'runbooks/Late.md': '# Late\n', 'docs/adr/0002-x.md': '# Only notes\n' },
      },
    ],
  });
  const repository = await openRepository(built.path);
  const parts: Told[] = [];
  const tree = await gitRepositoryTree({ place: repository.place, commit: repository.head, repository: 'github.com/acme/shop' });
  for await (const part of readDocuments(tree)) parts.push(part);
  repository.close();
  const { facts, namings, skipped } = toldTogether(parts);
  expect(facts.map(({ kind, path, actor }) => [kind, path, actor]).toSorted((x, y) => (`${x}` < `${y}` ? -1 : 1))).toEqual([
    ['decided', 'notes/0001-cache.md', undefined],
    ['documented', 'docs/adr/0002-x.md', 'mail:ben@example.org'],
    ['documented', 'docs/ä b.md', 'mail:ada@example.org'],
    ['documented', 'notes/0001-cache.md', 'mail:ada@example.org'],
    ['documented', 'notes/0001-cache.md', 'mail:ben@example.org'],
    ['documented', 'runbooks/Late.md', 'mail:ben@example.org'],
    ['proposed', 'notes/0001-cache.md', 'mail:ada@example.org'],
  ]);
  expect([namings.map(({ name }) => name).toSorted((a, b) => a!.localeCompare(b!)), skipped]).toEqual([['Ada Example', 'Ben Example'], []]);
});
