import { expect, test } from 'vitest';
import { LASTING_FAMILIES, TERM_OF_FAMILY } from './fact-terms.ts';
import { FACT_FAMILIES, FACT_KINDS, familyOf, isFactKind } from './fact-kinds.ts';

test('[facts.1] every kind belongs to a family that is there, and every family has a kind', () => {
  const used = new Set(Object.values(FACT_KINDS));
  expect([...used].toSorted()).toEqual(Object.keys(FACT_FAMILIES).toSorted());
  expect(familyOf('reviewed')).toBe('changes');
  expect(['reviewed', 'toString', '__proto__'].map(isFactKind)).toEqual([true, false, false]);
});

test('[facts.2] what names somebody ends with a term, and messages first', () => {
  expect(Object.keys(TERM_OF_FAMILY).toSorted()).toEqual(Object.keys(FACT_FAMILIES).toSorted());
  expect(TERM_OF_FAMILY.chat).toBe('messages');
  expect(LASTING_FAMILIES.map((family) => TERM_OF_FAMILY[family])).toEqual(['events', 'events', 'events']);
});
