import fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type DeadlockOrder, mergeDeadlocks } from './merge-deadlocks.ts';
import { proposePatch } from './propose-patch.ts';

const PEOPLE = [0, 1, 2, 3, 4];
const some = fc.subarray(PEOPLE);
const anyOrder: fc.Arbitrary<DeadlockOrder> = fc
  .record({
    owners: fc.array(fc.subarray(PEOPLE, { minLength: 1 }), { minLength: 1, maxLength: 3 }),
    approvals: fc.integer({ min: 0, max: 3 }),
    codeOwners: fc.boolean(),
    administratorsToo: fc.boolean(),
    approvers: some,
    administrators: some,
    authors: fc.subarray(PEOPLE, { minLength: 1 }),
    away: some,
  })
  .map(({ owners, approvals, codeOwners, administratorsToo, approvers, away, ...rest }) => ({
    ...rest,
    rules: owners.map((people, n) => ({ line: n + 1, pattern: `/${n}/`, files: 3, people })),
    branch: { approvals, codeOwners, administratorsToo },
    approvers: [...new Set([...approvers, ...owners.flat()])],
    away: new Set(away),
  }));

/** Tries every set of present people as approvers: whether some set lets the author merge a change that touches these rules. */
function someSetApproves({ rules, branch, approvers, away }: DeadlockOrder, author: number, touched: readonly number[]): boolean {
  const present = PEOPLE.filter((person) => !away.has(person) && person !== author);
  return Array.from({ length: 2 ** present.length }, (_, bits) => present.filter((__, i) => (bits >> i) % 2 === 1)).some((set) => {
    const counted = set.filter((person) => approvers.includes(person));
    const named = touched.every((row) => !branch.codeOwners || set.some((person) => rules[row]!.people.includes(person)));
    return counted.length >= branch.approvals && named;
  });
}

describe('[owners.3] merge deadlocks are exact', () => {
  test('what is said to be stuck no set of people approves, and what is not said some set does, rule by rule and together', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        const said = mergeDeadlocks(order);
        const authors = order.authors.filter((person) => !order.away.has(person));
        const isStuck = (author: number, row: number): boolean =>
          said.some(({ line, stuck, person }) => line === row + 1 && (stuck === 'everybody' || person === author));
        const rows = order.rules.map((_, row) => row);
        for (const author of authors) {
          for (const row of rows) expect(isStuck(author, row)).toBe(!someSetApproves(order, author, [row]));
          expect(rows.some((row) => isStuck(author, row))).toBe(!someSetApproves(order, author, rows));
        }
      }),
      { numRuns: 500 },
    );
  });

  test('removing a person never opens a gate', () => {
    fc.assert(
      fc.property(anyOrder, fc.constantFrom(...PEOPLE), (order, person) => {
        const lines = new Set(mergeDeadlocks(order).flatMap(({ line, stuck }) => (stuck === 'everybody' ? [line] : [])));
        const fewer = mergeDeadlocks({ ...order, away: new Set([...order.away, person]) });
        const authors = order.authors.filter((one) => one !== person && !order.away.has(one));
        if (authors.length > 0)
          for (const line of lines) expect(fewer.some((one) => one.line === line && one.stuck === 'everybody')).toBe(true);
      }),
    );
  });
});

const FILE = '# who looks at what\n/billing/ @ada # money\n/search/ @bo @cy\n/docs/ @harbour/writers\n';
const ORDER: DeadlockOrder = {
  rules: [
    { line: 2, pattern: '/billing/', files: 9, people: [0] },
    { line: 3, pattern: '/search/', files: 9, people: [1, 2] },
  ],
  branch: { approvals: 1, codeOwners: true, administratorsToo: true },
  approvers: [0, 1, 2],
  administrators: [],
  authors: [0, 1, 2],
  away: new Set([0]),
};

describe('[owners.4] the patch ends the deadlock and nothing else', () => {
  test('git applies it, and only that line changes', () => {
    const deadlocks = mergeDeadlocks(ORDER);
    expect(deadlocks).toEqual([
      { line: 2, pattern: '/billing/', files: 9, stuck: 'everybody', person: null, why: 'named', byOverride: false },
    ]);
    const patch = proposePatch({ path: 'CODEOWNERS', text: FILE, deadlocks, others: () => ['@bo', '@cy'] })!;
    const folder = mkdtempSync(join(tmpdir(), 'understudy-owners-'));
    try {
      execFileSync('git', ['init', '-q', folder]);
      writeFileSync(join(folder, 'CODEOWNERS'), FILE);
      execFileSync('git', ['apply', '--unidiff-zero'], { cwd: folder, input: patch });
      expect(readFileSync(join(folder, 'CODEOWNERS'), 'utf8')).toBe(FILE.replace('@ada # money', '@ada @bo @cy # money'));
    } finally {
      rmSync(folder, { recursive: true });
    }
    const mended = { ...ORDER, rules: ORDER.rules.map((rule) => (rule.line === 2 ? { ...rule, people: [0, 1, 2] } : rule)) };
    expect(mergeDeadlocks(mended)).toEqual([]);
  });

  test('nobody fits: no patch', () => {
    expect(proposePatch({ path: 'CODEOWNERS', text: FILE, deadlocks: mergeDeadlocks(ORDER), others: () => [] })).toBeUndefined();
  });

  test('the one who is named alone cannot land their own work', () => {
    const order = { ...ORDER, away: new Set([2]) };
    expect(mergeDeadlocks(order).map(({ line, stuck, person }) => [line, stuck, person])).toEqual([
      [2, 'one', 0],
      [3, 'one', 1],
    ]);
  });
});
