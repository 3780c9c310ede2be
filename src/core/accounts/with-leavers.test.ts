import { expect, it } from 'vitest';
import { presence } from '#core/risk/presence.ts';
import { evidenceOf, momentOf } from '#test/evidence-of.ts';
import { withLeavers } from './with-leavers.ts';

const days = Array.from({ length: 60 }, (_, i) => i * 5);
const evidence = evidenceOf(days.flatMap((day) => ['Ines', 'Bo'].map((by) => ({ day, by, files: [`${by}.ts`] }))));
const ines = evidence.people.findIndex(({ name }) => name === 'Ines');
const [email] = evidence.people[ines]!.emails;
const judged = momentOf(295);

it('[risk.14] whoever has left is not here from that moment on, and was here before; nobody else changes', () => {
  const known = withLeavers(evidence, [{ spellings: [`INES <${email}>`], from: momentOf(200) }], judged);
  expect(presence(known, momentOf(199))[ines]).toBe(presence(evidence, momentOf(199))[ines]);
  expect(presence(known, momentOf(199))[ines]).toBeGreaterThan(0.5);
  expect([presence(known, momentOf(200))[ines], presence(known, judged)[ines]]).toEqual([0, 0]);
  expect(presence(known, judged)[1 - ines]).toBe(presence(evidence, judged)[1 - ines]);
});

it('[risk.14] leaving after the newest commit counts at once', () => {
  expect(presence(withLeavers(evidence, [{ spellings: [email!], from: momentOf(400) }], judged), judged)[ines]).toBe(0);
});

it.each(['Bo <ines@elsewhere.example>', 'nobody@elsewhere.example', 'Ines'])('[risk.14] %s means nobody here', (spelling) => {
  expect(withLeavers(evidence, [{ spellings: [spelling], from: 0 }], judged)).toEqual(evidence);
});
