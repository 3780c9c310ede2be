import { FLOOR } from '#core/cohorts/cohort.ts';
import { FIRST_LOOK } from '#core/disclosure/first-look.ts';
import { LASTS } from '#core/disclosure/opening-state.ts';
import { topicsOf } from '#core/policy/asked.ts';
import { ROLES, type Role, type Sight, TOPICS, type Topic } from '#core/policy/roles.ts';
import { sightOf } from '#core/policy/sight-of.ts';
import { HOUR } from '#core/terms/moment.ts';
import { RETENTION_TERMS, type Retained } from '#core/retention/retention-terms.ts';
import { AGREEMENT_PARTS, type AgreementFacts, type AgreementPart, type AgreementWords } from './agreement-words.ts';

/** The works agreement as Markdown: what is agreed on, filled with what this installation does, and what is left to negotiate. */
export function agreementText(facts: AgreementFacts, words: AgreementWords): string {
  const parts = AGREEMENT_PARTS.map((part, i) => `## ${i + 1}. ${words.headings[part]}\n\n${PARTS[part](facts, words)}`);
  return `# ${words.title}\n\n${words.made(facts)}\n\n${parts.join('\n\n')}\n`;
}

/** As the code that enforces them holds them. */
const NUMBERS = { floor: FLOOR, firstLookHours: FIRST_LOOK / HOUR, eyesHours: LASTS / HOUR };

type Write = (facts: AgreementFacts, words: AgreementWords) => string;

const PARTS: Readonly<Record<AgreementPart, Write>> = {
  purpose: (_, { purpose, notFor, law }) => `${purpose}\n\n${list(notFor)}\n\n${law.join(' ')}`,
  mode: ({ mode, running }, words) =>
    running === undefined ? words.modes[mode] : `${words.modes[mode]}\n\n${list(words.running(running, NUMBERS))}`,
  data: (_, { data, dataColumns, notRead }) => `${table(dataColumns, data)}\n\n${notRead}`,
  views: viewsText,
  safeguards: (_, { safeguards }) => list(safeguards(NUMBERS)),
  retention: (facts, words) => `${table(words.retentionColumns, retentionRows(facts, words))}\n\n${words.retentionNote}`,
  rights: (_, { rights }) => list(rights),
  settings: ({ settings }, words) =>
    `${words.settings}\n\n${list(Object.entries(settings).map(([name, value]) => `\`${name}\`: ${value}`))}`,
  changes: (_, { changes }) => list(changes),
  limits: ({ running }, { limits, withoutServer }) => list(running === undefined ? [...limits, withoutServer] : limits),
  open: (_, { open }) => open.map((one) => `- [ ] ${one}`).join('\n'),
  signed: (_, { signed }) => signed.map((one) => `${one}: ____________________`).join('\n\n'),
};

/** Asked of the same function that decides every request: the matrix cannot say what the program does not do. */
function viewsText({ mode, questions }: AgreementFacts, words: AgreementWords): string {
  const shown = mode === 'solo' ? 'council' : mode;
  const roles = Object.keys(ROLES) as readonly Role[];
  const topics = Object.keys(TOPICS) as readonly Topic[];
  const seen = (role: Role, topic: Topic) => sightOf({ mode: shown, grants: [{ role }] }, topic, { teams: ['1', '2'] });
  const isOpen = (question: string) => roles.some((role) => topicsOf({ question }).every((topic) => ANSWERED.has(seen(role, topic))));
  const rows = topics.map((topic) => [words.topics[topic], ...roles.map((role) => words.sights[seen(role, topic)])]);
  const matrix = table([words.matter, ...roles.map((role) => words.roles[role])], rows);
  return `${mode === 'solo' ? `${words.proposal}\n\n` : ''}${matrix}\n\n${words.questions(
    questions.filter(isOpen),
    questions.filter((question) => !isOpen(question)),
  )}`;
}

/** Sights that an answer with figures is given at. */
const ANSWERED: ReadonlySet<Sight> = new Set(['roles', 'everything']);

function retentionRows({ running }: AgreementFacts, { retention }: AgreementWords): readonly (readonly string[])[] {
  return (Object.keys(RETENTION_TERMS) as Retained[]).map((retained) => [
    retention[retained][0],
    String(running?.retention[retained] ?? RETENTION_TERMS[retained].days),
    retention[retained][1],
  ]);
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}
