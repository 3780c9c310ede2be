import { boundedExpression } from './bounded-expression.ts';
import { compilePattern, globTest } from './compile-pattern.ts';
import type { DeclaringText } from './declared.ts';

/** Three hosts, three languages under one name: globs where the last rule decides, the same in sections, regular expressions that all count. */
export type CodeownersDialect = 'github' | 'gitlab' | 'gitea';

/** One rule as written: owners are handles, teams or e-mails; none means that the rule clears ownership. */
export interface CodeownersRule {
  readonly pattern: string;
  readonly named: readonly string[];
  /** 1-based line in the file. */
  readonly line: number;
  /** GitLab section; '' outside sections and on the other hosts. */
  readonly section: string;
  /** GitLab: a section whose owners are asked, but need not agree; and how many have to. */
  readonly optional?: boolean;
  readonly approvals?: number;
  /** Gitea: everything but what the pattern matches. GitLab: what it matches is nobody's in this section. */
  readonly not?: boolean;
}

export interface Codeowners {
  readonly path: string;
  readonly dialect: CodeownersDialect;
  readonly rules: readonly CodeownersRule[];
  /** Lines that the host does not understand, and a file that is too large for it. */
  readonly invalid: readonly { readonly line: number; readonly text: string }[];
}

/** Where hosts look, in the order in which the first found wins: GitLab and Gitea keep to a subset of it. */
const PLACES = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS', '.gitea/CODEOWNERS', '.forgejo/CODEOWNERS'];
/** GitHub does not load a file of that size: https://docs.github.com, "About code owners". */
const TOO_LARGE = 3 * 1024 * 1024;
const SECTION = /^(\^?)\[([^\]]{1,200})\](?:\[(\d{1,4})\])?(?:\s+(.*))?$/;

/** The CODEOWNERS file that counts among the declaring texts, parsed; undefined when there is none. */
export function findCodeowners(texts: readonly DeclaringText[]): Codeowners | undefined {
  const found = PLACES.map((place) => texts.find(({ path }) => path === place)).find((text) => text !== undefined);
  return found && parseCodeowners(found);
}

/** In the dialect given, or else the one that its place or its lines tell. Never throws. */
export function parseCodeowners({ path, text }: DeclaringText, dialect: CodeownersDialect = dialectOf({ path, text })): Codeowners {
  if (text.length >= TOO_LARGE) return { path, dialect, rules: [], invalid: [{ line: 1, text: 'larger than 3 MB' }] };
  const lines = text.split(/\r?\n/);
  const read =
    dialect === 'gitlab'
      ? readSections(lines)
      : lines.map((raw, i) => (dialect === 'github' ? githubRule(raw, i + 1) : giteaRule(raw, i + 1)));
  const invalid = read.flatMap((rule, i) => (rule === 'invalid' ? [{ line: i + 1, text: lines[i]! }] : []));
  return { path, dialect, rules: read.filter((rule) => typeof rule === 'object'), invalid };
}

/** Where nothing else tells, it is read as GitHub would. */
function dialectOf({ path, text }: DeclaringText): CodeownersDialect {
  if (path.startsWith('.github/')) return 'github';
  if (path.startsWith('.gitlab/')) return 'gitlab';
  if (path.startsWith('.gitea/') || path.startsWith('.forgejo/')) return 'gitea';
  const lines = text.slice(0, TOO_LARGE).split(/\r?\n/);
  if (lines.some((line) => SECTION.test(line.trim()))) return 'gitlab';
  return lines.some((line) => /^[^#\s]*(?:\\\\\.|\.\*\\|\[\^\/\]|\([^\s()]*\|)/.test(line)) ? 'gitea' : 'github';
}

type Read = CodeownersRule | 'invalid' | undefined;

function githubRule(raw: string, line: number): Read {
  if (/^\s*\\#/.test(raw)) return 'invalid';
  const [pattern, ...named] = words(raw.replace(/(^|\s)#.*$/, ''));
  if (pattern === undefined) return undefined;
  return pattern.startsWith('!') || /\[.*\]/.test(pattern) ? 'invalid' : { pattern, named, line, section: '' };
}

/** Inline comments are unknown to GitLab: what looks like an owner in one is an owner. Sections of one name, in whatever case, are one section. */
function readSections(lines: readonly string[]): readonly Read[] {
  let section = { name: '', named: [] as readonly string[], more: {} };
  const names = new Map<string, string>();
  return lines.map((raw, i) => {
    const text = raw.trim();
    if (text === '' || text.startsWith('#')) return undefined;
    const [, optional, written, approvals, listed = ''] = SECTION.exec(text) ?? [];
    if (written !== undefined) {
      const name = names.get(written.toLowerCase()) ?? written;
      names.set(written.toLowerCase(), name);
      section = {
        name,
        named: namedIn(words(listed)),
        more: { ...(optional && { optional: true }), ...(approvals && { approvals: Number(approvals) }) },
      };
      return undefined;
    }
    const [pattern = '', ...rest] = words(text);
    if (text.startsWith('!'))
      return { pattern: pattern.slice(1), named: [], line: i + 1, section: section.name, not: true, ...section.more };
    const named = namedIn(rest);
    return { pattern, named: named.length > 0 ? named : section.named, line: i + 1, section: section.name, ...section.more };
  });
}

function namedIn(given: readonly string[]): readonly string[] {
  return given.filter((word) => word.includes('@'));
}

function giteaRule(raw: string, line: number): Read {
  const [written, ...named] = words(raw.replace(/^((?:\\.|[^\\#])*)#.*$/, '$1'));
  if (written === undefined) return undefined;
  const not = written.startsWith('!');
  const pattern = not ? written.slice(1) : written;
  if (named.length === 0 || boundedExpression(pattern) === undefined) return 'invalid';
  return { pattern, named, line, section: '', ...(not && { not }) };
}

/** Splits on white space; a backslash keeps the next character, so that `a\ b` is one word. */
function words(line: string): string[] {
  return [...line.matchAll(/(?:\\.|[^\s\\])+/g)].map(([word]) => word.replace(/\\(.)/g, '$1'));
}

/** Whether a rule speaks of a path, in the dialect of its file. */
export function ruleTest({ dialect }: Codeowners, rule: CodeownersRule): (path: string) => boolean {
  if (dialect === 'github') return compilePattern(rule.pattern);
  if (dialect === 'gitlab') return gitlabTest(rule.pattern);
  const matches = boundedExpression(rule.pattern);
  return (path) => matches !== undefined && matches(path) !== (rule.not ?? false);
}

/** Where there is no leading slash, at any depth; only a trailing slash makes a folder of it: two stars at the end stay in one folder, as Ruby's `fnmatch` has it. */
function gitlabTest(pattern: string): (path: string) => boolean {
  if (pattern === '*') return globTest(['**']);
  const rooted = pattern.startsWith('/') ? pattern.slice(1) : `**/${pattern}`;
  return globTest([rooted.endsWith('/') ? `${rooted}**` : rooted.replace(/(^|\/)\*\*$/, '$1*')]);
}

/**
 * For each path the index of the rule that decides it (the last match wins; with sections, the last match of the last
 * section that speaks), or -1 when no rule speaks.
 */
export function decidingRules(codeowners: Codeowners, paths: readonly string[]): Int32Array {
  const each = decidingPerSection(codeowners, paths);
  return Int32Array.from(paths, (_, i) => each.reduce((last, rows) => Math.max(last, rows[i]!), -1));
}

/** The same for each section by itself, because each of them has its say: GitLab's sections, every single rule of Gitea, the whole file of GitHub. */
export function decidingPerSection(codeowners: Codeowners, paths: readonly string[]): readonly Int32Array[] {
  const tests = codeowners.rules.map((rule, row) => ({ row, rule, test: ruleTest(codeowners, rule) }));
  const sections = [...Map.groupBy(tests, ({ row, rule }) => (codeowners.dialect === 'gitea' ? row : rule.section)).values()];
  return sections.map((rules) => {
    // What a section of GitLab leaves out, no later rule of it brings back.
    const first = codeowners.dialect === 'gitlab' ? rules.filter(({ rule }) => rule.not) : [];
    return Int32Array.from(paths, (path) => (first.find(({ test }) => test(path)) ?? rules.findLast(({ test }) => test(path)))?.row ?? -1);
  });
}
