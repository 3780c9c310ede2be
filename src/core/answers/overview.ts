import { commitsByArea } from '#core/because/last-seen.ts';
import type { CarrierCounts } from '#core/because/say-carriers.ts';
import { type Chance, chooseNextStep } from '#core/because/next-step.ts';
import { tierWeight } from '#core/risk/landscape.ts';
import type { Answer } from '#core/terms/answer.ts';
import { counted, percentWithBand } from '#core/terms/figures.ts';
import type { Overview } from '#core/terms/overview.ts';
import { AREA_COLUMNS, type AreaRow, worstFirst } from '#core/world/area-rows.ts';
import { areasNotJudged, countVerdicts, METHOD } from './areas.ts';
import { HERE } from '#core/because/standing-of.ts';
import type { Area } from '#core/terms/area.ts';
import { becauseOfAreas } from '#core/world/because-of-areas.ts';
import { becauseOfNorthStar } from '#core/world/because-of-north-star.ts';
import { envelope } from '#core/world/envelope.ts';
import { type Judgement, judge } from '#core/world/judge.ts';
import type { World } from '#core/world/world.ts';

/** The first page: how much any one absence would leave carried, the areas it costs, one step, and what cannot be said. */
export function answerOverview(world: World): Answer<Overview, AreaRow> {
  const judgement = judge(world);
  const rows = [...judgement.rows].sort(worstFirst);
  const value = overviewOf(world, judgement);
  return envelope(world, {
    name: 'overview',
    question: `Where would work stop if one person were away for ${counted(value.days, 'day')}?`,
    value,
    reading: readingOf(value),
    columns: AREA_COLUMNS,
    rows,
    because: [...becauseOfNorthStar(world, judgement), ...becauseOfAreas(world, judgement)],
    method: METHOD,
    notJudged: areasNotJudged(judgement),
  });
}

function overviewOf(world: World, judgement: Judgement): Overview {
  const { evidence, settings } = world;
  const kinds = (kind: 'bot' | 'agent'): number => evidence.people.filter((person) => person.kind === kind).length;
  const { repositories } = evidence;
  return {
    title:
      repositories.length > 3 ? counted(repositories.length, 'repository', 'repositories') : repositories.map((r) => r.name).join(' + '),
    commits: evidence.commits.count,
    people: peopleSeen(world),
    bots: kinds('bot'),
    agents: kinds('agent'),
    judged: ['change', 'part of explain', 'part of review'],
    northStar: judgement.worst.northStar,
    days: settings.absenceDays,
    verdicts: countVerdicts(judgement.rows),
    nextStep: chooseNextStep(chancesOf(world, judgement), judgement.worst.northStar !== null),
  };
}

/** People with any act before the moment judged. */
function peopleSeen({ evidence, at }: World): number {
  const seen = new Uint8Array(evidence.people.length);
  for (let i = 0; i < evidence.acts.count && evidence.acts.at[i]! <= at; i++) seen[evidence.acts.person[i]!] = 1;
  return evidence.people.filter((person, id) => person.kind === 'human' && seen[id] === 1).length;
}

function chancesOf(world: World, { rows, knowing, worst, carriers }: Judgement): readonly Chance[] {
  const made = commitsByArea(world.evidence, world.partition.ofFile, { areas: rows.length, at: world.at });
  return rows.flatMap((row, area) => {
    if (row.verdict === 'not judged' || row.verdict === 'moves') return [];
    const others = knowing[area]!.filter(
      (k) => k.person !== worst.areas[area]!.person && k.present >= HERE && world.evidence.people[k.person]!.kind === 'human',
    );
    const changes = others.map((k) => made[area]!.get(k.person) ?? 0);
    const place = world.partition.areas[area]!;
    return [
      {
        area: row.area,
        command: commandOf(place, world.evidence.repositories.length),
        stalled: row.stalled!.value * tierWeight(place),
        from: handsOver(carriers[area]!),
        secondsChanges: Math.max(0, ...changes),
      },
    ];
  });
}

function handsOver({ firm, thin, parts }: CarrierCounts): Chance['from'] {
  if (firm + thin > 0) return 'carrier';
  return parts > 1 ? 'parts' : 'nobody';
}

/** A folder of the only repository is asked by path; anything else by the area's id. */
function commandOf({ id, paths }: Area, repositories: number): string {
  const folder = repositories === 1 && paths.length === 1 ? /^\/([^*?[\]]+\/)$/.exec(paths[0]!)?.[1] : undefined;
  return folder === undefined ? `understudy explain ${shellWord(id)}` : `understudy who ${shellWord(folder)}`;
}

/** As it is typed: in quotes where a shell would read something into it. */
function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) && !text.startsWith('-') ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

function readingOf({ northStar, days, verdicts }: Overview): string {
  if (northStar === null)
    return `Too little history to say what ${counted(days, 'day')} away would stop: no area has enough commits behind it.`;
  const span = days === 14 ? 'two weeks' : counted(days, 'day');
  const areas = verdicts['not judged'] ? ` (${counted(verdicts['not judged'], 'area')} left aside for too little history)` : '';
  return `If any one person were away for ${span}, ${percentWithBand(northStar)} of the expected work would still be carried${areas}.`;
}
