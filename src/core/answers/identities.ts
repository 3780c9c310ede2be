import { suggestIdentities } from '#core/evidence/suggest-identities.ts';
import type { PersonRecord } from '#core/evidence/evidence.ts';
import { maySeeNames } from '#core/policy/name-person.ts';
import type { Answer, Because, Column, Row } from '#core/terms/answer.ts';
import { counted } from '#core/terms/figures.ts';
import { alphabetical } from '#core/terms/nearest.ts';
import { envelope } from '#core/world/envelope.ts';
import type { World } from '#core/world/world.ts';

const KINDS = ['to confirm', 'joined', 'bot', 'agent'] as const;
type Kind = (typeof KINDS)[number];

export interface IdentitiesValue {
  readonly people: number;
  readonly joined: number;
  readonly toConfirm: number;
  readonly bots: number;
  readonly agents: number;
}

export interface IdentityRow extends Row {
  readonly kind: Kind;
  readonly spelling: string;
  readonly other: string | null;
  readonly why: string;
  /** Line for `.mailmap` that would join a suggestion. */
  readonly mailmap: string | null;
}

export interface IdentitiesInput {
  /** Pairs that the configuration already refused. */
  readonly different?: readonly (readonly string[])[] | undefined;
}

/** Who is who: what was joined and why, what needs somebody's word, what was taken for a bot or an agent. */
export function answerIdentities(world: World, { different }: IdentitiesInput = {}): Answer<IdentitiesValue, IdentityRow> {
  const { people, merges = [] } = world.evidence;
  const suggested = suggestedRows(world, different ?? []);
  const of = (kind: 'bot' | 'agent'): readonly PersonRecord[] => people.filter((person) => person.kind === kind);
  const value = {
    people: people.filter((person) => person.kind === 'human').length,
    joined: merges.length,
    toConfirm: suggested.length,
    bots: of('bot').length,
    agents: of('agent').length,
  };
  const rows = [...suggested, ...joinedRows(world), ...automationRows(of('bot'), 'bot'), ...automationRows(of('agent'), 'agent')];
  return envelope(world, {
    name: 'identities',
    question: 'Who is who in this history?',
    value,
    reading: readingOf(value),
    columns: COLUMNS,
    rows: maySeeNames(world.viewer) ? rows.map((row) => ({ ...row, because: 'value' })) : [],
    because: [becauseOfIdentities(value)],
    method: { name: 'identity merging', version: '1' },
  });
}

/** Suggestions that change the figures most come first: they are about pairs of spellings, not about people's worth. */
function suggestedRows({ evidence }: World, different: readonly (readonly string[])[]): readonly IdentityRow[] {
  return suggestIdentities(evidence, different).map(({ left, right, reason, sharedFiles }) => {
    const [one, other] = [evidence.people[left]!, evidence.people[right]!];
    const why = sharedFiles > 0 ? `${reason}; both changed ${counted(sharedFiles, 'file')}` : reason;
    return { kind: 'to confirm', spelling: spellingOf(one), other: spellingOf(other), why, mailmap: mailmapLine(one, other) };
  });
}

function joinedRows({ evidence }: World): readonly IdentityRow[] {
  return (evidence.merges ?? [])
    .map(({ kept, joined, rule }): IdentityRow => ({ kind: 'joined', spelling: kept, other: joined, why: rule, mailmap: null }))
    .sort((a, b) => alphabetical(a.spelling, b.spelling) || alphabetical(a.other!, b.other!));
}

function automationRows(people: readonly PersonRecord[], kind: 'bot' | 'agent'): readonly IdentityRow[] {
  const why = kind === 'bot' ? 'its name or address is that of an automation' : 'its name or address is that of an AI agent';
  return people
    .map((person): IdentityRow => ({ kind, spelling: spellingOf(person), other: null, why, mailmap: null }))
    .sort((a, b) => alphabetical(a.spelling, b.spelling));
}

function spellingOf({ name, emails }: PersonRecord): string {
  return emails[0] ? `${name} <${emails[0]}>` : name;
}

/** `Proper Name <proper@x> Other Name <other@x>`, the written-out name first; none where a part is missing or would break the line. */
function mailmapLine(left: PersonRecord, right: PersonRecord): string | null {
  const [one, other] = isWrittenOut(right) && !isWrittenOut(left) ? [right, left] : [left, right];
  const parts = [one.name, one.emails[0] ?? '', other.name, other.emails[0] ?? ''];
  if (parts.some((part) => part === '' || /[<>\p{Cc}#]/u.test(part))) return null;
  return `${parts[0]} <${parts[1]}> ${parts[2]} <${parts[3]}>`;
}

function isWrittenOut({ name }: PersonRecord): boolean {
  return name.trim().includes(' ');
}

function readingOf({ people, joined, toConfirm, bots, agents }: IdentitiesValue): string {
  const confirm = toConfirm
    ? `${counted(toConfirm, 'pair')} may be one person each and wait for somebody’s word`
    : 'nothing waits for a word';
  return `${counted(people, 'person', 'people')}, ${counted(bots, 'bot')}, ${counted(agents, 'agent')}; ${counted(joined, 'second spelling')} joined; ${confirm}.`;
}

function becauseOfIdentities(value: IdentitiesValue): Because {
  return {
    id: 'value',
    claim: `${counted(value.joined, 'spelling')} joined with another of the same person.`,
    formula:
      'joined when somebody confirmed it, when both are one platform account, one e-mail address (that few unlike names use), or one full name with activity in the same time or on the same files; anything weaker is only suggested',
    inputs: Object.entries(value).map(([name, figure]) => ({ name, value: figure })),
    evidence: [],
    wouldChange: ['Lines in .mailmap, or lists under people: same and people: different in understudy.yaml.'],
    confidence: 'joins by address and account are near certain; joins by name rest on the corroboration named',
    method: 'identity/1',
  };
}

const COLUMNS: readonly Column[] = [
  { key: 'kind', label: 'What', kind: 'text', meaning: 'to confirm: needs your word; joined: taken for one person; bot; agent.' },
  { key: 'spelling', label: 'Spelling', kind: 'text', wraps: true, meaning: 'Name and address as history writes them.' },
  { key: 'other', label: 'Other spelling', kind: 'text', wraps: true, meaning: 'The spelling that is or may be the same person.' },
  {
    key: 'why',
    label: 'Why',
    kind: 'text',
    wraps: true,
    meaning: 'The rule or likeness. Suggestions with most shared work come first; all else is alphabetical.',
  },
  { key: 'mailmap', label: 'Line for .mailmap', kind: 'text', meaning: 'What to write to confirm it.', detail: true },
];
