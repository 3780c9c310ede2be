import { counted, listed, percentOf } from '#core/terms/figures.ts';
import { aiTracesOf } from '#core/world/ai-traces-of.ts';
import { judge } from '#core/world/judge.ts';
import type { World } from '#core/world/world.ts';
import type { Finding } from './finding.ts';

/** From this share of an area's recent changes on, by habit most of what comes next is an agent's to make. */
const MOSTLY = 0.5;
const SHOWN = 3;

/** Code that no person has shown to understand, and areas whose changes agents make. */
export function aiFindings(world: World): readonly Finding[] {
  return [...unshownFinding(world), ...carriedByAgents(world)];
}

function unshownFinding(world: World): readonly Finding[] {
  const { evidence, partition } = world;
  const { weight } = judge(world).landscape;
  const flags = aiTracesOf(world).notUnderstood;
  const files = evidence.files.path.filter((_, file) => flags[file] === 1 && weight[file]! > 0);
  if (files.length === 0) return [];
  const areas = new Set([...flags.keys()].flatMap((file) => (flags[file] === 1 && weight[file]! > 0 ? [partition.ofFile[file]!] : [])));
  return [
    {
      kind: 'repair',
      what: 'code that no person has shown to understand',
      why: `only AI agents or AI-assisted changes wrote ${counted(files.length, 'file')} in ${counted(areas.size, 'area')}, e.g. ${files.slice(0, SHOWN).join(', ')}`,
      remedy:
        'Let somebody make the next change there unaided, or explain it in a review (Reviewed-by): understudy areas --csv names the areas.',
    },
  ];
}

function carriedByAgents(world: World): readonly Finding[] {
  const { byAgents } = aiTracesOf(world).work;
  const rows = judge(world).rows.filter((row, area) => row.verdict !== 'not judged' && byAgents[area]! >= MOSTLY);
  if (rows.length === 0) return [];
  const most = rows.map((row) => `${row.area} (${percentOf(row.byAgents ?? 0)})`);
  return [
    {
      kind: 'note',
      what: 'areas that depend on AI agents',
      why: `agents make at least half of the recent changes in ${listed([...most.slice(0, SHOWN), ...(most.length > SHOWN ? [`${most.length - SHOWN} more`] : [])])}`,
      remedy: 'understudy away --who AGENT   says what people alone would carry',
    },
  ];
}
