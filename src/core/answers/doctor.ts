import { type OwnershipProblems, ownershipProblems } from '#core/because/ownership-problems.ts';
import type { DeclaringText } from '#core/areas/declared.ts';
import { EVIDENCE_FLAG } from '#core/evidence/evidence.ts';
import { suggestIdentities } from '#core/evidence/suggest-identities.ts';
import type { Answer, Column, Row } from '#core/terms/answer.ts';
import { counted, listed, percentOf, spanOf } from '#core/terms/figures.ts';
import { DAY, type Moment } from '#core/terms/moment.ts';
import { envelope } from './envelope.ts';
import { judge } from './judge.ts';
import type { World } from './world.ts';

export interface DoctorInput {
  /** Declaring texts per repository, in order of `Evidence.repositories`. */
  readonly texts: readonly (readonly DeclaringText[])[];
  /** What the reader of each repository noted. */
  readonly notes: readonly (readonly { readonly sentence: string }[])[];
  /** Today: how old the newest commit is. */
  readonly now: Moment;
}

export interface DoctorValue {
  readonly judged: readonly string[];
  readonly notJudged: readonly string[];
  readonly repairs: number;
}

interface Finding extends Row {
  readonly kind: 'judged' | 'partly judged' | 'not judged' | 'repair' | 'note';
  readonly what: string;
  readonly why: string;
  readonly remedy: string;
}

/** What can and cannot be judged here, what would change that most cheaply, and what is wrong with the repository itself. */
export function answerDoctor(world: World, input: DoctorInput): Answer<DoctorValue, Finding> {
  const repairs = world.evidence.repositories.flatMap((_, repository) => repairsOf(world, repository, input));
  const rows = [...facetRows(world), ...repairs, ...worldRepairs(world, input), ...noteRows(input)];
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

/** What git history says about each facet; the cheapest source first among those that are missing. */
function facetRows(world: World): readonly Finding[] {
  const reviews = reviewedShare(world);
  const review: Finding =
    reviews > 0
      ? {
          kind: 'partly judged',
          what: 'review',
          why: `git names a reviewer for ${percentOf(reviews)} of the changes (trailers, merged pull requests, applied patches)`,
          remedy: 'Reviews that left no trace in git are not seen; merge with Reviewed-by trailers to record them.',
        }
      : {
          kind: 'not judged',
          what: 'review',
          why: 'no commit names a reviewer',
          remedy: 'Cheapest: merge with Reviewed-by trailers, or with merge commits by who accepted the change.',
        };
  return [
    { kind: 'judged', what: 'change', why: `${counted(world.evidence.commits.count, 'commit')} say who changed what and when`, remedy: '' },
    {
      kind: 'partly judged',
      what: 'explain',
      why: 'changes to documents in the repository count as changes; whether anybody understood them is not seen',
      remedy: 'Keep decision records and runbooks in the repository.',
    },
    review,
    {
      kind: 'not judged',
      what: 'operate',
      why: 'who is paged, who solves incidents and who may deploy is not in git',
      remedy: '1. A list of incidents with their responders (this version does not read it yet).',
    },
    {
      kind: 'not judged',
      what: 'access',
      why: 'who may merge, release and reach production is not in git',
      remedy: '2. The host’s list of who may merge and deploy (this version does not read it yet).',
    },
    {
      kind: 'not judged',
      what: 'leave',
      why: 'planned absences are not in git',
      remedy: '3. A team calendar; until then name the days: understudy away --who NAME --from DATE --to DATE',
    },
    {
      kind: 'not judged',
      what: 'teach',
      why: 'pairing and teaching leave a trace only where commits carry Co-authored-by',
      remedy: 'Write Co-authored-by trailers when two people work on one change.',
    },
    { kind: 'not judged', what: 'customer', why: 'who speaks to which customer is not in git', remedy: '' },
  ];
}

/** Share of authored commits for which git also names somebody who reviewed them. */
function reviewedShare({ evidence: { acts, commits }, at }: World): number {
  const seen = new Uint8Array(commits.count);
  for (let i = 0; i < acts.count && acts.at[i]! <= at; i++) seen[acts.commit[i]!]! |= acts.kind[i] === 1 ? 2 : 1;
  const [authored, reviewed] = [seen.filter((s) => s > 0).length, seen.filter((s) => s > 1).length];
  return authored === 0 ? 0 : reviewed / authored;
}

function repairsOf(world: World, repository: number, { texts }: DoctorInput): readonly Finding[] {
  const { evidence } = world;
  const own = texts[repository] ?? [];
  const living = evidence.files.path.filter(
    (_, file) => evidence.files.repository[file] === repository && evidence.files.alive[file] === 1,
  );
  const place = evidence.repositories.length > 1 ? `${evidence.repositories[repository]!.name}: ` : '';
  const found = [
    ...ownershipFindings(ownershipProblems(own, living), living.length),
    ...mailmapFinding(world, own),
    ...massFinding(world, repository, own),
  ];
  return found.map((finding) => ({ ...finding, what: place + finding.what }));
}

function ownershipFindings(p: OwnershipProblems, files: number): readonly Finding[] {
  const repair = (what: string, why: string, remedy: string): Finding => ({ kind: 'repair', what, why, remedy });
  if (p.path === undefined)
    return [
      {
        kind: 'note',
        what: 'no CODEOWNERS',
        why: 'nobody is written down for any path',
        remedy: 'Optional: with a .github/CODEOWNERS areas follow it, and this command holds it against the files there are.',
      },
    ];
  const lines = (rules: readonly { readonly line: number; readonly pattern: string }[]): string =>
    `${p.path}: ${rules
      .slice(0, 5)
      .map((r) => `line ${r.line} (${r.pattern})`)
      .join(', ')}${rules.length > 5 ? ` and ${rules.length - 5} more` : ''}`;
  return [
    ...(p.unowned.length
      ? [
          repair(
            'paths without owners',
            `${counted(p.unowned.length, 'file')} of ${files}, e.g. ${p.unowned.slice(0, 3).join(', ')}`,
            `Add rules to ${p.path}; a last rule that matches too much may hide others.`,
          ),
        ]
      : []),
    ...(p.shadowed.length
      ? [
          repair(
            'shadowed CODEOWNERS rules',
            lines(p.shadowed),
            'The last matching rule decides: move these below the rules that hide them, or delete them.',
          ),
        ]
      : []),
    ...(p.dead.length
      ? [
          repair(
            'CODEOWNERS rules that match nothing',
            lines(p.dead),
            'The files were moved or deleted: correct the path or delete the rule.',
          ),
        ]
      : []),
    ...(p.clearing.length
      ? [
          repair(
            'CODEOWNERS rules that clear ownership',
            lines(p.clearing),
            'A rule without owners takes these paths from everybody: say so in a comment if that is meant.',
          ),
        ]
      : []),
    ...(p.invalid.length
      ? [
          repair(
            'CODEOWNERS lines that hosts ignore',
            `${p.path}: lines ${p.invalid.slice(0, 8).join(', ')}`,
            'CODEOWNERS knows neither ! nor [a-z].',
          ),
        ]
      : []),
  ];
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
          remedy: 'List reformattings there: git blame and this command then leave out exactly those.',
        },
      ];
}

function worldRepairs(world: World, { now }: DoctorInput): readonly Finding[] {
  const suggested = suggestIdentities(world.evidence).length;
  const newest = Math.max(0, ...world.evidence.repositories.map((r) => r.headAt));
  const age = (now - newest) / DAY;
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
    ...(age > 21
      ? [
          {
            kind: 'repair',
            what: 'an old clone',
            why: `the newest commit is ${spanOf(age)} old, and everything is judged as of then`,
            remedy: 'git fetch, or --at today to take the silence for what it is',
          } as const,
        ]
      : []),
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

function noteRows({ notes }: DoctorInput): readonly Finding[] {
  return notes.flat().map(({ sentence }) => ({ kind: 'note', what: 'reading', why: sentence, remedy: '' }));
}

const COLUMNS: readonly Column[] = [
  { key: 'kind', label: '', kind: 'text', meaning: 'judged, partly judged, not judged, repair (worth mending) or note.' },
  { key: 'what', label: 'What', kind: 'text', wraps: true, meaning: 'A facet of knowledge, or a thing of the repository.' },
  { key: 'why', label: 'Why', kind: 'text', wraps: true, meaning: 'What was found.' },
  { key: 'remedy', label: 'What helps', kind: 'text', wraps: true, meaning: 'The cheapest thing that would change it.' },
];
