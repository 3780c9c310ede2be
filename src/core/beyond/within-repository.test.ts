import { expect, test } from 'vitest';
import { areaMeant, areasSeen } from './beheld.ts';
import { withinRepository } from './within-repository.ts';
import { choosePartition } from '#core/areas/choose-partition.ts';
import { sceneOf } from '#test/scene.ts';
import { worldOf } from '#test/world.ts';
import { evidenceOf } from '#test/evidence-of.ts';

const more = { tier: 2, carriers: null, teams: [], dependsOn: [], bornAt: null } as const;
const AREAS = [
  { id: 'shop:billing', name: 'shop: billing/', kind: 'paths', repository: 0, ...more },
  { id: 'fleet:billing', name: 'fleet: billing/', kind: 'paths', repository: 1, ...more },
  { id: 'service:fleet:api', name: 'api', kind: 'service', repository: 1, ...more },
  { id: 'service:elsewhere', name: 'elsewhere', kind: 'service', repository: null, ...more },
] as const;

function builtOf(repositories: readonly string[]) {
  const world = worldOf(evidenceOf([{ day: 1, by: 'Ada Alder', files: ['billing/a.ts'] }]));
  const [first] = world.evidence.repositories;
  const evidence = { ...world.evidence, repositories: repositories.map((name) => ({ ...first!, name })) };
  const partition = choosePartition({ evidence, declared: { configured: [], texts: [] }, at: world.at });
  return { scene: sceneOf({ areas: AREAS.slice(0, 4) }), world: { ...world, evidence, partition } };
}

test('[beyond.11] areas of a repository have the names that they have without others, and only they are told of', () => {
  const { scene, world } = withinRepository(builtOf(['shop', 'fleet']), 1);
  expect(scene.areas.map(({ id, name }) => `${id} ${name}`)).toEqual([
    'shop:billing shop: billing/',
    'billing billing/',
    'service:fleet:api api',
    'service:elsewhere elsewhere',
  ]);
  const seen = { scene, held: new Set<string>(), repository: 1 };
  expect(areasSeen(seen)).toEqual([1, 2]);
  expect(areaMeant(seen, 'billing')).toBe(1);
  expect(() => areaMeant(seen, 'shop:billing')).toThrow(expect.objectContaining({ code: 'unknown-area' }));
  expect(areasSeen({ ...seen, held: new Set(['billing']) })).toEqual([]);
  expect(world.partition.areas.map(({ id }) => id)).toEqual(['shop:all']);
});

test('[beyond.11] of one repository alone nothing is called otherwise', () => {
  const built = builtOf(['shop']);
  expect(withinRepository(built, 0)).toEqual(built);
});
