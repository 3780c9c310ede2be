/** What a file of a repository tells by where it stands. */
export type TellingFile = 'decision' | 'runbook' | 'document' | 'catalog';

/** Folders of decision records, as adr-tools, MADR, log4brains and their users name them. */
const DECISIONS = /(^|\/)(adrs?|decisions|(architecture[-_])?decision[-_]records?|architecture[-_]decisions)\/([^/]+\/)?[^/]+\.md$/i;
/** Whoever keeps them among other papers says it in their names: `adr-001-tokens.md`. */
const NAMED = /(^|\/)adr-?\d{1,8}[-_ ][^/]*\.md$/i;
/** `0001-use-x.md`, `adr001-x.md`, `ODH-ADR-DR-0001-registry.md`. */
const NUMBERED = /^(?:[a-z]{1,12}-){0,3}(?:adr-?)?\d{1,8}(?:[-_ ].+)?\.md$/i;
const RUNBOOKS = /(^|\/)(runbooks?|playbooks?)(\/.*)?\/[^/]+\.md$|(^|\/)(runbook|playbook)[^/]*\.md$/i;
const DOCUMENTS = /(^|\/)(docs?|g3doc|documentation|wiki)\/.*\.md$/i;
/** Kept for the record: nobody follows them any more. */
const OUT_OF_USE = /(^|\/)(archived?|deprecated|obsolete|attic|retired)\//i;
const CATALOG = /(^|\/)catalog-info\.ya?ml$/i;
/** Pages about the folder, and what others are to be written from. */
const ABOUT = /(^|\/)(readme|index|_index|contributing|changelog|[^/]*template[^/]*)\.md$/i;
/** Other people’s, and what tests and examples are made of. */
const ELSEWHERE = /(^|\/)(node_modules|vendor|third_party|testdata|fixtures|__fixtures__|examples?|e2e|([^/]*[-_])?tests?|__tests__)\//i;

/** Markdown under its other names, and where something is put in before it is shown. */
const MARKDOWN = /\.(?:html\.)?(?:md|mdx|markdown)(?:\.erb)?$/i;

/** A repository that is called so holds nothing else. */
const OF_RUNBOOKS = /(^|[/_.-])(runbooks?|playbooks?)$/i;

/** `ownFolder`: where `.adr-dir` says that decisions are kept. */
export function tellingFile(whole: string, ownFolder?: string, repository = ''): TellingFile | undefined {
  const path = whole.replace(MARKDOWN, '.md');
  if (ELSEWHERE.test(path)) return undefined;
  if (CATALOG.test(path)) return 'catalog';
  if (!/\.md$/i.test(path) || ABOUT.test(path)) return undefined;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const own = ownFolder !== undefined && path.startsWith(`${ownFolder}/`);
  if (NAMED.test(path)) return 'decision';
  // Templates beside the records count from nothing.
  if ((own || DECISIONS.test(path)) && (NUMBERED.test(name) || !/\d/.test(name) || /^\d{8}/.test(name))) return 'decision';
  if (OUT_OF_USE.test(path)) return DOCUMENTS.test(path) ? 'document' : undefined;
  if (RUNBOOKS.test(path) || (path.includes('/') && !path.startsWith('.') && OF_RUNBOOKS.test(repository))) return 'runbook';
  return DOCUMENTS.test(path) ? 'document' : undefined;
}
