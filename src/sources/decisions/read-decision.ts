import type { Handle } from '#core/facts/fact.ts';
import type { Moment } from '#core/terms/moment.ts';
import { plainText } from '#sources/connecting/plain-text.ts';
import type { Outline, Section } from '#sources/documents/outline.ts';
import { peopleNamed } from '#sources/documents/people-named.ts';
import { writtenDate } from '#sources/documents/written-date.ts';

/** A decision record, MADR (3, 4 and before) or Nygard's. */
export interface DecisionRecord {
  readonly title: string;
  readonly number?: string;
  readonly status: 'proposed' | 'rejected' | 'accepted' | 'deprecated' | 'superseded' | 'unknown';
  /** As the record says it; otherwise git does. */
  readonly date?: Moment;
  readonly deciders: readonly Handle[];
  readonly consulted: readonly Handle[];
  readonly informed: readonly Handle[];
  /** Paths of records that this one takes the place of, as linked. */
  readonly supersedes: readonly string[];
  readonly options: number;
  readonly why: boolean;
}

const STATUSES: readonly (readonly [DecisionRecord['status'], RegExp])[] = [
  // What is left of one that was partly superseded still holds.
  ['accepted', /\bpart(?:ly|ially) superc?s?eded/i],
  ['superseded', /\bsuperc?s?eded|replaced by|ersetzt/i],
  ['deprecated', /\bdeprecated|obsolete|retired|veraltet/i],
  ['rejected', /\breject|declined|abgelehnt/i],
  ['accepted', /\baccept|approved|adopted|decided|implemented|done|angenommen|entschieden/i],
  ['proposed', /\bpropos|draft|pending|open|on hold|incomplete|work in progress|in review|under discussion|rfc|vorgeschlagen|entwurf/i],
];
const REASONS = /\b(because|since|so that|in order to|therefore|weil|damit|deshalb|parce que|porque)\b/i;
const PLACEHOLDER = /^\W*(number|nnnn|xxxx?)?\W*(\{.*\}|\[.*\]|<.*>|\(?short )?\W*(title)?\W*$/i;
/** Characters of a context that say more than what it is about. */
const LEAST_CONTEXT = 120;

/** Undefined where it is a template, or no record at all. */
export function readDecision(path: string, outline: Outline, repository: string): DecisionRecord | undefined {
  // Some keep their title in the front matter and begin with sections.
  const own = outline.sections.find(({ depth }) => depth === 1)?.heading;
  const title = own ?? textOf(outline.matter.get('title')) ?? outline.title;
  const looksLikeOne =
    part(outline, /^(context|decision|status|considered options|consequences|problem|kontext|entscheidung)/i) !== undefined;
  if (title === undefined || PLACEHOLDER.test(title) || !(looksLikeOne || outline.matter.has('status') || statusOf(outline) !== 'unknown'))
    return undefined;
  const said = (...names: readonly string[]) => sayings(outline, names);
  const date = writtenDate(said('date', 'created', 'decided')[0]);
  const number =
    /^(?:adr[-_ ]?)?(\d{1,8})/i.exec(path.slice(path.lastIndexOf('/') + 1))?.[1] ?? /^(?:ADR[- ]?)?(\d{1,5})[.:]/.exec(title)?.[1];
  return {
    title: plainText(title.replace(/^(?:ADR[- ]?)?\d{1,8}[.:]\s*/i, '')) ?? title,
    status: statusOf(outline),
    deciders: peopleNamed(
      said('decision-makers', 'decision makers', 'deciders', 'decider', 'decision-maker', 'approvers', 'approver'),
      repository,
    ),
    consulted: peopleNamed(said('consulted', 'contributors'), repository),
    informed: peopleNamed(said('informed'), repository),
    supersedes: supersededBy(outline),
    options: optionsOf(outline),
    why: isReasoned(outline),
    ...(number === undefined ? {} : { number }),
    ...(date === undefined ? {} : { date }),
  };
}

/** `title: ADR002: Catalog format` is a mapping in YAML, and still a title. */
function textOf(value: unknown): string | undefined {
  const [[key, rest] = []] = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  if (key !== undefined && typeof rest === 'string') return `${key}: ${rest}`;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** What the front matter says, or a line `Deciders: …` or `| Deciders | … |` before the first section that says what it is about. */
function sayings({ matter, sections }: Outline, names: readonly string[]): readonly unknown[] {
  const listed = names.flatMap((name) => matter.get(name) ?? []).flat();
  if (listed.length > 0) return listed;
  const lines = sections.slice(0, 4).flatMap((section) => section.lines.slice(0, 20));
  return lines.flatMap((line) => {
    const found =
      /^[*-]?\s*([A-Za-z -]{3,20}):\s*(.+)$/.exec(line) ?? /^\|\s*([A-Za-z -]{3,20}?):?\s*\|([^|]{1,500})\|?$/.exec(line.trim());
    return found !== null && names.includes(found[1]!.trim().toLowerCase()) ? [found[2]!.trim()] : [];
  });
}

function part({ sections }: Outline, heading: RegExp): Section | undefined {
  return sections.find((section) => section.depth > 0 && heading.test(section.heading.trim()));
}

/** The last word of the section counts: records are added to. Without any word it stays unknown. */
function statusOf(outline: Outline): DecisionRecord['status'] {
  const section = part(outline, /^status/i);
  const words = [...(section?.lines.toReversed() ?? []), ...sayings(outline, ['status']), ...tableStatus(outline)].filter(
    (word) => typeof word === 'string',
  );
  const plain = words.filter((word) => !/^supersedes\b|^amends\b|^clarifies\b/i.test(word));
  for (const word of plain) {
    const found = STATUSES.find(([, pattern]) => pattern.test(word));
    if (found !== undefined && !/[{}|].*[{}|]/.test(word)) return found[0];
  }
  return 'unknown';
}

/** `| Created | Status |` with a row below, which plain Markdown reads as a paragraph. */
function tableStatus({ sections }: Outline): readonly string[] {
  const lines = sections.slice(0, 3).flatMap((section) => section.lines.slice(0, 10));
  const head = lines.findIndex((line) => /\|\s*status\s*\|/i.test(line));
  const column = lines[head]?.split('|').findIndex((cell) => /^\s*status\s*$/i.test(cell)) ?? -1;
  return head < 0 || column < 0 ? [] : [lines[head + 2]?.split('|')[column]?.trim() ?? ''];
}

function supersededBy(outline: Outline): readonly string[] {
  const section = part(outline, /^status/i);
  if (section === undefined || !section.lines.some((line) => /^supersedes\b/i.test(line))) return [];
  return section.links
    .filter((link) => /\.md$/i.test(link))
    .map((link) => link.replace(/^.*\//, ''))
    .slice(0, 20);
}

function optionsOf(outline: Outline): number {
  const listed = part(outline, /^(considered (options|alternatives)|options|alternatives|alternatives considered)/i);
  const index = listed === undefined ? -1 : outline.sections.indexOf(listed);
  const next = outline.sections.findIndex(({ depth }, i) => i > index && depth <= (listed?.depth ?? 0));
  const below =
    index < 0 ? [] : outline.sections.slice(index + 1, next < 0 ? undefined : next).filter(({ depth }) => depth === listed!.depth + 1);
  return Math.max(listed?.items ?? 0, below.length);
}

/** Drivers, or a reason in the outcome, or a context that says more than a sentence. */
function isReasoned(outline: Outline): boolean {
  const drivers = part(outline, /^decision drivers|^rationale|^why\b|^begründung/i);
  if (drivers !== undefined && drivers.lines.length > 0) return true;
  const outcome = outline.sections.filter(({ heading }) => /^decision|^consequences|^entscheidung/i.test(heading.trim()));
  if (outcome.some(({ lines }) => lines.some((line) => REASONS.test(line)))) return true;
  const context = part(outline, /^(context|problem|kontext|background)/i);
  return context !== undefined && context.lines.join(' ').length >= LEAST_CONTEXT;
}
