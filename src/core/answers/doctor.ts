import { codeownersProblems } from '#core/because/codeowners-problems.ts';
import type { DeclaringText } from '#core/areas/declared.ts';
import { EVIDENCE_FLAG } from '#core/evidence/evidence.ts';
import { suggestIdentities } from '#core/evidence/suggest-identities.ts';
import type { Answer, Column } from '#core/terms/answer.ts';
import { counted, listed, spanOf } from '#core/terms/figures.ts';
import { DAY, type Moment } from '#core/terms/moment.ts';
import { aiFindings } from '#core/findings/ai-findings.ts';
import { codeownersFindings } from '#core/findings/codeowners-findings.ts';
import { envelope } from '#core/world/envelope.ts';
import { facetFindings } from '#core/findings/facet-findings.ts';
import type { Finding } from '#core/findings/finding.ts';
import { judge } from '#core/world/judge.ts';
import type { World } from '#core/world/world.ts';

export interface DoctorInput {
  /** Declaring texts per repository, in order of `Evidence.repositories`. */
  readonly texts: readonly (readonly DeclaringText[])[];
  /** What the reader of each repository noted. */
  readonly notes: readonly (readonly { readonly sentence: string }[])[];
  /** Families of facts that sources beyond git have told. */
  readonly told?: ReadonlySet<string>;
  /** Today: how old the newest commit is. */
  readonly now: Moment;
}

export interface DoctorValue {
  readonly judged: readonly string[];
  readonly notJudged: readonly string[];
  readonly repairs: number;
}

/** What can and cannot be judged here, what would change that most cheaply, and what is wrong with the repository itself. */
export function answerDoctor(world: World, input: DoctorInput): Answer<DoctorValue, Finding> {
  const repairs = world.evidence.repositories.flatMap((_, repository) => repairsOf(world, repository, input));
  const rows = [...facetFindings(world, input.told), ...repairs, ...aiFindings(world), ...worldRepairs(world, input), ...noteRows(input)];
  const of = (...kinds: readonly Finding['kind'][]): readonly string[] =>
    rows.filter((row) => kinds.includes(row.kind)).map((row) => row.what);
  const value = { judged: of('judged', 'partly judged'), notJudged: of('not judged'), repairs: of('repair').length };
  return envelope(world, {
    name: 'doctor',
    question: 'What can be judged here, and what would help most?',
    value,
    reading: `Judged: ${listed(value.judged)}. Not judged from these sources: ${listed(value.notJudged)}. ${value.repairs === 0 ? 'Nothing in the repository needs mending.' : `${counted(value.repairs, 'thing')} in the repository would be worth mending.`}`,
    columns: COLUMNS,
    rows,
    because: [],
    method: { name: 'doctor', version: '1' },
  });
}

function repairsOf(world: World, repository: number, { texts }: DoctorInput): readonly Finding[] {
  const { evidence } = world;
  const own = texts[repository] ?? [];
  const living = evidence.files.path.filter(
    (_, file) => evidence.files.repository[file] === repository && evidence.files.alive[file] === 1,
  );
  const place = evidence.repositories.length > 1 ? `${evidence.repositories[repository]!.name}: ` : '';
  const found = [
    ...codeownersFindings(codeownersProblems(own, living), living.length),
    ...mailmapFinding(world, own),
    ...massFinding(world, repository, own),
  ];
  return found.map((finding) => ({ ...finding, what: place + finding.what }));
}

function mailmapFinding({ evidence }: World, texts: readonly DeclaringText[]): readonly Finding[] {
  if (texts.some(({ path }) => path === '.mailmap') || evidence.repositories.length > 1) return [];
  const joined = evidence.merges?.length ?? 0;
  return joined === 0
    ? []
    : [
        {
          kind: 'repair',
          what: 'no .mailmap',
          why: `${counted(joined, 'second spelling')} had to be joined by rule`,
          remedy: 'understudy identities --mailmap   prints what a .mailmap should say',
        },
      ];
}

function massFinding({ evidence: { commits } }: World, repository: number, texts: readonly DeclaringText[]): readonly Finding[] {
  if (texts.some(({ path }) => path === '.git-blame-ignore-revs')) return [];
  let mass = 0;
  for (let c = 0; c < commits.count; c++)
    if (commits.repository[c] === repository && (commits.flags[c]! & EVIDENCE_FLAG.massChange) !== 0) mass++;
  return mass === 0
    ? []
    : [
        {
          kind: 'repair',
          what: 'no .git-blame-ignore-revs',
          why: `${counted(mass, 'mass change')} found by size alone`,
          remedy: 'List reformattings there: `git blame` and this command then leave out exactly those.',
        },
      ];
}

function worldRepairs(world: World, { now }: DoctorInput): readonly Finding[] {
  const suggested = suggestIdentities(world.evidence).length;
  const unjudged = judge(world).rows.filter((row) => row.verdict === 'not judged').length;
  return [
    ...(suggested
      ? [
          {
            kind: 'repair',
            what: 'identities to confirm',
            why: `${counted(suggested, 'pair')} of spellings may be one person each`,
            remedy: 'understudy identities',
          } as const,
        ]
      : []),
    ...oldClones(world, now),
    ...(unjudged
      ? [
          {
            kind: 'note',
            what: 'areas without a verdict',
            why: `${counted(unjudged, 'area')} with fewer commits than judgement.minimum-commits (${world.settings.minimumCommits})`,
            remedy: '',
          } as const,
        ]
      : []),
  ];
}

/** A clone that was not fetched for long says nothing about that time. */
function oldClones({ evidence: { repositories } }: World, now: Moment): readonly Finding[] {
  return repositories
    .filter(({ headAt }) => (now - headAt) / DAY > OLD_DAYS)
    .map(({ name, headAt }) => ({
      kind: 'repair',
      what: repositories.length > 1 ? `${name}: an old clone` : 'an old clone',
      why: `its newest commit is ${spanOf((now - headAt) / DAY)} old; what happened since is not seen`,
      remedy: 'git fetch, or --at today to take the silence for what it is',
    }));
}

const OLD_DAYS = 21;

function noteRows({ notes }: DoctorInput): readonly Finding[] {
  return notes.flat().map(({ sentence }) => ({ kind: 'note', what: 'reading', why: sentence, remedy: '' }));
}

const COLUMNS: readonly Column[] = [
  { key: 'kind', label: '', kind: 'text', meaning: 'judged, partly judged, not judged, repair (worth mending) or note.' },
  { key: 'what', label: 'What', kind: 'text', wraps: true, meaning: 'A facet of knowledge, or a thing of the repository.' },
  { key: 'why', label: 'Why', kind: 'text', wraps: true, meaning: 'What was found.' },
  { key: 'remedy', label: 'What helps', kind: 'text', wraps: true, meaning: 'The cheapest thing that would change it.' },
];
