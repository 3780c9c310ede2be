import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { historyOf, type ToldRevision } from '#test/history-of.ts';
import { cleanEvidence } from './clean.ts';
import { ACT_KINDS, type Evidence } from '#core/evidence/evidence.ts';
import type { RawHistory } from '#core/evidence/raw-history.ts';

const NAMES = ['Ann Lee', 'Bo Ray', 'Cy Fox', 'Di Orr', 'ann', 'root', 'bumper[bot]', 'Claude Opus 4.6', 'Ann Lee and Bo Ray'];
const EMAILS = [
  'ann@x.example',
  'ann@y.example',
  'bo@x.example',
  '1+bo@users.noreply.github.com',
  'root@localhost',
  'noreply@anthropic.com',
  'd@z.example',
];
const PATHS = ['a.ts', 'b.ts', 'src/c.ts', 'src/d.ts', 'dist/e.js', 'go.sum', 'logo.png'];

const identity = fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom(...EMAILS)).map(([name, email]) => `${name} <${email}>`);
const touch = fc.oneof(
  fc.tuple(fc.constantFrom('A', 'M', 'D'), fc.constantFrom(...PATHS)).map((parts) => parts.join(' ')),
  fc.tuple(fc.constantFrom(...PATHS), fc.constantFrom(...PATHS)).map(([old, path]) => `R ${old} > ${path}`),
);
const revision: fc.Arbitrary<ToldRevision> = fc.record(
  {
    day: fc.integer({ min: 0, max: 800 }),
    by: identity,
    committer: identity,
    touches: fc.uniqueArray(touch, { maxLength: 4, selector: (text) => text.split(' ').at(-1)! }),
    trailers: fc.array(
      fc.tuple(fc.constantFrom('co-authored' as const, 'reviewed' as const, 'assisted' as const, 'acked' as const), identity),
      { maxLength: 3 },
    ),
    flags: fc.subarray(['revert' as const, 'pullMerge' as const, 'squash' as const]),
  },
  { requiredKeys: ['day', 'by', 'touches'] },
);
const story = fc.array(revision, { maxLength: 25 });

/** The same history with its tables of identities and paths in another order. */
function shuffled(history: RawHistory, seed: number): RawHistory {
  const people = permutation(history.identities.length, seed);
  const paths = permutation(history.paths.length, seed + 1);
  const map = (to: Uint32Array) => (column: Uint32Array) => column.map((row) => (row === 0xffff_ffff ? row : to[row]!));
  const [person, path] = [map(people), map(paths)];
  const place = <Value>(values: readonly Value[], to: Uint32Array): Value[] => {
    const placed = [...values];
    values.forEach((value, row) => (placed[to[row]!] = value));
    return placed;
  };
  const { commits, touches, trailers, tree } = history;
  return {
    ...history,
    identities: place(history.identities, people),
    paths: place(history.paths, paths),
    commits: { ...commits, author: person(commits.author), committer: person(commits.committer) },
    touches: { ...touches, path: path(touches.path), oldPath: path(touches.oldPath) },
    trailers: { ...trailers, identity: person(trailers.identity) },
    tree: { ...tree, path: path(tree.path) },
  };
}

function permutation(count: number, seed: number): Uint32Array {
  const keyed = Array.from({ length: count }, (_, row) => ({ row, key: Math.imul(row + 1, 2 * seed + 1) % 97 }));
  return Uint32Array.from(
    keyed.toSorted((a, b) => a.key - b.key || a.row - b.row),
    ({ row }) => row,
  );
}

/** Everything but how people are spelled. */
function withoutNames(evidence: Evidence): unknown {
  return {
    ...evidence,
    people: evidence.people.map(({ kind, names, emails }) => [kind, names.length, emails.length]),
    merges: evidence.merges!.length,
  };
}

describe('cleanEvidence, whatever the history', () => {
  it('[cleaning.4] turns every touch into acts or counts it as left out', () => {
    fc.assert(
      fc.property(story, (told) => {
        const history = historyOf(told);
        const { acts, leftOut } = cleanEvidence([history]);
        const written = new Set(Array.from(acts.commit, (commit, i) => `${commit} ${acts.file[i]}`));
        expect(written.size + leftOut.reduce((sum, { touches = 0 }) => sum + touches, 0)).toBe(history.touches.count);
      }),
    );
  });

  it('[credit.1] gives the writers of a file in a commit one credit in all', () => {
    fc.assert(
      fc.property(story, (told) => {
        const { acts } = cleanEvidence([historyOf(told)]);
        const sums = new Map<string, number>();
        for (let i = 0; i < acts.count; i++) {
          if (acts.kind[i] === ACT_KINDS.indexOf('authored'))
            sums.set(`${acts.commit[i]} ${acts.file[i]}`, (sums.get(`${acts.commit[i]} ${acts.file[i]}`) ?? 0) + acts.credit[i]!);
        }
        for (const sum of sums.values()) expect(sum).toBeCloseTo(1, 5);
      }),
    );
  });

  it('[cleaning.5] says the same whatever the order of its tables', () => {
    fc.assert(
      fc.property(story, fc.nat(90), (told, seed) => {
        const history = historyOf(told);
        const [one, other] = [cleanEvidence([history]), cleanEvidence([shuffled(history, seed)])];
        expect(withoutNames(other)).toEqual(withoutNames(one));
        expect(other.people.map(({ name }) => name)).toEqual(one.people.map(({ name }) => name));
      }),
    );
  });

  it('[cleaning.5] says the same when everyone bears another name', () => {
    const OTHERS = ['Noa Vik', 'Per Uhl', 'Gil Dax', 'Eva Bly', 'noa', 'root', 'sorter[bot]', 'Claude Sonnet 5', 'Noa Vik and Per Uhl'];
    const renamed = (text: string): string => {
      const [, name, email] = /^(.*) <(.*)>$/.exec(text)!;
      const domain = email!.replace('x.example', 'u.example').replace('y.example', 'v.example').replace('z.example', 'w.example');
      const local = domain.replace(/^ann@/, 'noa@').replace(/^bo@/, 'per@').replace('1+bo@', '2+per@').replace(/^d@/, 'e@');
      return `${OTHERS[NAMES.indexOf(name!)]!} <${local}>`;
    };
    fc.assert(
      fc.property(story, (told) => {
        const others = told.map((one) => ({
          ...one,
          by: renamed(one.by),
          ...(one.committer === undefined ? {} : { committer: renamed(one.committer) }),
          ...(one.trailers === undefined ? {} : { trailers: one.trailers.map(([kind, who]) => [kind, renamed(who)] as const) }),
        }));
        const [one, other] = [cleanEvidence([historyOf(told)]), cleanEvidence([historyOf(others)])];
        expect(withoutNames(other)).toEqual(withoutNames(one));
      }),
    );
  });
});
