import { describe, expect, it } from 'vitest';
import { evidenceOf, momentOf, type ToldCommit } from '../../../test/evidence-of.ts';
import { makeWorld, partitionByFolder } from '../../../test/world.ts';
import { type AgentWork, agentWork } from './agent-work.ts';

function workOf(told: readonly ToldCommit[], day = 0): AgentWork {
  const evidence = evidenceOf(told, { kinds: { 'Helper Model': 'agent', 'bumper[bot]': 'bot' } });
  return agentWork({ evidence, partition: partitionByFolder(evidence), at: momentOf(day) });
}
const by = (name: string, day: number, more: Partial<ToldCommit> = {}): ToldCommit => ({ day, by: name, files: ['a/x.ts'], ...more });

describe('work of agents', () => {
  it.each<[string, readonly ToldCommit[], number, number]>([
    ['half of it', [by('Ines', 0), by('Helper Model', 0)], 0.5, 0],
    ['assistance is not an agent', [by('Ines', 0, { aiAssisted: true }), by('Bo', 0), by('Bo', 0), by('Bo', 0)], 0, 0.25],
    ['an agent that is marked as assisted counts once', [by('Helper Model', 0, { aiAssisted: true })], 1, 0],
    ['a commit counts once, whatever files it touches', [by('Helper Model', 0, { files: ['a/x.ts', 'a/y.ts'] }), by('Ines', 0)], 0.5, 0],
    ['automations do not count', [by('Ines', 0), by('bumper[bot]', 0)], 0, 0],
  ])('[risk.12] %s', (_, told, agents, assisted) => {
    const work = workOf(told);
    expect([work.byAgents[0], work.assisted[0]]).toEqual([agents, assisted]);
  });

  it('[risk.12] fades by half in sixty days for an area, and in a year for a file', () => {
    const work = workOf([by('Helper Model', 0), by('Ines', 60)], 60);
    expect(work.byAgents[0]).toBeCloseTo(1 / 3, 9);
    const file = 2 ** (-60 / 365);
    expect([...work.files.values()][0]!.get(0)).toBeCloseTo(file / (0.2 + 1 + file), 9);
  });

  it('[risk.12] parts of a file by all agents stay below one, and nothing after the moment is seen', () => {
    const world = makeWorld({ seed: 2, files: 60, people: 10, folders: 3 });
    const early = world.evidence.commits.at[1000]!;
    const parts = new Float64Array(world.evidence.files.count);
    for (const own of agentWork(world).files.values()) for (const [file, share] of own) parts[file]! += share;
    expect(parts.some((part) => part > 0)).toBe(true);
    expect(Math.max(...parts)).toBeLessThan(1);
    const kept = world.evidence.acts.at.findIndex((at) => at > early);
    const cut = { ...world.evidence, acts: { ...world.evidence.acts, count: kept } };
    expect(agentWork({ ...world, at: early })).toEqual(agentWork({ ...world, evidence: cut, at: early }));
  });
});
