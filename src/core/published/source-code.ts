import { PROGRAMMING_ENDINGS, PROGRAMMING_NAMES } from './programming-names.ts';

/**
 * # Source code
 * What it says: whether a file counts for the published truck factor: source code in a programming language, and no documentation.
 * Formula: the name, or any of its endings from the longest (`.tar.gz` before `.gz`), belongs to a language of type *programming*; and the
 *   path lies in none of the folders that mean documentation, examples or demonstrations at the top of a repository.
 * Reading: stylesheets, markup, data and prose do not count; build files such as `Makefile` do.
 * Source: languages of github-linguist (MIT) as packed in linguist-languages; folders as linguist's documentation rules name them.
 * Weakness: scripts without an ending are not recognised (linguist reads their first line); endings that several languages share are decided
 *   once for all.
 */
export function isSourceCode(path: string): boolean {
  return isProgramming(path.slice(path.lastIndexOf('/') + 1).toLowerCase()) && !DOCUMENTATION.test(path) && !VENDORED.test(path);
}

const ENDINGS = new Set(PROGRAMMING_ENDINGS.trim().split(/\s+/));
const NAMES = new Set(PROGRAMMING_NAMES.trim().split(/\s+/));
const DOCUMENTATION = /^(?:docs?|man|examples|demos?|samples)\/|(?:^|\/)(?:documentation|javadoc)\//i;

/** Folders of other people's code wherever they stand, and fixtures of tests. */
const VENDORED =
  /(?:^|\/)(?:vendors?|third[-_]?party|3rd[-_]?party|extern(?:al)?|node_modules|bower_components|dist|cache)\/|^(?:deps|dependencies|tools|debian)\/|^(?:tests?|specs?)\/fixtures\//i;

function isProgramming(name: string): boolean {
  if (NAMES.has(name)) return true;
  for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) if (ENDINGS.has(name.slice(dot))) return true;
  return false;
}
