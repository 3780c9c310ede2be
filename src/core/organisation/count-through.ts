import type { Company } from './founding/company.ts';
import type { DraftChange } from './life/draw-changes.ts';
import type { InventedChange, InventedCommit, InventedIssue, Organisation } from './organisation.ts';

export interface Drafts {
  /** By area. */
  readonly issues: readonly (readonly Omit<InventedIssue, 'number'>[])[];
  readonly changes: readonly (readonly DraftChange[])[];
  /** Commits of documents, in no order. */
  readonly written: readonly InventedCommit[];
}

/** Numbers for issues and changes as a forge gives them, one row for both in each repository, and the commits in the order in which they landed. */
export function countThrough(company: Company, { issues, changes, written }: Drafts): Pick<Organisation, 'issues' | 'changes' | 'commits'> {
  const opened = [
    ...issues.flatMap((rows, area) => rows.map((issue, row) => ({ at: issue.openedAt, area, issue: row, change: -1 }))),
    ...changes.flatMap((rows, area) => rows.map((change, row) => ({ at: change.openedAt, area, issue: -1, change: row }))),
  ].toSorted((a, b) => a.at - b.at);
  const next = new Map<number, number>();
  const issueNumbers = issues.map((rows) => new Int32Array(rows.length));
  const changeNumbers = changes.map((rows) => new Int32Array(rows.length));
  for (const { area, issue, change } of opened) {
    const { repository } = company.areas[area]!;
    const number = (next.get(repository) ?? 0) + 1;
    next.set(repository, number);
    if (issue >= 0) issueNumbers[area]![issue] = number;
    else changeNumbers[area]![change] = number;
  }
  const numbered = changes.flatMap((rows, area) => rows.map((draft, row) => ({ draft, number: changeNumbers[area]![row]! })));
  const landed = [
    ...written.map((commit) => ({ commit, change: -1 })),
    ...numbered.flatMap(({ draft, number }, change) =>
      draft.mergedAt === null ? [] : [{ commit: commitOf(company, draft, number), change }],
    ),
  ].toSorted((a, b) => a.commit.at - b.commit.at);
  const commitOfChange = new Map(landed.map(({ change }, row) => [change, row]));
  return {
    issues: issues.flatMap((rows, area) => rows.map((issue, row) => ({ ...issue, number: issueNumbers[area]![row]! }))),
    changes: numbered.map(({ draft, number }, row) => ({
      ...changeOf(draft, issueNumbers),
      number,
      commit: commitOfChange.get(row) ?? null,
    })),
    commits: landed.map(({ commit }) => commit),
  };
}

function changeOf(draft: DraftChange, issueNumbers: readonly Int32Array[]): Omit<InventedChange, 'number' | 'commit'> {
  const { with: _with, assisted: _assisted, closesIssue, ...rest } = draft;
  return { ...rest, closes: closesIssue === null ? null : issueNumbers[draft.area]![closesIssue]! };
}

/** Everything lands squashed: one commit for each change, by whoever opened it. */
function commitOf(company: Company, draft: DraftChange, number: number): InventedCommit {
  const { area, author, assisted, paths, title } = draft;
  return {
    repository: company.areas[area]!.repository,
    area,
    at: draft.mergedAt!,
    author,
    with: draft.with,
    assisted,
    paths,
    subject: `${title} (#${number})`,
  };
}
