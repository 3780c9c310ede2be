import { describe, expect, it } from 'vitest';
import { KIND } from '#core/board/map-tree.ts';
import type { Viewer } from '#core/policy/viewer.ts';
import { redactEvidence } from '#core/policy/redact-evidence.ts';
import type { World } from '#core/world/world.ts';
import { makeWorld } from '#test/world.ts';
import { boardSeen, treeOf } from './board-seen.ts';
import { weigh } from './weigh.ts';
import { weightsSeen } from './weights-seen.ts';

const whole = makeWorld();
const seenBy = (viewer: Viewer): World => ({ ...whole, viewer, evidence: redactEvidence(whole.evidence, viewer) });
const TEAM = seenBy({ mode: 'team', self: 3, grants: [{ role: 'member' }] });
const COUNCIL = seenBy({ mode: 'council', self: 3, grants: [{ role: 'member' }] });
const days = { from: whole.at, to: whole.at + 14 * 86_400, kind: 'sudden' } as const;

describe('a board that travels', () => {
  it('[weights.3] has the places and figures of the map, in the same order', () => {
    const board = boardSeen(TEAM);
    const tree = treeOf(TEAM);
    expect(board.name).toEqual(tree.name);
    expect(board.kind).toEqual([...tree.kind]);
    const told = weightsSeen(TEAM, { colour: 'factor' });
    const own = weigh(TEAM, tree, { colour: 'factor', scenario: null });
    for (const column of ['share', 'figure'] as const)
      told[column]!.forEach((value, row) =>
        value === null ? expect(own[column][row]).toBeNaN() : expect(value).toBeCloseTo(own[column][row]!, 2),
      );
  });

  it('[weights.3] ends at the areas where no path may be seen', () => {
    const board = boardSeen(COUNCIL);
    expect([board.deepest, Math.max(...board.kind)]).toEqual(['areas', KIND.area]);
    expect(board.facts.areas.flatMap(({ paths }) => paths)).toEqual([]);
    const { share } = weightsSeen(COUNCIL, { colour: 'cover' });
    expect(share).toHaveLength(board.name.length);
  });

  it.each([
    ['a team', TEAM],
    ['a works council’s team', COUNCIL],
  ])('[weights.3] names nobody in %s', (_, world) => {
    const told = JSON.stringify([boardSeen(world), weightsSeen(world, { colour: 'cover', absence: { who: 'me', ...days } })]);
    for (const { name, emails } of whole.evidence.people) for (const word of [name, ...emails]) expect(told).not.toContain(word);
  });

  it('[weights.3] tells nothing to a role that sees no area, and of AI only on one’s own machine', () => {
    const administrator = seenBy({ mode: 'team', grants: [{ role: 'administrator' }] });
    expect(() => boardSeen(administrator)).toThrow(/not yours|may not|areas/i);
    expect(() => weightsSeen(administrator, { colour: 'cover' })).toThrow();
    expect(() => weightsSeen(TEAM, { colour: 'ai' })).toThrow(/not coloured by ai/);
    expect(boardSeen(whole).colours).toContain('ai');
  });

  it('[weights.4] draws the absence of whoever asks, and of nobody else', () => {
    const before = weightsSeen(TEAM, { colour: 'cover', absence: { who: 'nobody', ...days } }).share;
    const during = weightsSeen(TEAM, { colour: 'cover', absence: { who: 'me', ...days } }).share;
    expect(during).not.toEqual(before);
    const own = weigh(TEAM, treeOf(TEAM), { colour: 'cover', scenario: { people: [3], ...days } });
    expect(during[0]).toBeCloseTo(own.share[0]!, 3);
    const stranger = { ...TEAM, viewer: { mode: 'team', grants: [{ role: 'member' }] } as const };
    expect(() => weightsSeen(stranger, { colour: 'cover', absence: { who: 'me', ...days } })).toThrow(/not known which person/);
    const service = { ...TEAM, viewer: { mode: 'team', self: 3, grants: [{ role: 'agent' }] } as const };
    expect(() => weightsSeen(service, { colour: 'cover', absence: { who: 'me', ...days } })).toThrow();
  });

  it('[weights.4] refuses days that are reversed', () => {
    const absence = { who: 'me', from: whole.at, to: whole.at - 86_400, kind: 'sudden' } as const;
    expect(() => weightsSeen(TEAM, { colour: 'cover', absence })).toThrow(/before it begins/);
  });
});
