import { NO_AREA } from '#core/areas/partition.ts';
import type { Partition } from '#core/areas/partition.ts';
import type { Evidence } from '#core/evidence/evidence.ts';
import { ACT_FLAG, ACT_KINDS } from '#core/evidence/evidence.ts';
import type { Moment } from '#core/terms/moment.ts';
import { DAY } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import { FILE_HALF_LIFE, QUIET_FILE } from './demand.ts';
import { RATE_HALF_LIFE } from './gamma-rate.ts';

const AUTHORED = ACT_KINDS.indexOf('authored');

/**
 * # Work of agents
 * What it says: which part of an area's recent changes AI agents made, and which part people made with AI assistance.
 * Formula: of an area: `Σ 0.5^(age/60)` over the commits that an agent wrote (or that bear a trailer of assistance) ÷ the same over all
 *   commits of people and agents that touched it. Of a file, for each agent: `Σ credit · 0.5^(age/365) ÷ (0.2 + Σ 0.5^(age/365))`, the agent's part of the
 *   changes that the file's weight in demand.ts stands for.
 * Reading: .6 of an area by agents: most of what comes there next would, by habit, be an agent's to make. That is a dependence like any other:
 *   `understudy away --who AGENT` says what people alone would carry.
 * Source: Understudy, programme R042; half-lives as in demand.ts.
 * Weakness: an agent that commits under a person's name without a trailer is not seen; what agents answered or reviewed is not in git.
 */
export function agentWork({ evidence, partition, at }: AgentQuestion): AgentWork {
  const { acts, people, commits, files } = evidence;
  const areas = partition.areas.length;
  const sums = { all: new Float64Array(areas), agents: new Float64Array(areas), assisted: new Float64Array(areas) };
  const lastOfArea = new Int32Array(areas).fill(-1),
    lastOfFile = new Int32Array(files.count).fill(-1);
  const total = new Float64Array(files.count).fill(QUIET_FILE);
  const byAgent = new Map<PersonId, Map<number, number>>();
  for (let i = 0; i < acts.count && acts.at[i]! <= at; i++) {
    const person = acts.person[i]!,
      file = acts.file[i]!,
      commit = acts.commit[i]!;
    const area = partition.ofFile[file]!,
      { kind } = people[person]!;
    if (acts.kind[i] !== AUTHORED || area === NO_AREA || kind === 'bot') continue;
    const days = (at - acts.at[i]!) / DAY,
      another = lastOfFile[file] !== commit;
    lastOfFile[file] = commit;
    if (another || kind === 'agent') {
      const fade = 2 ** (-days / FILE_HALF_LIFE);
      if (another) total[file]! += fade;
      if (kind === 'agent') addTo(byAgent, { person, file, amount: fade * acts.credit[i]! });
    }
    if (lastOfArea[area] === commit) continue;
    lastOfArea[area] = commit;
    const worth = 2 ** (-days / RATE_HALF_LIFE);
    sums.all[area]! += worth;
    if (people[commits.author[commit]!]!.kind === 'agent') sums.agents[area]! += worth;
    else if ((acts.flags[i]! & ACT_FLAG.aiAssisted) !== 0) sums.assisted[area]! += worth;
  }
  return { ...sharesOf(sums), files: shareOfFiles(byAgent, total) };
}

export interface AgentQuestion {
  readonly evidence: Evidence;
  readonly partition: Partition;
  readonly at: Moment;
}

export interface AgentWork {
  /** Shares of each area's recent changes: by agents, by people with AI assistance. 0 where nothing changed. */
  readonly byAgents: Float64Array;
  readonly assisted: Float64Array;
  /** For each agent: file and the part of its expected changes that the agent makes. */
  readonly files: ReadonlyMap<PersonId, ReadonlyMap<number, number>>;
}

function addTo(
  byAgent: Map<PersonId, Map<number, number>>,
  { person, file, amount }: { readonly person: PersonId; readonly file: number; readonly amount: number },
): void {
  let own = byAgent.get(person);
  if (own === undefined) {
    own = new Map();
    byAgent.set(person, own);
  }
  own.set(file, (own.get(file) ?? 0) + amount);
}

type AreaSums = Readonly<Record<'all' | 'agents' | 'assisted', Float64Array>>;

function sharesOf({ all, agents, assisted }: AreaSums): Pick<AgentWork, 'byAgents' | 'assisted'> {
  const of = (part: Float64Array): Float64Array => part.map((sum, area) => (all[area] === 0 ? 0 : sum / all[area]!));
  return { byAgents: of(agents), assisted: of(assisted) };
}

function shareOfFiles(byAgent: ReadonlyMap<PersonId, ReadonlyMap<number, number>>, total: Float64Array): AgentWork['files'] {
  return new Map([...byAgent].map(([agent, own]) => [agent, new Map([...own].map(([file, sum]) => [file, sum / total[file]!]))]));
}
