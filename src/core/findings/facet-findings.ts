import { counted, percentOf } from '#core/terms/figures.ts';
import type { Finding } from './finding.ts';
import type { World } from '#core/world/world.ts';

/** What git history says about each facet; the cheapest source first among those that are missing. */
export function facetFindings(world: World): readonly Finding[] {
  return [
    { kind: 'judged', what: 'change', why: `${counted(world.evidence.commits.count, 'commit')} say who changed what and when`, remedy: '' },
    {
      kind: 'partly judged',
      what: 'explain',
      why: 'changes to documents in the repository count as changes; whether anybody understood them is not seen',
      remedy: 'Keep decision records and runbooks in the repository.',
    },
    reviewFinding(reviewedShare(world)),
    ...MISSING.map((finding) => ({ kind: 'not judged' as const, ...finding })),
  ];
}

const MISSING: readonly { readonly what: string; readonly why: string; readonly remedy: string }[] = [
  {
    what: 'operate',
    why: 'who is paged, who solves incidents and who may deploy is not in git',
    remedy: '1. A list of incidents with their responders (this version does not read it yet).',
  },
  {
    what: 'access',
    why: 'who may merge, release and reach production is not in git',
    remedy: '2. The host’s list of who may merge and deploy (this version does not read it yet).',
  },
  {
    what: 'leave',
    why: 'planned absences are not in git',
    remedy: '3. A team calendar; until then name the days: understudy away --who NAME --from DATE --to DATE',
  },
  {
    what: 'teach',
    why: 'pairing and teaching leave a trace only where commits carry Co-authored-by',
    remedy: 'Write Co-authored-by trailers when two people work on one change.',
  },
  { what: 'customer', why: 'who speaks to which customer is not in git', remedy: '' },
];

function reviewFinding(reviewed: number): Finding {
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
