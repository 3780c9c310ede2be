import { counted, listed, percentOf } from '#core/terms/figures.ts';
import type { Finding } from './finding.ts';
import type { World } from '#core/world/world.ts';

/** What git history says about each facet, and what connected sources do; the cheapest source first among those that are missing. `told`: families of facts. */
export function facetFindings(world: World, told: ReadonlySet<string> = new Set()): readonly Finding[] {
  return [
    { kind: 'judged', what: 'change', why: `${counted(world.evidence.commits.count, 'commit')} say who changed what and when`, remedy: '' },
    explainFinding(told),
    reviewFinding(reviewedShare(world), told),
    ...MISSING.map(({ families, ...finding }) => {
      const from = families.filter((family) => told.has(family));
      return from.length === 0 ? { kind: 'not judged' as const, ...finding } : judgedFrom(finding.what, from);
    }),
  ];
}

function judgedFrom(what: string, families: readonly string[]): Finding {
  return { kind: 'judged', what, why: `connected or imported sources tell ${listed(families)}: understudy facets`, remedy: '' };
}

function explainFinding(told: ReadonlySet<string>): Finding {
  const from = ['decisions', 'documents', 'chat'].filter((family) => told.has(family));
  if (from.length > 0) return judgedFrom('explain', from);
  return {
    kind: 'partly judged',
    what: 'explain',
    why: 'changes to documents in the repository count as changes; whether anybody understood them is not seen',
    remedy: 'Keep decision records and runbooks in the repository.',
  };
}

const MISSING: readonly { readonly what: string; readonly why: string; readonly remedy: string; readonly families: readonly string[] }[] = [
  {
    what: 'operate',
    why: 'who is paged, who solves incidents and who may deploy is not in git',
    remedy: '1. Import incidents with their responders, where this version reads your system: understudy import --help',
    families: ['incidents'],
  },
  {
    what: 'access',
    why: 'who may merge, release and reach production is not in git',
    remedy: '2. The host’s list of who may merge and deploy: connect it, or import a table (understudy import --templates FOLDER).',
    families: ['rights'],
  },
  {
    what: 'leave',
    why: 'planned absences are not in git',
    remedy: '3. A team calendar; import it (understudy import), or name the days: understudy away --who NAME --from DATE --to DATE',
    families: ['absences'],
  },
  {
    what: 'teach',
    why: 'pairing and teaching leave a trace only where commits carry Co-authored-by',
    remedy: 'Write Co-authored-by trailers when two people work on one change.',
    families: [],
  },
  { what: 'customer', why: 'who speaks to which customer is not in git', remedy: '', families: [] },
];

function reviewFinding(reviewed: number, told: ReadonlySet<string>): Finding {
  if (told.has('changes')) return judgedFrom('review', ['changes']);
  if (reviewed > 0)
    return {
      kind: 'partly judged',
      what: 'review',
      why: `git names a reviewer for ${percentOf(reviewed)} of the changes (trailers, merged pull requests, applied patches)`,
      remedy: 'Reviews that left no trace in git are not seen; merge with Reviewed-by trailers to record them.',
    };
  return {
    kind: 'not judged',
    what: 'review',
    why: 'no commit names a reviewer',
    remedy: 'Cheapest: merge with Reviewed-by trailers, or with merge commits by who accepted the change.',
  };
}

/** Share of authored commits for which git also names somebody who reviewed them. */
function reviewedShare({ evidence: { acts, commits }, at }: World): number {
  const seen = new Uint8Array(commits.count);
  for (let i = 0; i < acts.count && acts.at[i]! <= at; i++) seen[acts.commit[i]!]! |= acts.kind[i] === 1 ? 2 : 1;
  const [authored, reviewed] = [seen.filter((s) => s > 0).length, seen.filter((s) => s > 1).length];
  return authored === 0 ? 0 : reviewed / authored;
}
