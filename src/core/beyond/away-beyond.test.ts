import { expect, test } from 'vitest';
import { answerAway } from '#core/answers/away.ts';
import { areaOf, sceneOf } from '#test/scene.ts';
import { evidenceOf } from '#test/evidence-of.ts';
import { worldOf } from '#test/world.ts';
import { awayBeyond } from './away-beyond.ts';

const world = worldOf(
  evidenceOf([
    ...Array.from({ length: 20 }, (_, day) => ({ day, by: 'Ada Alder', files: ['billing/a.ts'] })),
    ...Array.from({ length: 20 }, (_, day) => ({ day: day + 0.3, by: 'Bo Birch', files: ['billing/a.ts', 'search/a.ts'] })),
    ...Array.from({ length: 20 }, (_, day) => ({ day: day + 0.6, by: 'Cy Cedar', files: ['search/a.ts'] })),
  ]),
);
const [ADA, BO] = ['Ada Alder', 'Bo Birch'].map((name) => world.evidence.people.findIndex((one) => one.name === name)) as [number, number];
const held = (person: number, right: 'deploy' | 'merge') => ({ person, area: 0, right, from: 0, to: Number.POSITIVE_INFINITY });
const handles = new Map([
  ['github:ada', ADA],
  ['github:bo', BO],
]);

function asked(mode: 'solo' | 'team') {
  const seen = { ...world, viewer: { mode } } as const;
  const scene = sceneOf({
    at: world.at,
    peopleCount: world.evidence.people.length,
    areas: [areaOf({ id: 'billing', name: 'billing/' })],
    rights: [held(ADA, 'deploy'), held(ADA, 'merge'), held(BO, 'merge')],
    since: { git: 0, rights: 0 },
  });
  const texts = [[{ path: 'CODEOWNERS', text: '/billing/ @ada\n/search/ @ada @bo\n' }]];
  const beheld = { world: seen, scene, connectors: {}, held: new Set<string>(), named: { world, handles, texts } };
  const input = { who: [], people: [ADA] };
  return awayBeyond(answerAway(seen, input), beheld, input);
}

test.each(['solo', 'team'] as const)('[beyond.9] rights that go with somebody, and rules that nobody could approve, in %s mode', (mode) => {
  const { value, reading, because, notJudged } = asked(mode);
  expect(value.leftUndone).toEqual({ rights: ['billing/: may deploy'], rules: ['/billing/ (CODEOWNERS, line 1)'] });
  expect(reading).toContain('Nobody present would hold 1 right: billing/: may deploy.');
  expect(reading).toContain('Changes under 1 rule of CODEOWNERS could be approved by nobody: /billing/ (CODEOWNERS, line 1).');
  expect(because.map(({ id }) => id)).toEqual(expect.arrayContaining(['rights', 'gates']));
  expect(notJudged.map(({ what }) => what)).toEqual(['who is paged', 'who decides']);
});

test('[beyond.9] of whom nothing hangs on one, nothing more is said', () => {
  const seen = sceneOf({ at: world.at, peopleCount: world.evidence.people.length, since: { git: 0 } });
  const beheld = { world, scene: seen, connectors: {}, held: new Set<string>(), named: { world, handles, texts: [[]] } };
  const plain = answerAway(world, { who: [], people: [BO] });
  const { value, ...rest } = awayBeyond(plain, beheld, { who: [], people: [BO] });
  expect(value.leftUndone).toEqual({ rights: [], rules: [] });
  expect({ ...rest, value: plain.value }).toEqual(plain);
});
