import { expect, test } from 'vitest';
import { FACT_FAMILIES, FACT_KINDS, familyOf, isFactKind } from './fact-kinds.ts';

test('[facts.1] every kind belongs to a family that is there, and every family has a kind', () => {
  const used = new Set(Object.values(FACT_KINDS));
  expect([...used].toSorted()).toEqual(Object.keys(FACT_FAMILIES).toSorted());
  expect(familyOf('reviewed')).toBe('changes');
  expect(['reviewed', 'toString', '__proto__'].map(isFactKind)).toEqual([true, false, false]);
});
