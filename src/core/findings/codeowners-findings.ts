import type { CodeownersProblems } from '#core/because/codeowners-problems.ts';
import { counted } from '#core/terms/figures.ts';
import type { Finding } from './finding.ts';

/** What is worth mending in a CODEOWNERS file, held against `files` living files. */
export function codeownersFindings(p: CodeownersProblems, files: number): readonly Finding[] {
  if (p.path === undefined) return [NONE];
  const found: readonly (readonly [count: number, what: string, why: string, remedy: string])[] = [
    [
      p.unowned.length,
      'paths that CODEOWNERS leaves to nobody',
      `${counted(p.unowned.length, 'file')} of ${files}, e.g. ${p.unowned.slice(0, 3).join(', ')}`,
      `Add rules to ${p.path}; a last rule that matches too much may hide others.`,
    ],
    [
      p.shadowed.length,
      'shadowed CODEOWNERS rules',
      linesOf(p.path, p.shadowed),
      'The last matching rule decides: move these below the rules that hide them, or delete them.',
    ],
    [
      p.dead.length,
      'CODEOWNERS rules that match nothing',
      linesOf(p.path, p.dead),
      'The files were moved or deleted: correct the path or delete the rule.',
    ],
    [
      p.clearing.length,
      'CODEOWNERS rules that name nobody',
      linesOf(p.path, p.clearing),
      'Such a rule takes these paths from everybody: say so in a comment if that is meant.',
    ],
    [
      p.invalid.length,
      'CODEOWNERS lines that hosts ignore',
      `${p.path}: lines ${p.invalid.slice(0, SHOWN + 3).join(', ')}`,
      'CODEOWNERS knows neither ! nor [a-z].',
    ],
  ];
  return found.flatMap(([count, what, why, remedy]): readonly Finding[] => (count > 0 ? [{ kind: 'repair', what, why, remedy }] : []));
}

const SHOWN = 5;
const NONE: Finding = {
  kind: 'note',
  what: 'no CODEOWNERS',
  why: 'nobody is written down for any path',
  remedy: 'Optional: with a .github/CODEOWNERS areas follow it, and this command holds it against the files there are.',
};

function linesOf(path: string, rules: readonly { readonly line: number; readonly pattern: string }[]): string {
  const named = rules.slice(0, SHOWN).map(({ line, pattern }) => `line ${line} (${pattern})`);
  return `${path}: ${named.join(', ')}${rules.length > SHOWN ? ` and ${rules.length - SHOWN} more` : ''}`;
}
