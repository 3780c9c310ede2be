import fc from 'fast-check';
import type { CodeownersDialect } from '#core/areas/codeowners.ts';

/*
 * What each host would do with a change, told a second time: from what its documentation says, over every set of approvals, and with nothing of
 * what is tested. What a pattern matches is written out by hand.
 */
export const PATHS = ['a/x.ts', 'a/y.md', 'b/x.ts', 'b/c/z.ts', 'd.md', 'e/x.ts'];
export const [AX, AY, BX, BZ, D, EX] = PATHS as [string, string, string, string, string, string];
const PATTERNS: Readonly<Record<CodeownersDialect, Readonly<Record<string, readonly string[]>>>> = {
  github: {
    '*': PATHS,
    '/a/': [AX, AY],
    '*.md': [AY, D],
    'b/*': [BX],
    '/b/': [BX, BZ],
    '/b/**': [BX, BZ],
    '/e': [EX],
    'c/': [BZ],
    'x.ts': [AX, BX, EX],
    '/f/': [],
  },
  gitlab: {
    '*': PATHS,
    '/a/': [AX, AY],
    '*.md': [AY, D],
    'b/*': [BX],
    '/b/**': [BX],
    '/b/**/*': [BX, BZ],
    '/e': [],
    'c/': [BZ],
    'x.ts': [AX, BX, EX],
  },
  gitea: {
    '.*': PATHS,
    'a/.*': [AX, AY],
    '.*\\\\.md': [AY, D],
    'b/[^/]*': [BX],
    'b/.*': [BX, BZ],
    '(a|e)/x\\\\.ts': [AX, EX],
    'x\\\\.ts': [],
  },
};
export const PEOPLE = [0, 1, 2, 3, 4];
export const OUTSIDER = 5;
export const TEAMS: Readonly<Record<string, readonly number[]>> = { '@acme/pair': [1, 2], '@acme/inner/night': [3] };
const NAMES = [...PEOPLE.map((person) => `@p${person}`), ...Object.keys(TEAMS)];

interface Entry {
  readonly pattern: string;
  /** Written on its line; none: those of its section. */
  readonly names: readonly string[];
  readonly not: boolean;
}
interface Section {
  readonly name: string;
  readonly optional: boolean;
  readonly approvals: number;
  readonly names: readonly string[];
  readonly entries: readonly Entry[];
}
export interface Told {
  readonly dialect: CodeownersDialect;
  readonly sections: readonly Section[];
  readonly approvals: number;
  readonly codeOwners: boolean;
  readonly mayWrite: readonly number[] | null;
  readonly stated: readonly number[];
  readonly off: readonly (readonly number[])[];
  readonly work: readonly (readonly [number, number])[];
}

const names = (minLength: number) => fc.subarray(NAMES, { minLength, maxLength: 3 });
const entriesOf = (dialect: CodeownersDialect) =>
  fc.uniqueArray(
    fc.record({
      pattern: fc.constantFrom(...Object.keys(PATTERNS[dialect])),
      names: names(dialect === 'gitea' ? 1 : 0),
      not: dialect === 'github' ? fc.constant(false) : fc.boolean().map((is) => is),
    }),
    { minLength: 1, maxLength: 4, selector: ({ pattern }) => pattern },
  );
const sectionsOf = (dialect: CodeownersDialect): fc.Arbitrary<readonly Section[]> => {
  const whole = fc.record({
    name: fc.constant(''),
    optional: fc.constant(false),
    approvals: fc.constant(0),
    names: fc.constant([]),
    entries: entriesOf(dialect),
  });
  if (dialect !== 'gitlab') return whole.map((one) => [one]);
  const section = fc.record({
    name: fc.constantFrom('Docs', 'Money', 'docs'),
    optional: fc.boolean(),
    approvals: fc.integer({ min: 0, max: 3 }),
    names: names(0),
    entries: entriesOf(dialect),
  });
  return fc.tuple(whole, fc.array(section, { maxLength: 3 })).map(([first, more]) => onceEach([first, ...more]));
};
/** One pattern once in a section: which of two of the same counts, nobody documents. */
function onceEach(sections: readonly Section[]): readonly Section[] {
  const seen = new Set<string>();
  return sections.map((section) => ({
    ...section,
    entries: section.entries.filter(({ pattern }) => {
      const key = `${section.name.toLowerCase()} ${pattern}`;
      return !seen.has(key) && seen.add(key);
    }),
  }));
}
const someBody = fc.subarray(PEOPLE);
export const anyTold = (dialect: CodeownersDialect): fc.Arbitrary<Told> =>
  fc.record({
    dialect: fc.constant(dialect),
    sections: sectionsOf(dialect),
    approvals: fc.integer({ min: 0, max: 2 }),
    codeOwners: fc.boolean(),
    mayWrite: dialect === 'gitlab' ? fc.constant(null) : fc.option(fc.subarray(PEOPLE, { minLength: 1 })),
    stated: fc.subarray(PEOPLE, { maxLength: 2 }),
    off: fc.tuple(someBody, someBody, someBody),
    work: fc.array(fc.tuple(fc.constantFrom(...PEOPLE), fc.nat(PATHS.length - 1)), { maxLength: 8 }),
  });

export interface Row extends Entry {
  readonly line: number;
  readonly of: Section;
}

/** The text of a file, and on which line each of its entries stands. */
export function written({ dialect, sections }: Told): { readonly text: string; readonly rows: readonly Row[] } {
  const lines: string[] = [];
  const rows: Row[] = [];
  for (const of of sections) {
    if (of.name !== '') {
      const count = of.approvals > 0 ? `[${of.approvals}]` : '';
      lines.push(`${of.optional ? '^' : ''}[${of.name}]${count} ${of.names.join(' ')}`.trim());
    }
    for (const entry of of.entries) {
      lines.push(`${entry.not ? '!' : ''}${entry.pattern} ${(dialect === 'gitlab' && entry.not ? [] : entry.names).join(' ')}`.trim());
      rows.push({ ...entry, line: lines.length, of });
    }
  }
  return { text: `${lines.join('\n')}\n`, rows };
}

export const namedBy = ({ names: own, of }: Pick<Row, 'names' | 'of'>): readonly number[] => [
  ...new Set((own.length > 0 ? own : of.names).flatMap((name) => TEAMS[name] ?? [Number(name.slice(2))])),
];

/** Rows that have a say about a path. */
export function speaking(dialect: CodeownersDialect, rows: readonly Row[], path: string): readonly Row[] {
  const matching = rows.filter(({ pattern, not }) => PATTERNS[dialect][pattern]!.includes(path) !== (dialect === 'gitea' && not));
  if (dialect === 'gitea') return matching;
  return [...Map.groupBy(matching, ({ of }) => of.name.toLowerCase()).values()].flatMap((all) => {
    const out = all.find(({ not }) => not);
    return [out ?? all.at(-1)!];
  });
}

/** Whether any set of approvals by these people lets somebody's change of these paths be merged. */
export function someSetMerges(told: Told, rows: readonly Row[], { present, author, paths }: Asked): boolean {
  const { dialect, codeOwners, approvals, mayWrite } = told;
  const gates = paths
    .flatMap((path) => speaking(dialect, rows, path))
    .filter(({ not }) => dialect === 'gitea' || !not)
    .flatMap((row) => {
      const all = rows.filter(({ of }) => of.name.toLowerCase() === row.of.name.toLowerCase());
      const heard = namedBy(row).filter((person) => dialect !== 'github' || mayWrite === null || mayWrite.includes(person));
      const needed = all.every(({ of }) => of.optional) ? 0 : Math.max(1, row.of.approvals);
      const others = heard.filter((person) => person !== author);
      const isDropped = heard.length === 0 || (dialect !== 'github' && others.length < needed);
      return isDropped ? [] : [{ others, needed }];
    });
  const worksThere = new Set([
    ...told.work.map(([person]) => person),
    ...rows.flatMap((row) => (row.not && dialect === 'gitlab' ? [] : namedBy(row))),
  ]);
  const people = present.filter((person) => person !== author);
  return Array.from({ length: 2 ** people.length }, (_, bits) => people.filter((__, i) => (bits >> i) % 2 === 1)).some(
    (set) =>
      set.filter((person) => (mayWrite === null ? worksThere.has(person) : mayWrite.includes(person))).length >= approvals &&
      (!codeOwners || gates.every(({ others, needed }) => set.filter((person) => others.includes(person)).length >= needed)),
  );
}
interface Asked {
  readonly present: readonly number[];
  readonly author: number;
  readonly paths: readonly string[];
}
