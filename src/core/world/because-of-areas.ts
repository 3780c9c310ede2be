import type { AreaOutcome } from '#core/absence/outcome.ts';
import { commitRef } from '#core/because/commit-ref.ts';
import { newestCommits } from '#core/because/last-seen.ts';
import { sayCarriers } from '#core/because/say-carriers.ts';
import type { Because } from '#core/terms/answer.ts';
import { amountWithBand, counted, percentOf, percentWithBand } from '#core/terms/figures.ts';
import type { Verdict } from '#core/terms/verdict.ts';
import type { AreaRow } from './area-rows.ts';
import type { Judgement } from './judge.ts';
import type { World } from './world.ts';

/** Newest commits shown as evidence of each area. */
const COMMITS = 5;

/** Why each area has its verdict: one because for each, under the id its row points to. */
export function becauseOfAreas(world: World, judgement: Judgement): readonly Because[] {
  const { evidence, partition, at } = world;
  const commits = newestCommits(evidence, partition.ofFile, { areas: partition.areas.length, at, most: COMMITS });
  return partition.areas.map((_, area) => becauseOfArea(world, judgement, { area, commits: commits[area]! }));
}

/** One area and the newest commits behind its verdict. */
export interface AreaGround {
  readonly area: number;
  readonly commits: readonly number[];
}

export function becauseOfArea(world: World, judgement: Judgement, { area, commits }: AreaGround): Because {
  const row = judgement.rows[area]!;
  const outcome = judgement.worst.areas[area]!;
  return {
    id: row.because,
    claim: claimOf(row.area, outcome, sayCarriers(judgement.carriers[area]!)),
    formula:
      'carried = Σ over files of (share of the expected changes) × (1 − Π(1 − P(knows) × P(present))), with the one person away whose absence costs most; stops below the lower threshold, moves from the upper one',
    inputs: inputsOf(world, judgement, area),
    evidence: commits.map((commit) => commitRef(world.evidence, commit)),
    wouldChange: [...wouldChange(world, outcome), ...showing(row)],
    confidence: confidenceOf(outcome),
    method: 'absence/1 on knowledge/1, presence/1, demand/1',
  };
}

function claimOf(area: string, outcome: AreaOutcome, carriers: string): string {
  if (outcome.verdict === 'not judged') return `${area} is not judged: too few commits stand behind it.`;
  const words: Readonly<Record<Exclude<Verdict, 'not judged'>, string>> = {
    stops: 'would stop',
    degrades: 'would degrade',
    moves: 'would move on',
  };
  return `${area} ${words[outcome.verdict]} in its worst single absence: ${carriers}, ${percentWithBand(outcome.served)} of the expected work would still be carried.`;
}

function inputsOf({ settings, partition }: World, { landscape, knowing, rows }: Judgement, area: number): Because['inputs'] {
  const outcomeDays = settings.absenceDays;
  const rate = landscape.demand.shape[area]! / landscape.demand.rate[area]!;
  return [
    { name: 'commits', value: landscape.support[area]! },
    { name: 'kind', value: rows[area]!.kind },
    { name: 'expected work on files with one carrier', value: percentOf(rows[area]!.onOne ?? 0) },
    { name: 'with no carrier', value: percentOf(rows[area]!.onNone ?? 0) },
    ...aiInputs(rows[area]!),
    { name: 'people with any evidence', value: knowing[area]!.length },
    { name: 'expected changes', value: Number((rate * outcomeDays).toFixed(2)), unit: `in ${outcomeDays} days` },
    { name: 'moves from', value: percentOf(settings.movesFrom) },
    { name: 'stops below', value: percentOf(settings.stopsBelow) },
    { name: 'boundary from', value: partition.areas[area]!.source },
  ];
}

/** Only where AI has left a trace. */
function aiInputs({ notUnderstood, byAgents, assisted }: AreaRow): Because['inputs'] {
  const said = [
    ['on files that only AI wrote and no person has shown to understand', notUnderstood],
    ['recent changes by AI agents', byAgents],
    ['recent changes with AI assistance', assisted],
  ] as const;
  return said.flatMap(([name, share]) => (share === null || share === 0 ? [] : [{ name, value: percentOf(share) }]));
}

/** The model's own answer to "what if": cover is linear in one more person's chance. */
function wouldChange({ settings }: World, outcome: AreaOutcome): readonly string[] {
  if (outcome.verdict === 'not judged') return [`${counted(settings.minimumCommits, 'commit')} or more in this area.`];
  const withOne = outcome.served.value + (1 - outcome.served.value) * settings.carrierFrom;
  const second = `One more present person who knows this area as a carrier does: ${percentOf(withOne)} would then be carried.`;
  const early =
    outcome.servedBefore.value < settings.movesFrom
      ? [
          `Even with everybody here only ${percentOf(outcome.servedBefore.value)} is carried: whoever touches it next gains knowledge that nobody here has.`,
        ]
      : [];
  return [second, ...early];
}

function showing({ understanding }: AreaRow): readonly string[] {
  return understanding === null || understanding === 'shown'
    ? []
    : ['A change by somebody unaided, or a review that explains it, in the files that only AI has written.'];
}

function confidenceOf(outcome: AreaOutcome): string {
  if (outcome.verdict === 'not judged') return 'not judged';
  const { moves, degrades, stops } = outcome.probability;
  return `stops ${percentOf(stops)}, degrades ${percentOf(degrades)}, moves ${percentOf(moves)}, over how uncertain knowledge and presence are; ${amountWithBand(outcome.expected)} changes expected (90 % interval)`;
}
