import { expect, it } from 'vitest';
import type { FactDetails } from '#core/facts/fact-details.ts';
import { at, fact, FACTS, NAMINGS, toldScene } from '#test/told-organisation.ts';

it('[folding.3] an absence that was taken back is none, and another one stays', () => {
  const away = (item: string, dropped?: true) =>
    fact('away', 2, {
      actor: 'github:ines',
      item,
      until: at(4),
      detail: dropped === undefined ? { what: 'away' } : { what: 'away', dropped },
    });
  const facts = [...FACTS.filter(({ kind }) => kind !== 'away'), away('calendar:1'), away('calendar:1', true), away('calendar:2')];
  expect(toldScene({ facts }).scene.absences).toEqual([{ from: at(2), to: at(4), person: 0, planned: true }]);
});

it.each([
  ['help-pay', 1, false],
  ['urgent-pay', 1, true],
  ['random', -1, false],
])('[folding.3] a thread in the channel %s is about area %s, urgent: %s', (name, area, urgent) => {
  const place = 'channel:slack/C7' as const;
  const asked = fact('asked', 2, { actor: 'github:ines', item: 'slack:C7/1', place, detail: { question: true } });
  const { scene } = toldScene({ facts: [asked], namings: [...NAMINGS, { of: place, name }] });
  expect(scene.threads).toMatchObject([{ channel: name, area, urgent }]);
});

it('[folding.3] a decision that names nobody who took it is decided by nobody that is known', () => {
  const item = 'decision:github.com/acme/story/docs/adr/1.md';
  const facts = [
    fact('proposed', 1, { item, actor: 'github:ines' }),
    fact('decided', 2, { item, detail: { status: 'accepted', why: true } }),
  ];
  expect(toldScene({ facts }).scene.decisions).toMatchObject([{ item, decidedAt: at(2), deciders: [], status: 'accepted', why: true }]);
});

it.each([
  [3, 'github.com/acme/story#8'],
  [2.4, null],
])('[folding.3] an issue closed on day %s, its change merged on day 3, was closed by %s', (closed, byChange) => {
  const [issue, change] = ['github.com/acme/story#7', 'github.com/acme/story#8'];
  const facts = [
    fact('issue-opened', 1, { item: issue, actor: 'github:ines' }),
    fact('issue-closed', closed, { item: issue, actor: 'github:ines' }),
    fact('change-opened', 2, { item: change, actor: 'github:ines', detail: { closes: [issue] } }),
    fact('change-merged', 3, { item: change, actor: 'github:ines' }),
  ];
  expect(toldScene({ facts }).scene.issues).toMatchObject([{ item: issue, byChange }]);
});

const declared = (place: string, detail: Partial<FactDetails['declared']>, day = 2) =>
  fact('declared', day, { place: place as never, detail: { entity: 'component', name: place.split('/')[1]!, ...detail } });
const [CART, PAY] = ['component:default/cart', 'component:default/pay'];

/** Which area depends on which, as the catalog that these facts are says it. */
function needed(...facts: readonly ReturnType<typeof declared>[]): readonly string[] {
  const { scene } = toldScene({ facts: [...FACTS.filter(({ kind }) => kind !== 'declared'), ...facts] });
  return scene.areas.flatMap(({ id, dependsOn }) => dependsOn.map((row) => `${id} → ${scene.areas[row]!.id}`));
}

it('[folding.6] areas depend on what the catalog says, whoever of the two says it', () => {
  expect(needed(declared(PAY, { dependsOn: [CART] }), declared(CART, {}))).toEqual(['pay → cart']);
  expect(needed(declared(PAY, {}), declared(CART, { dependencyOf: [PAY] }))).toEqual(['pay → cart']);
  expect(needed(declared(PAY, {}), declared(CART, { partOf: PAY }))).toEqual(['pay → cart']);
  const api = 'api:default/basket';
  expect(needed(declared(PAY, { dependsOn: [api] }), declared(CART, { provides: [api] }))).toEqual(['pay → cart']);
  expect(needed(declared(PAY, { dependsOn: [api, PAY] }), declared(CART, {}))).toEqual([]);
});

it('[folding.6] what a catalog no longer says is not so', () => {
  expect(needed(declared(PAY, { dependsOn: [CART] }), declared(CART, {}), declared(PAY, {}, 3))).toEqual([]);
});

it('[folding.6] a group of nobody of its own is whoever is in its parts, and groups in a circle end', () => {
  const group = (name: string, detail: Partial<FactDetails['declared']>) =>
    declared(`team:default/${name}`, { entity: 'group', ...detail }, 1);
  const member = (name: string, actor: `github:${string}`) => fact('member', 1, { actor, place: `team:default/${name}` });
  const facts = [
    group('all', { parts: ['team:default/a', 'team:default/b'] }),
    group('b', { partOf: 'team:default/all', parts: ['team:default/c', 'team:default/all'] }),
    group('c', { partOf: 'team:default/b' }),
    member('a', 'github:ines'),
    member('c', 'github:bo-b'),
  ];
  const { scene } = toldScene({ facts: [...FACTS, ...facts] });
  const people = (id: string) =>
    scene.teams
      .find((team) => team.id === `team:default/${id}`)
      ?.members.map(({ person }) => person)
      .toSorted();
  expect(['all', 'a', 'b', 'c'].map(people)).toEqual([[0, 1], [0], [0, 1], [1]]);
});
