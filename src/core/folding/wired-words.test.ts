import { expect, it } from 'vitest';
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
