import { notUnderstood } from '#core/knowledge/understanding.ts';
import { type AgentWork, agentWork } from '#core/risk/agent-work.ts';
import { landscapeOf } from './landscape-of.ts';
import type { World } from './world.ts';

/** What AI wrote and what people have shown of it, in one world. */
export interface AiTraces {
  readonly work: AgentWork;
  /** 1 for each file that no person has shown to understand. */
  readonly notUnderstood: Uint8Array;
}

const traced = new WeakMap<World, AiTraces>();

/** Traced once per world, however many questions are asked of it. */
export function aiTracesOf(world: World): AiTraces {
  const known = traced.get(world);
  if (known) return known;
  const { evidence, at, settings } = world;
  const { knowledge } = landscapeOf(world);
  const traces = { work: agentWork(world), notUnderstood: notUnderstood({ evidence, at, knowledge, carrierFrom: settings.carrierFrom }) };
  traced.set(world, traces);
  return traces;
}
