import type { Answer } from '#core/terms/answer.ts';
import { counted, listed } from '#core/terms/figures.ts';
import type { Verdict } from '#core/terms/verdict.ts';
import { AREA_COLUMNS, type AreaRow, worstFirst } from '#core/world/area-rows.ts';
import { becauseOfAreas } from '#core/world/because-of-areas.ts';
import { envelope } from '#core/world/envelope.ts';
import { type Judgement, judge } from '#core/world/judge.ts';
import type { World } from '#core/world/world.ts';

export type VerdictCounts = Readonly<Record<Verdict, number>>;

/** Which areas move, degrade or stop in the single absence that hurts each most. */
export function answerAreas(world: World): Answer<VerdictCounts, AreaRow> {
  const judgement = judge(world);
  const rows = [...judgement.rows].sort(worstFirst);
  return envelope(world, {
    name: 'areas',
    question: `Which areas would stop if one person were away for ${counted(world.settings.absenceDays, 'day')}?`,
    value: countVerdicts(rows),
    reading: readingOf(rows, world),
    columns: AREA_COLUMNS,
    rows,
    because: becauseOfAreas(world, judgement),
    method: METHOD,
    notJudged: areasNotJudged(judgement),
  });
}

export const METHOD = { name: 'worst single absence, closed form', version: '1' } as const;

export function countVerdicts(rows: readonly AreaRow[]): VerdictCounts {
  const count = (verdict: Verdict): number => rows.filter((row) => row.verdict === verdict).length;
  return { stops: count('stops'), degrades: count('degrades'), moves: count('moves'), 'not judged': count('not judged') };
}

/** Areas without enough evidence, as one line of what could not be judged. */
export function areasNotJudged({ rows }: Judgement) {
  const names = rows.filter((row) => row.verdict === 'not judged').map((row) => row.area);
  if (names.length === 0) return [];
  const what = names.length > 3 ? `${counted(names.length, 'area')} with too little history` : `${listed(names)} (too little history)`;
  return [
    {
      facet: 'area',
      what,
      why: 'Fewer commits than the configured minimum stand behind them.',
      remedy: 'Wait for more history, or lower judgement.minimum-commits.',
    },
  ] as const;
}

function readingOf(rows: readonly AreaRow[], world: World): string {
  const n = countVerdicts(rows);
  const judged = n.stops + n.degrades + n.moves;
  if (judged === 0) return `None of ${counted(rows.length, 'area')} has enough history to be judged.`;
  const parts = [
    n.stops ? `${n.stops} would stop` : '',
    n.degrades ? `${n.degrades} would degrade` : '',
    n.moves ? `${n.moves} would move on` : '',
  ].filter(Boolean);
  return `Of ${counted(judged, 'area')}, ${listed(parts)} in the single absence of ${counted(world.settings.absenceDays, 'day')} that hurts each most.`;
}
