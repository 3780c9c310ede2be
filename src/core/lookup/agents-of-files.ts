import type { AreaDeeds } from '#core/because/last-seen.ts';
import { maySeeNames, namePerson } from '#core/policy/name-person.ts';
import { expectedItems, type Landscape } from '#core/risk/landscape.ts';
import type { Because } from '#core/terms/answer.ts';
import { counted, percentOf } from '#core/terms/figures.ts';
import { dateOf } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import { aiTracesOf } from '#core/world/ai-traces-of.ts';
import { landscapeOf } from '#core/world/landscape-of.ts';
import type { World } from '#core/world/world.ts';
import type { WhoRow } from './who-row.ts';

/** AI agents that change some files, as what they are: by the part of the changes that they make, never by what they know. */
export interface AgentsOfFiles {
  readonly rows: readonly WhoRow[];
  readonly because: readonly Because[];
  readonly count: number;
  /** Part of the changes expected here that agents make by habit. */
  readonly share: number;
}

/** Less than this part of the changes is a trace. */
const LEAST = 0.01;

export function agentsOfFiles(world: World, files: readonly number[], deeds: ReadonlyMap<number, AreaDeeds>): AgentsOfFiles {
  const landscape = landscapeOf(world);
  const shares = [...aiTracesOf(world).work.files].map(([agent, own]) => ({ agent, share: shareOf(landscape, files, own) }));
  const here = shares.filter(({ share }) => share >= LEAST);
  const share = here.reduce((sum, one) => sum + one.share, 0);
  if (!maySeeNames(world.viewer)) {
    const rows = here.length === 0 ? [] : [rowOf(counted(here.length, 'AI agent'), undefined)];
    return { rows, because: [], count: here.length, share };
  }
  return {
    rows: here.map(({ agent }) => ({
      ...rowOf(namePerson(world.evidence, agent, world.viewer), deeds.get(agent)),
      because: `person:${agent}`,
    })),
    because: here.map((one) => becauseOf(world, one)),
    count: here.length,
    share,
  };
}

function shareOf(landscape: Landscape, files: readonly number[], own: ReadonlyMap<number, number>): number {
  let all = 0,
    part = 0;
  for (const file of files) {
    const weight = landscape.weight[file]!;
    const worth = weight > 0 ? weight * expectedItems(landscape, landscape.areaOfFile[file]!, 1) : 0;
    all += worth;
    part += worth * (own.get(file) ?? 0);
  }
  return all === 0 ? 0 : part / all;
}

function rowOf(person: string, deeds: AreaDeeds | undefined): WhoRow {
  return {
    person,
    role: 'AI agent',
    knows: null,
    present: null,
    changes: deeds?.commits ?? null,
    reviews: deeds?.reviews ?? null,
    last: deeds === undefined ? null : dateOf(deeds.last),
  };
}

function becauseOf({ evidence, viewer }: World, { agent, share }: { readonly agent: PersonId; readonly share: number }): Because {
  return {
    id: `person:${agent}`,
    claim: `${namePerson(evidence, agent, viewer)} is an AI agent: by habit it makes ${percentOf(share)} of the changes expected here.`,
    formula:
      'Σ over the files of changes expected × (the agent’s changes, fading by half in a year ÷ all changes likewise) ÷ Σ of changes expected',
    inputs: [{ name: 'part of the changes', value: percentOf(share) }],
    evidence: [],
    wouldChange: ['People who make changes here themselves.'],
    confidence: 'trailers and accounts only; never style. An agent is never counted among people who know.',
    method: 'agent-work/1',
  };
}
