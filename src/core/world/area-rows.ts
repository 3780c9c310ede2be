import type { AreaOutcome } from '#core/absence/outcome.ts';
import type { CarrierCounts } from '#core/because/say-carriers.ts';
import { sayCarriers } from '#core/because/say-carriers.ts';
import type { AreaCarriage } from '#core/factor/islands.ts';
import type { Column, Row } from '#core/terms/answer.ts';
import type { Area } from '#core/terms/area.ts';
import type { Estimate } from '#core/terms/estimate.ts';
import { amountOf, counted, percentOf } from '#core/terms/figures.ts';
import type { Verdict } from '#core/terms/verdict.ts';

/** In words: `not understood` from half of the expected work on, `partly` from a twentieth. */
export type Understanding = 'shown' | 'partly not understood' | 'not understood';

/** One area as every table of areas shows it. */
export interface AreaRow extends Row {
  readonly area: string;
  readonly id: string;
  readonly verdict: Verdict;
  /** By role: `one carrier`, `two, second thin`. */
  readonly carriers: string;
  /** Share of the expected work carried in this area's worst single absence. */
  readonly carried: Estimate | null;
  /** Changes expected in the window, and those that would find nobody. */
  readonly expected: Estimate | null;
  readonly stalled: Estimate | null;
  /** P(at least one change is expected in the window). */
  readonly atLeastOne: number | null;
  /** P(verdict) for the verdict shown. */
  readonly sure: number | null;
  /** `orphan`: nobody present is likely to know it; `island`: only with one person; `carried`. */
  readonly kind: AreaCarriage['kind'];
  /** Share of the expected work on files with exactly one carrier, and with none. */
  readonly onOne: number | null;
  readonly onNone: number | null;
  /** Whether people have shown to understand it; a word of its own, beside the verdict. */
  readonly understanding: Understanding | null;
  /** Share of the expected work on files that only AI has written and no person has shown to understand. */
  readonly notUnderstood: number | null;
  /** Shares of recent changes by AI agents, and by people with AI assistance. */
  readonly byAgents: number | null;
  readonly assisted: number | null;
  readonly commits: number;
  readonly files: number;
  readonly tier: number;
  readonly outlook: string;
  readonly because: string;
}

export const AREA_COLUMNS: readonly Column[] = [
  {
    key: 'verdict',
    label: 'Verdict',
    kind: 'text',
    meaning: 'What happens to the area’s expected work in the single absence that hurts it most.',
  },
  { key: 'area', label: 'Area', kind: 'text', meaning: 'A part of the system that people would name.' },
  { key: 'carriers', label: 'Carried by', kind: 'text', meaning: 'How many present people know most of what changes here, by role.' },
  {
    key: 'carried',
    label: 'Still carried',
    kind: 'estimate',
    unit: 'share',
    meaning: 'Share of the expected work that somebody present could carry in that absence.',
  },
  { key: 'expected', label: 'Changes', kind: 'estimate', unit: 'amount', meaning: 'Changes expected in the window.' },
  {
    key: 'stalled',
    label: 'Stall',
    kind: 'estimate',
    unit: 'amount',
    meaning: 'Expected changes that would find nobody who knows the place.',
    detail: true,
  },
  {
    key: 'atLeastOne',
    label: 'At least one',
    kind: 'probability',
    meaning: 'Probability that at least one change is due in the window.',
    detail: true,
  },
  {
    key: 'sure',
    label: 'How sure',
    kind: 'probability',
    meaning: 'Probability of this verdict over the uncertainty of knowledge, presence and demand.',
    detail: true,
  },
  {
    key: 'kind',
    label: 'Kind',
    kind: 'text',
    meaning: 'orphan: nobody who is present is likely to know it; island: only one person keeps it from being one; carried: more do.',
    detail: true,
  },
  {
    key: 'onOne',
    label: 'On one',
    kind: 'probability',
    meaning: 'Share of its expected work on files that exactly one present person carries.',
    detail: true,
  },
  {
    key: 'onNone',
    label: 'On nobody',
    kind: 'probability',
    meaning: 'Share of its expected work on files that nobody present carries.',
    detail: true,
  },
  {
    key: 'understanding',
    label: 'Understanding',
    kind: 'text',
    meaning:
      'not understood: half or more of its expected work is on files that only AI has written and no person has shown to understand.',
    detail: true,
  },
  {
    key: 'notUnderstood',
    label: 'Not understood',
    kind: 'probability',
    meaning: 'Share of its expected work on files that only AI has written and no person has shown to understand.',
    detail: true,
  },
  { key: 'byAgents', label: 'By agents', kind: 'probability', meaning: 'Share of its recent changes that AI agents made.', detail: true },
  {
    key: 'assisted',
    label: 'AI-assisted',
    kind: 'probability',
    meaning: 'Share of its recent changes that people made with AI assistance, as trailers say.',
    detail: true,
  },
  { key: 'commits', label: 'Commits', kind: 'count', meaning: 'Commits behind the judgement.', detail: true },
  { key: 'files', label: 'Files', kind: 'count', meaning: 'Files of the area in the tree.', detail: true },
  { key: 'tier', label: 'Tier', kind: 'count', meaning: '1 = critical … 3 = minor, as configured.', detail: true },
  { key: 'id', label: 'Id', kind: 'text', meaning: 'Stable name for scripts.', detail: true },
];

/** Traces of AI in one area, as shares. */
export interface AreaAi {
  readonly notUnderstood: number;
  readonly byAgents: number;
  readonly assisted: number;
}

/** What one area's row is made of. */
export interface AreaFacts {
  readonly area: Area;
  readonly outcome: AreaOutcome;
  readonly carriers: CarrierCounts;
  readonly carriage: AreaCarriage;
  readonly ai: AreaAi;
  readonly commits: number;
  readonly files: number;
}

export function areaRow({ area, outcome, carriers, carriage, ai, commits, files }: AreaFacts): AreaRow {
  const judged = outcome.verdict !== 'not judged';
  return {
    area: area.name,
    id: area.id,
    verdict: outcome.verdict,
    carriers: judged ? sayCarriers(carriers) : 'too little evidence',
    carried: judged ? outcome.served : null,
    expected: judged ? outcome.expected : null,
    stalled: judged ? outcome.stalled : null,
    atLeastOne: judged ? outcome.atLeastOne : null,
    sure: outcome.verdict === 'not judged' ? null : outcome.probability[outcome.verdict],
    kind: carriage.kind,
    onOne: judged ? carriage.one : null,
    onNone: judged ? carriage.none : null,
    understanding: judged ? understandingOf(ai.notUnderstood) : null,
    notUnderstood: judged ? ai.notUnderstood : null,
    byAgents: judged ? ai.byAgents : null,
    assisted: judged ? ai.assisted : null,
    commits,
    files,
    tier: area.tier,
    outlook: judged ? outlookOf(outcome) + sayNotUnderstood(ai.notUnderstood) : `${counted(commits, 'commit')} in all`,
    because: `area:${area.id}`,
  };
}

const SEVERITY: Readonly<Record<Verdict, number>> = { stops: 0, degrades: 1, moves: 2, 'not judged': 3 };

/** Worst first: verdict, then tier, then what would stall, then the name. Areas may be ordered by risk; people never are. */
export function worstFirst(a: AreaRow, b: AreaRow): number {
  return SEVERITY[a.verdict] - SEVERITY[b.verdict] || weight(b) - weight(a) || (a.area < b.area ? -1 : a.area > b.area ? 1 : 0);
}

function weight(row: AreaRow): number {
  return (row.stalled?.value ?? 0) * (4 - row.tier);
}

function understandingOf(share: number): Understanding {
  return share >= 0.5 ? 'not understood' : share >= LEAST ? 'partly not understood' : 'shown';
}

/** Less than this share is not worth a word. */
const LEAST = 0.05;

function sayNotUnderstood(share: number): string {
  return share < LEAST ? '' : `; ${percentOf(share)} of it written by AI alone and not understood`;
}

function outlookOf({ expected, atLeastOne }: AreaOutcome): string {
  if (expected.value < 0.05) return 'hardly any change expected';
  const changes = `${amountOf(expected.value)} ${amountOf(expected.value) === '1' ? 'change' : 'changes'} expected`;
  return atLeastOne >= 0.995 ? changes : `${changes}, ${percentOf(atLeastOne)} at least one`;
}
