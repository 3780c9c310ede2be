import { type OwnersPatch, proposePatch } from '#core/owners/propose-patch.ts';
import type { OwnedRule } from '#core/owners/owners-against-fact.ts';
import { alphabetical } from '#core/terms/nearest.ts';
import type { PersonId } from '#core/terms/person.ts';
import type { DeadlockInDays } from './deadlocks-in-days.ts';
import type { Gates } from './gates-of.ts';

/** Who works there in fact, is here on all of the days, may approve as far as is known, and is not named: whoever could be added to a rule. */
export function fittingFor({ inFact, people }: OwnedRule, { away, writers }: Pick<Gates, 'away' | 'writers'>): readonly PersonId[] {
  return inFact.filter((person) => !away.has(person) && !people.includes(person) && (writers?.has(person) ?? true));
}

/** What a file can hold as one name. */
const NAME = /^@?[\w.+-][\w.+/@-]*$/;

/** A patch of those rules alone that it opens: it is applied and judged again, and what would stay stuck for everybody it was stuck for is left as it is. */
export function patchThatHelps(gates: Gates, spelled: (person: PersonId) => string | undefined): OwnersPatch | undefined {
  const { codeowners, text, rules, deadlocks, deadlocksOf } = gates;
  const ruleOf = (line: number): OwnedRule => rules.find((one) => one.line === line)!;
  const others = (line: number): readonly string[] =>
    fittingFor(ruleOf(line), gates)
      .flatMap((person) => spelled(person) ?? [])
      .filter((name) => NAME.test(name))
      .toSorted(alphabetical);
  const propose = (wanted: readonly DeadlockInDays[]): OwnersPatch | undefined =>
    proposePatch({ path: codeowners.path, text, deadlocks: wanted, named: (line) => ruleOf(line).named, others });
  const first = propose(deadlocks);
  if (first === undefined) return undefined;
  const later = new Set(deadlocksOf(first.text).map(keyOf));
  return propose(deadlocks.filter((one) => !later.has(keyOf(one))));
}

function keyOf({ line, stuck, person }: DeadlockInDays): string {
  return `${line} ${stuck} ${person}`;
}
