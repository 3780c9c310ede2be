import type { DeclaringText } from '#core/areas/declared.ts';
import { decidingPerSection, findCodeowners, ruleTest } from '#core/areas/codeowners.ts';

/** What is wrong with the CODEOWNERS of one repository. Lines are those of the CODEOWNERS file. */
export interface CodeownersProblems {
  /** The file that counts; undefined when there is none. */
  readonly path: string | undefined;
  readonly rules: number;
  /** Living files that no rule gives to anybody. */
  readonly unowned: readonly string[];
  /** Rules whose every file a later rule decides. */
  readonly shadowed: readonly { readonly line: number; readonly pattern: string }[];
  /** Rules that match no living file. */
  readonly dead: readonly { readonly line: number; readonly pattern: string }[];
  /** Rules that name nobody. */
  readonly clearing: readonly { readonly line: number; readonly pattern: string }[];
  /** Lines that hosts ignore. */
  readonly invalid: readonly number[];
}

/** Holds the CODEOWNERS of a repository against the files it really has. */
export function codeownersProblems(texts: readonly DeclaringText[], paths: readonly string[]): CodeownersProblems {
  const codeowners = findCodeowners(texts);
  if (codeowners === undefined) return { path: undefined, rules: 0, unowned: [], shadowed: [], dead: [], clearing: [], invalid: [] };
  const { rules } = codeowners;
  const sections = decidingPerSection(codeowners, paths);
  const decides = new Set(sections.flatMap((rows) => [...new Set(rows)]));
  const idle = rules.map((_, row) => row).filter((row) => !decides.has(row));
  const matches = (row: number): boolean => paths.some(ruleTest(codeowners, rules[row]!));
  const told = (row: number) => ({ line: rules[row]!.line, pattern: rules[row]!.pattern });
  const shadowed = idle.filter(matches);
  return {
    path: codeowners.path,
    rules: rules.length,
    unowned: paths.filter((_, i) => !sections.some((rows) => rows[i]! >= 0 && rules[rows[i]!]!.named.length > 0)),
    shadowed: shadowed.map(told),
    dead: idle.filter((row) => !shadowed.includes(row)).map(told),
    clearing: rules.flatMap((rule, row) => (rule.named.length === 0 ? [told(row)] : [])),
    invalid: codeowners.invalid.map(({ line }) => line),
  };
}
