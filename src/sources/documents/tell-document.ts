import type { FactDetails } from '#core/facts/fact-details.ts';
import type { Fact } from '#core/facts/fact.ts';
import type { Moment } from '#core/terms/moment.ts';
import { plainText } from '#sources/connecting/plain-text.ts';
import { saidFact } from '#sources/connecting/said-fact.ts';
import { freshnessOf } from './freshness.ts';
import type { Outline } from './outline.ts';
import { peopleNamed } from './people-named.ts';
import type { RepositoryText } from './repository-tree.ts';
import type { TellingFile } from './telling-path.ts';
import { writtenDate } from './written-date.ts';

/** Commits of one document that are told; of more the first and the last ones. */
const MOST_TOUCHES = 40;
/** What a runbook should say, by the headings under which people say it (after prometheus-operator/runbooks). */
const SECTIONS = {
  meaning: /meaning|overview|summary|description|what is|about|context/i,
  impact: /impact|severity|consequence|effect/i,
  diagnosis: /diagnos|debug|triage|investigat|troubleshoot|symptom|verify|check/i,
  mitigation: /mitigat|resol|remediat|fix|recover|action|solution|procedure|steps|what to do/i,
} as const;
/** Four kinds of documents (Diátaxis), by folder. */
const FOLDERS: readonly (readonly [FactDetails['documented']['what'], RegExp])[] = [
  ['tutorial', /(^|\/)(tutorials?|getting-started|quickstarts?)(\/|[^/]*\.md$)/i],
  ['how-to', /(^|\/)(how-?tos?|how-to-guides?|guides?|recipes|tasks)(\/|[^/]*\.md$)/i],
  ['reference', /(^|\/)(references?|api|cli|configuration)(\/|[^/]*\.md$)/i],
  ['explanation', /(^|\/)(explanations?|concepts?|architecture|design|background)(\/|[^/]*\.md$)/i],
];

/** Who wrote and edited a document, one fact for each commit; the last one says what it is now. */
export function tellDocument(text: RepositoryText, outline: Outline, kind: TellingFile | undefined): readonly Fact[] {
  const { repository, path, touches } = text;
  const what = kind === 'runbook' || kind === 'decision' ? kind : (FOLDERS.find(([, pattern]) => pattern.test(path))?.[0] ?? 'document');
  const about = what === 'runbook' ? aboutOf(path, outline) : undefined;
  const title = plainText(outline.title ?? textMatter(outline, 'title') ?? '');
  const same = { item: documentItem(text), place: `repository:${repository}` as const, path };
  const told = touches.length <= MOST_TOUCHES ? touches : [touches[0]!, ...touches.slice(1 - MOST_TOUCHES)];
  const missing = what === 'runbook' ? missingIn(outline) : [];
  const now = { ...freshnessOf(text.text, outline.matter), ...(missing.length === 0 ? {} : { missing }) };
  return [
    ...told.map(({ commit, at, mail }, i) => {
      const said = { reference: `documented:${repository}/${path}@${commit}`, at, actor: `mail:${mail}` as const, ...same };
      return saidFact('documented', said, { what, title, about, commit, ...(i === told.length - 1 ? now : {}) });
    }),
    ...rehearsalsOf(text, outline).map(({ at, by, worked }) => {
      const reference = `rehearsed:${repository}/${path}@${at}/${by ?? ''}`;
      return saidFact('rehearsed', { reference, at, actor: by, ...same }, { worked });
    }),
  ];
}

export function documentItem({ repository, path }: Pick<RepositoryText, 'repository' | 'path'>): string {
  return `document:${repository}/${path}`;
}

function textMatter({ matter }: Outline, name: string): string | undefined {
  const value = matter.get(name);
  return typeof value === 'string' ? value : undefined;
}

/** The alert or service that a runbook helps with: what it says, or its title or file where that is one word. */
function aboutOf(path: string, outline: Outline): string | undefined {
  const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');
  const said = textMatter(outline, 'alert') ?? textMatter(outline, 'service');
  const title = outline.title?.trim();
  return plainText(said ?? (title !== undefined && /^[\w.:-]+$/.test(title) ? title : stem), 100);
}

/** A section that is there but empty is missing all the same. */
function missingIn({ sections }: Outline): readonly string[] {
  return Object.entries(SECTIONS).flatMap(([name, pattern]) => {
    const found = sections.findIndex(({ depth, heading }) => depth > 1 && pattern.test(heading));
    if (found < 0) return [name];
    const own = sections[found]!;
    const next = sections.findIndex(({ depth }, i) => i > found && depth <= own.depth);
    const within = sections.slice(found, next < 0 ? undefined : next);
    return within.some(({ lines, links }) => lines.length + links.length > 0) ? [] : [name];
  });
}

interface Rehearsal {
  readonly at: Moment;
  readonly by: ReturnType<typeof peopleNamed>[number] | undefined;
  readonly worked: boolean | undefined;
}

const REHEARSED =
  /^(?:last )?(?:rehearsed|walked through|exercised|drilled|dry run|geübt)(?: on| at| am)?\s*:?\s*(\d{4}-[\da-z]{1,3}-\d{1,2})(?:\s*(?:,|by|von|-|–)\s*(.+))?$/i;
const FAILED = /\b(failed|did not work|didn['’]t work|broken|outdated|scheiterte)\b/i;

/** Only what the document itself says: a line `Rehearsed: 2026-05-01 by Ada Example`, or `rehearsals` before it. */
function rehearsalsOf({ repository }: RepositoryText, { matter, sections }: Outline): readonly Rehearsal[] {
  const listed = [matter.get('rehearsals') ?? []]
    .flat()
    .slice(0, 100)
    .flatMap((one): readonly Rehearsal[] => {
      const said = new Map<string, unknown>(typeof one === 'object' && one !== null ? Object.entries(one) : [['date', one]]);
      const at = writtenDate(said.get('date'));
      const worked = said.get('worked');
      return at === undefined
        ? []
        : [{ at, by: peopleNamed(said.get('by'), repository)[0], worked: typeof worked === 'boolean' ? worked : undefined }];
    });
  const lines = sections.flatMap((section) =>
    section.lines.map((line) => (/rehears/i.test(section.heading) && /^\d{4}-/.test(line) ? `rehearsed: ${line}` : line)),
  );
  const written = lines.slice(0, 5000).flatMap((line): readonly Rehearsal[] => {
    const found = line.length > 300 ? null : REHEARSED.exec(line);
    const at = writtenDate(found?.[1]);
    if (found === null || at === undefined) return [];
    const by = peopleNamed(found[2]?.split(/[:.]/)[0], repository)[0];
    return [{ at, by, worked: FAILED.test(line) ? false : undefined }];
  });
  return [...listed, ...written];
}
