import { type OwnersPatch, proposePatch } from '#core/owners/propose-patch.ts';
import type { OwnedRule } from '#core/owners/owners-against-fact.ts';
import { alphabetical } from '#core/terms/nearest.ts';
import type { PersonId } from '#core/terms/person.ts';
import { type DeadlockInDays, joined } from './deadlocks-in-days.ts';
import type { Gates } from './gates-of.ts';

/** Who works there in fact, is here on all of the days, may approve as far as is known, and is not named: whoever could be added to a rule. */
export function fittingFor({ inFact, people }: OwnedRule, { away, writers }: Pick<Gates, 'away' | 'writers'>): readonly PersonId[] {
  return inFact.filter((person) => !away.has(person) && !people.includes(person) && (writers?.has(person) ?? true));
}

/** What a file can hold as one name. */
const NAME = /^@?[\w.+-][\w.+/@-]*$/;

/** A patch of those rules alone that it opens: it is applied and judged again, and a rule that stays as it is or is shut to more is left alone. */
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
  const later = deadlocksOf(first.text);
  const lines = new Set(deadlocks.map(({ line }) => line).filter((line) => opens(line, deadlocks, later)));
  return propose(deadlocks.filter(({ line }) => lines.has(line)));
}

/** Whether some gate of a line is shut for fewer people or days, and none for more: to name one more can bring a rule of GitLab to life. */
function opens(line: number, before: readonly DeadlockInDays[], after: readonly DeadlockInDays[]): boolean {
  const [was, is] = [before, after].map((all) => all.filter((one) => one.line === line)) as [DeadlockInDays[], DeadlockInDays[]];
  return is.every((one) => isWithin(one, was)) && !was.every((one) => isWithin(one, is));
}

/** Whether all that one says is said by others: of the same person or of everybody, on all of its days. */
function isWithin({ stuck, person, days }: DeadlockInDays, others: readonly DeadlockInDays[]): boolean {
  const said = others.filter((one) => one.stuck === 'everybody' || (stuck === 'one' && one.person === person));
  if (said.some((one) => one.days === null)) return true;
  const all = joined(said.flatMap((one) => one.days ?? []));
  return days?.every(({ from, to }) => all.some((one) => one.from <= from && to <= one.to)) ?? false;
}
