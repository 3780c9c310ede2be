import { housesOf } from '#core/policy/houses-of.ts';
import type { SuccessionQuestion } from './question.ts';

/**
 * # Same organisation
 * What it says: whether somebody writes from the same house as those who leave; a small house says more than a large one.
 * Formula: `1/√(1+n)` where one of the person's mail domains (last two labels; open mail services and no-reply addresses left out) is
 *   one of the leavers', n = people with such an address; else 0.
 * Reading: 0.5 = a house of three; 0.1 = a house of a hundred.
 * Source: Understudy; that hand-overs stay in the house was seen on the hand-overs of docs/evaluation.md.
 * Weakness: private addresses hide a house; `co.uk` and its kind are one house here, a large one.
 */
export function sameOrganisation({ evidence, leaving }: SuccessionQuestion): Float64Array {
  const houses = housesOf(evidence);
  const left = new Set(leaving.flatMap((person) => houses[person]!));
  const same = houses.map((own) => own.some((house) => left.has(house)));
  const count = same.filter(Boolean).length;
  return Float64Array.from(same, (is) => (is ? 1 / Math.sqrt(1 + count) : 0));
}
