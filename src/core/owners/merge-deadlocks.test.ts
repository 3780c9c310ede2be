import fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type DeadlockOrder, mergeDeadlocks } from './merge-deadlocks.ts';
import { proposePatch } from './propose-patch.ts';

const PEOPLE = [0, 1, 2, 3, 4];
/** Somebody who has written nothing yet: neither named nor asked. */
const OUTSIDER = 5;
const some = fc.subarray(PEOPLE);
const anyOrder: fc.Arbitrary<DeadlockOrder> = fc
  .record({
    owners: fc.array(fc.record({ people: some, needed: fc.integer({ min: 0, max: 3 }) }), { minLength: 1, maxLength: 3 }),
    approvals: fc.integer({ min: 0, max: 3 }),
    codeOwners: fc.boolean(),
    waives: fc.boolean(),
    administratorsToo: fc.boolean(),
    approvers: some,
    administrators: some,
    authors: some,
    away: some,
  })
  .map(({ owners, approvals, codeOwners, administratorsToo, away, ...rest }) => ({
    ...rest,
    rules: owners.map((one, n) => ({ line: n + 1, pattern: `/${n}/`, files: 3, ...one })),
    branch: { approvals, codeOwners, administratorsToo },
    away: new Set(away),
  }));

/** Every set that people make. */
function setsOf(people: readonly number[]): readonly (readonly number[])[] {
  return Array.from({ length: 2 ** people.length }, (_, bits) => people.filter((__, i) => (bits >> i) % 2 === 1));
}

/** Tries every set of approvals: whether some set of these people lets the author merge a change that touches these rules. */
function someSetApproves(
  { rules, branch, approvers, waives }: DeadlockOrder,
  people: readonly number[],
  author: number,
  touched: readonly number[],
): boolean {
  return setsOf(people.filter((person) => person !== author)).some((set) => {
    const agree = (row: number): boolean => set.filter((person) => rules[row]!.people.includes(person)).length >= rules[row]!.needed;
    const couldEver = (row: number): boolean => rules[row]!.people.filter((person) => person !== author).length >= rules[row]!.needed;
    const gated = touched.filter((row) => branch.codeOwners && rules[row]!.people.length > 0 && (!waives || couldEver(row)));
    return set.filter((person) => approvers.includes(person)).length >= branch.approvals && gated.every(agree);
  });
}

describe('[owners.3] merge deadlocks are exact', () => {
  test('what is said to be stuck no set of people approves, and what is not said some set does, rule by rule and together', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        const said = mergeDeadlocks(order);
        const present = PEOPLE.filter((person) => !order.away.has(person));
        const authors = order.authors.filter((person) => !order.away.has(person));
        const approves = (author: number, rows: readonly number[]): boolean => someSetApproves(order, present, author, rows);
        const isStuck = (author: number, row: number): boolean =>
          said.some(({ line, stuck, person }) => line === row + 1 && (stuck === 'everybody' || person === author));
        const rows = order.rules.map((_, row) => row);
        for (const author of authors) {
          for (const row of rows) expect(isStuck(author, row)).toBe(!approves(author, [row]));
          expect(rows.some((row) => isStuck(author, row))).toBe(!approves(author, rows));
        }
        for (const row of rows) {
          const forAll = said.some(({ line, stuck }) => line === row + 1 && stuck === 'everybody');
          expect(forAll).toBe([...authors, OUTSIDER].every((author) => !approves(author, [row])));
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('removing a person never opens a gate', () => {
    fc.assert(
      fc.property(anyOrder, fc.constantFrom(...PEOPLE), (order, person) => {
        const lines = new Set(mergeDeadlocks(order).flatMap(({ line, stuck }) => (stuck === 'everybody' ? [line] : [])));
        const fewer = mergeDeadlocks({ ...order, away: new Set([...order.away, person]) });
        for (const line of lines) expect(fewer.some((one) => one.line === line && one.stuck === 'everybody')).toBe(true);
      }),
    );
  });
});

const FILE = '# who looks at what\n/billing/ @ada # money\n/search/ @bo @cy\n/docs/ @harbour/writers\n';
const ORDER: DeadlockOrder = {
  rules: [
    { line: 2, pattern: '/billing/', files: 9, people: [0], needed: 1 },
    { line: 3, pattern: '/search/', files: 9, people: [1, 2], needed: 1 },
  ],
  branch: { approvals: 1, codeOwners: true, administratorsToo: true },
  waives: false,
  approvers: [0, 1, 2],
  administrators: [],
  authors: [0, 1, 2],
  away: new Set([0]),
};

/** What git makes of a file of owners with a patch. */
function applied(text: string, patch: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'understudy-owners-'));
  try {
    execFileSync('git', ['init', '-q', folder]);
    writeFileSync(join(folder, 'CODEOWNERS'), text);
    execFileSync('git', ['apply'], { cwd: folder, input: patch, stdio: ['pipe', 'ignore', 'ignore'] });
    return readFileSync(join(folder, 'CODEOWNERS'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const NAMED: Readonly<Record<number, readonly string[]>> = { 2: ['@ada'], 3: ['@bo', '@cy'] };
const asked = { path: 'CODEOWNERS', text: FILE, named: (line: number) => NAMED[line] ?? [] };

describe('[owners.4] the patch ends the deadlock and nothing else', () => {
  test('git applies it, and only that line changes', () => {
    const deadlocks = mergeDeadlocks(ORDER);
    expect(deadlocks).toEqual([
      { line: 2, pattern: '/billing/', files: 9, stuck: 'everybody', person: null, why: 'named', byOverride: false },
    ]);
    const { patch, text } = proposePatch({ ...asked, deadlocks, others: () => ['@bo', '@cy'] })!;
    expect(text).toBe(FILE.replace('@ada # money', '@ada @bo @cy # money'));
    expect(applied(FILE, patch)).toBe(text);
    const mended = { ...ORDER, rules: ORDER.rules.map((rule) => (rule.line === 2 ? { ...rule, people: [0, 1, 2] } : rule)) };
    expect(mergeDeadlocks(mended)).toEqual([]);
  });

  test('git applies it however the file is written: other line ends, no last one, changes near and far', () => {
    const line = fc.constantFrom('/a/ @ada', '# a word', '', '*.ts  @ada @bo  ', '/d\\ e/ @ada # why');
    const file = fc.record({
      lines: fc.array(line, { minLength: 1, maxLength: 24 }),
      end: fc.constantFrom('\n', '\r\n'),
      last: fc.boolean(),
    });
    fc.assert(
      fc.property(file, fc.array(fc.nat(23), { minLength: 1, maxLength: 4 }), ({ lines, end, last }, picked) => {
        const text = lines.join(end) + (last ? end : '');
        const stuck = picked.filter((row) => lines[row]?.includes('@ada')).map((row) => ({ line: row + 1, why: 'named' as const }));
        const made = proposePatch({ ...asked, text, deadlocks: stuck, named: () => ['@ada'], others: () => ['@cy'] });
        expect(made === undefined).toBe(stuck.length === 0);
        if (made === undefined) return;
        expect(applied(text, made.patch)).toBe(made.text);
        const later = made.text.split(/\r?\n/);
        for (const [row, was] of text.split(/\r?\n/).entries()) {
          const isMended = stuck.some((one) => one.line === row + 1);
          expect(later[row]!.includes('@cy')).toBe(isMended);
          if (!isMended) expect(later[row]).toBe(was);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a line that lives on the names of its section keeps them', () => {
    const text = '[Money] @ada\n/billing/\n';
    const made = proposePatch({ ...asked, text, deadlocks: [{ line: 2, why: 'named' }], named: () => ['@ada'], others: () => ['@bo'] })!;
    expect(made.text).toBe('[Money] @ada\n/billing/ @ada @bo\n');
  });

  test('nobody fits: no patch', () => {
    expect(proposePatch({ ...asked, deadlocks: mergeDeadlocks(ORDER), others: () => [] })).toBeUndefined();
  });

  test('the one who is named alone cannot land their own work', () => {
    const order = { ...ORDER, away: new Set([2]) };
    expect(mergeDeadlocks(order).map(({ line, stuck, person }) => [line, stuck, person])).toEqual([
      [2, 'one', 0],
      [3, 'one', 1],
    ]);
  });
});
