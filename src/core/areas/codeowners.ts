import { compilePattern } from './compile-pattern.ts';
import type { DeclaringText } from './declared.ts';

/** One rule as written: owners are handles, teams or e-mails; none means that the rule clears ownership. */
export interface CodeownersRule {
  readonly pattern: string;
  readonly named: readonly string[];
  /** 1-based line in the file. */
  readonly line: number;
  /** GitLab section; '' outside sections and on GitHub. */
  readonly section: string;
}

export interface Codeowners {
  readonly path: string;
  readonly rules: readonly CodeownersRule[];
  /** Lines that hosts ignore: negations and character ranges, which CODEOWNERS does not have. */
  readonly invalid: readonly { readonly line: number; readonly text: string }[];
}

/** Where hosts look, in the order in which the first found wins: GitLab and Gitea keep to a subset of it. */
const PLACES = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS', '.gitea/CODEOWNERS', '.forgejo/CODEOWNERS'];

/** The CODEOWNERS file that counts among the declaring texts, parsed; undefined when there is none. */
export function findCodeowners(texts: readonly DeclaringText[]): Codeowners | undefined {
  const found = PLACES.map((place) => texts.find(({ path }) => path === place)).find((text) => text !== undefined);
  return found && parseCodeowners(found);
}

/** GitHub's dialect, and GitLab's sections (`[Name]`, `^[Optional][2] @default`). Never throws. */
export function parseCodeowners({ path, text }: DeclaringText): Codeowners {
  const rules: CodeownersRule[] = [];
  const invalid: { line: number; text: string }[] = [];
  let section = { name: '', named: [] as readonly string[] };
  text.split(/\r?\n/).forEach((raw, i) => {
    const line = raw.replace(/(^|\s)#.*$/, '').trim();
    if (line === '') return;
    const header = /^\^?\[([^\]]+)\](?:\[\d+\])?\s*(.*)$/.exec(line);
    if (header && !/^[^\s]*\]\S*\/|\*/.test(header[0].slice(header[1]!.length + 2, header[1]!.length + 3))) {
      section = { name: header[1]!, named: words(header[2]!) };
      return;
    }
    const [pattern, ...named] = words(line);
    if (pattern!.startsWith('!') || /\[.*\]/.test(pattern!)) invalid.push({ line: i + 1, text: raw });
    else rules.push({ pattern: pattern!, named: named.length > 0 ? named : section.named, line: i + 1, section: section.name });
  });
  return { path, rules, invalid };
}

/** Splits on white space; a backslash keeps the next character, so that `a\ b` is one word. */
function words(line: string): string[] {
  return [...line.matchAll(/(?:\\.|[^\s\\])+/g)].map(([word]) => word.replace(/\\(.)/g, '$1'));
}

/**
 * For each path the index of the rule that decides it (the last match wins; with sections, the last match of the last
 * section that speaks), or -1 when no rule speaks.
 */
export function decidingRules(codeowners: Codeowners, paths: readonly string[]): Int32Array {
  const tests = codeowners.rules.map(({ pattern }) => compilePattern(pattern));
  return Int32Array.from(paths, (path) => tests.findLastIndex((matches) => matches(path)));
}
