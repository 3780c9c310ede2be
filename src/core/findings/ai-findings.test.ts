import { describe, expect, it } from 'vitest';
import { answerAreas } from '#core/answers/areas.ts';
import { answerAway } from '#core/answers/away.ts';
import { answerCheck } from '#core/answers/check.ts';
import { answerExplain } from '#core/answers/explain.ts';
import { answerMap } from '#core/answers/map.ts';
import { answerWho } from '#core/answers/who.ts';
import { evidenceOf } from '#test/evidence-of.ts';
import { worldOf } from '#test/world.ts';
import { aiFindings } from './ai-findings.ts';

/** ai/ is the agent's alone, mixed/ is shared with Ines, who also has own/. */
const world = worldOf(
  evidenceOf(
    Array.from({ length: 30 }, (_, day) => [
      { day, by: 'Helper Model', files: ['ai/x.ts', 'mixed/x.ts'] },
      { day: day + 0.2, by: 'Ines Alder', files: ['own/x.ts', 'mixed/x.ts'] },
    ]).flat(),
    { kinds: { 'Helper Model': 'agent' } },
  ),
);
const team = { ...world, viewer: { mode: 'team' } } as const;
const byArea = (given = world) => new Map(answerAreas(given).rows.map((row) => [row.area, row]));

describe('AI and knowledge', () => {
  it('[findings.1] finds code that no person has shown to understand, and areas whose changes agents make', () => {
    const found = aiFindings(world);
    expect(found.map(({ kind, what }) => [kind, what])).toEqual([
      ['repair', 'code that no person has shown to understand'],
      ['note', 'areas that depend on AI agents'],
    ]);
    expect(found[0]!.why).toBe('only AI agents or AI-assisted changes wrote 1 file in 1 area, e.g. ai/x.ts');
    expect(found[1]!.why).toContain('ai/ (100 %)');
    expect(aiFindings(worldOf(evidenceOf([{ day: 0, by: 'Bo', files: ['a.ts'] }])))).toEqual([]);
  });

  it('[findings.1] has a word of its own beside the verdict', () => {
    const rows = byArea();
    expect(['ai/', 'mixed/', 'own/'].map((area) => [rows.get(area)!.understanding, rows.get(area)!.byAgents])).toEqual([
      ['not understood', 1],
      ['shown', expect.closeTo(0.5, 1)],
      ['shown', 0],
    ]);
    expect(rows.get('ai/')!.verdict).toBe('stops');
    expect(rows.get('ai/')!.outlook).toContain('not understood');
    expect(answerExplain(world, { area: 'ai' }).because[0]!.wouldChange.join(' ')).toContain('unaided');
    expect(answerMap(world).rows.find((row) => row.path === 'ai')!.notUnderstood).toBe(1);
  });

  it('[answers.8] check fails beyond the agreed share, and only there', () => {
    const found = answerCheck(world, { notUnderstood: 0.5 });
    expect(found.rows.map(({ rule, area }) => [rule, area])).toEqual([['not-understood', 'ai']]);
    expect(answerCheck(world, { notUnderstood: 1 }).value.outcome).toBe('passed');
    expect(answerCheck(world, { notUnderstood: 1 }).reading).toBe('Held: at most 100 % of any area not understood.');
  });

  it('[findings.1] an agent can be what an area depends on: away asks for it, who calls it what it is', () => {
    const { rows, value, reading } = answerAway(world, { who: ['Helper Model'] });
    expect([value.people, value.agents]).toEqual([0, 1]);
    expect(rows.map(({ area, before, verdict }) => [area, before, verdict])).toContainEqual(['ai/', 'moves', 'stops']);
    expect(reading).toContain('Without Helper Model (an AI agent)');
    expect(answerWho(world, { path: 'mixed' }).rows.map(({ person, role }) => [person, role])).toEqual([
      ['Helper Model', 'AI agent'],
      ['Ines Alder', 'knows it'],
    ]);
    expect(answerWho(world, { path: 'ai' }).reading).toContain('An AI agent makes');
  });

  it('[findings.1] and nobody who may not see names reads one', () => {
    expect(answerWho(team, { path: 'ai' }).rows.map(({ person, role }) => [person, role])).toContainEqual(['1 AI agent', 'AI agent']);
    expect(answerAway(team, { who: ['Helper Model'] }).question).toContain('this AI agent');
  });
});
