import { describe, expect, it } from 'vitest';
import { answerAreas } from '#core/answers/areas.ts';
import { answerExplain } from '#core/answers/explain.ts';
import { answerFactor } from '#core/answers/factor.ts';
import { answerMap } from '#core/answers/map.ts';
import { answerOverview } from '#core/answers/overview.ts';
import type { World } from '#core/world/world.ts';
import { makeWorld } from '#test/world.ts';
import { heldBack, refuseHeld } from './hold-back.ts';
import { personalAreas } from './personal-areas.ts';

const world: World = { ...makeWorld({ commits: 600 }), viewer: { mode: 'team' } };
const personal = personalAreas(world);
const area = world.partition.areas.find(({ id }) => id === personal[0]?.area)!;
const held = [{ area: area.id, from: 1_790_000_000 }];

/** The same history, in which somebody else entirely did everything in the area. */
function doneByOthers({ evidence, partition, ...rest }: World): World {
  const { acts } = evidence;
  const inside = (file: number): boolean => partition.areas[partition.ofFile[file]!]?.id === area.id;
  const person = acts.person.map((one, row) => (inside(acts.file[row]!) ? (one + 1) % evidence.people.length : one));
  return { ...rest, partition, evidence: { ...evidence, acts: { ...acts, person } } };
}

describe('findings that concern one person', () => {
  it('[findings.2] are those of areas that one person carries', () => {
    const { rows } = answerAreas(world);
    expect(personal.length).toBeGreaterThan(0);
    for (const { area: id } of personal) expect(rows.find((row) => row.id === id)!.carriers).toMatch(/^(one|two, second)/);
    for (const row of rows.filter(({ carriers }) => carriers === 'one carrier'))
      expect(personal.map(({ area: id }) => id)).toContain(row.id);
  });

  it.each([
    ['areas', answerAreas],
    ['overview', answerOverview],
    ['factor', answerFactor],
    ['map', (one: World) => answerMap(one, {})],
  ] as const)('[findings.3] cannot be told from %s, whoever did what there, and the answer says that one is held back', (_, answer) => {
    const told = answer(heldBack(world, held));
    expect(answer(heldBack(doneByOthers(world), held))).toEqual(told);
    expect(answer(doneByOthers(world))).not.toEqual(answer(world));
    expect(told.leftOut.at(-1)).toEqual({
      what: 'a finding about one area',
      count: 1,
      unit: 'areas',
      why: 'Shown from 2026-09-21 on; whom it concerns looks first.',
    });
    expect(JSON.stringify([told.value, told.rows, told.because])).not.toContain(JSON.stringify(area.name).slice(1, -1));
  });

  it('[findings.3] are refused where nothing else is asked about', () => {
    const refused = expect.objectContaining({ code: 'first-look' });
    const asks = (input: unknown) => () => refuseHeld(world, held, input);
    expect(asks({ area: area.id })).toThrow(refused);
    expect(asks({ area: area.name })).toThrow(refused);
    const file = world.partition.ofFile.findIndex((row) => world.partition.areas[row]?.id === area.id);
    expect(asks({ path: world.evidence.files.path[file] })).toThrow(refused);
    for (const input of [{}, undefined, { path: '' }, { area: world.partition.areas.find(({ id }) => id !== area.id)!.id }])
      expect(asks(input)).not.toThrow();
    expect(answerExplain(heldBack(world, []), { area: area.id } as never).rows).toEqual(
      answerExplain(world, { area: area.id } as never).rows,
    );
  });

  it('[findings.3] stay as they are where nothing is held back', () => {
    expect(heldBack(world, [])).toBe(world);
    expect(heldBack(world, [{ area: 'no such area', from: 0 }])).toBe(world);
  });
});
