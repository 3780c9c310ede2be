import { describe, expect, it } from 'vitest';
import { describeCommits, resolveAt } from '#app/actions/look-into-repository.ts';
import { Refusal } from '#core/terms/refusal.ts';
import { buildRepository, git } from './build-repository.ts';

const ADA = 'Ada Example <ada@example.org>';

function repository(): ReturnType<typeof buildRepository> {
  return buildRepository({
    commits: [
      { by: ADA, label: 'one', at: '2024-01-01T09:00:00Z', message: 'First <b>line</b>\n\nBody\n', files: { 'a.txt': 'a\n' } },
      { by: ADA, label: 'two', at: '2024-03-01T23:59:59Z', message: '\u001B[31mred\n', files: { 'a.txt': 'b\n' } },
      { by: ADA, label: 'three', at: '2024-05-01T09:00:00Z', files: { 'a.txt': 'c\n' } },
    ],
  });
}

describe('what --at means', () => {
  it('is a date, a hash, a part of one, a tag or a branch', async () => {
    const { path, hashOf } = repository();
    git(path, ['tag', 'v1', hashOf('two')]);
    const asked = ['2024-03-01', '2024-04-30', hashOf('two'), hashOf('two').slice(0, 10), 'v1', 'main~1'];
    const points = await Promise.all(asked.map((text) => resolveAt(path, text)));
    expect(new Set(points.map(({ commit }) => commit))).toEqual(new Set([hashOf('two')]));
    const committed = Date.parse('2024-03-01T23:59:59Z') / 1000;
    expect(points.map(({ at }) => at)).toEqual([
      committed,
      Date.parse('2024-04-30T23:59:59Z') / 1000,
      committed,
      committed,
      committed,
      committed,
    ]);
  });

  it('refuses what is not in the history of HEAD', async () => {
    const { path, hashOf } = repository();
    git(path, ['branch', 'aside', hashOf('one')]);
    git(path, ['update-ref', 'refs/heads/main', hashOf('two')]);
    for (const text of ['nothing', hashOf('three'), '--all', '--output=pwned', '', '2024-13-45', 'HEAD^{tree}', '$(touch pwned)']) {
      const error = await resolveAt(path, text).catch((caught: unknown) => caught);
      expect((error as Refusal).code).toBe('unknown-commit');
    }
    const early = await resolveAt(path, '2023-12-31').catch((caught: unknown) => caught);
    expect(early).toBeInstanceOf(Refusal);
    expect((early as Refusal).message).toContain('2024-01-01');
  });
});

describe('first lines of messages', () => {
  it('are read for the hashes that exist, as they are', async () => {
    const { path, hashOf } = repository();
    const subjects = await describeCommits(path, [hashOf('two'), hashOf('one'), 'f'.repeat(40), '--all', '; rm']);
    expect(subjects).toEqual(
      new Map([
        [hashOf('two'), '\u001B[31mred'],
        [hashOf('one'), 'First <b>line</b>'],
      ]),
    );
    expect(await describeCommits(path, [])).toEqual(new Map());
  });
});
