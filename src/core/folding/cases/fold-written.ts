import type { Fact, FactOf } from '#core/facts/fact.ts';
import type { AreaRow } from '#core/scene/area-row.ts';
import type { DecisionCase, DocumentCase } from '#core/scene/talk-cases.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import { find, firstOf } from './find-facts.ts';
import { firstArea, type JoinedWords } from '#core/folding/ground/joined-words.ts';

/** A decision from its facts, oldest first. `supersededAt`: when another one took its place. */
export function foldDecision(
  item: string,
  facts: readonly Fact[],
  words: JoinedWords & { readonly supersededAt: Moment | null },
): DecisionCase {
  const proposed = firstOf(facts, 'proposed');
  const decided = find(facts, 'decided');
  const last = decided.at(-1)?.detail;
  return {
    item,
    area: areaOfText(facts, undefined, words),
    proposedAt: proposed?.at ?? null,
    decidedAt: decided[0]?.at ?? null,
    proposedBy: words.who(proposed?.actor) ?? null,
    deciders: people(decided, words),
    status: last?.status ?? 'proposed',
    why: decided.some(({ detail }) => detail?.why === true),
    options: most(decided.flatMap(({ detail }) => detail?.options ?? [])),
    supersededAt: words.supersededAt,
  };
}

/** What decisions say that they take the place of, by item or number, and since when. */
export function supersededBy(decisions: readonly FactOf<'decided'>[]): ReadonlyMap<string, Moment> {
  const since = new Map<string, Moment>();
  for (const { at, detail } of decisions)
    for (const other of detail?.supersedes ?? []) since.set(other, Math.min(at, since.get(other) ?? Number.POSITIVE_INFINITY));
  return since;
}

/** A document from its facts, oldest first; nothing where only a walk through it is known. */
export function foldDocument(item: string, facts: readonly Fact[], words: JoinedWords): DocumentCase | undefined {
  const documented = find(facts, 'documented');
  const last = documented.at(-1);
  if (last === undefined) return undefined;
  const placed = facts.find(({ place }) => place !== undefined);
  const path = facts.find((fact) => fact.path !== undefined)?.path;
  const reviewed = most(documented.flatMap(({ detail }) => detail?.reviewedAt ?? []).filter((at) => at <= words.at));
  return {
    item,
    area: areaOfText(facts, documented.findLast(({ detail }) => detail?.about !== undefined)?.detail?.about, words),
    what: last.detail?.what ?? 'document',
    lies: firstArea(words.areaInRepository(placed ?? last, path), words.areaOfPlace(placed?.place)),
    begunAt: documented[0]!.at,
    writtenAt: last.at,
    authors: people(documented, words),
    writings: documented.map(({ at, actor, detail }) => ({ at, person: words.who(actor) ?? null, commit: detail?.commit ?? null })),
    rehearsals: find(facts, 'rehearsed').map(({ at, actor, detail }) => ({
      at,
      person: words.who(actor) ?? null,
      worked: detail?.worked ?? null,
    })),
    reviewedAt: reviewed,
    everyDays: documented.findLast(({ detail }) => detail?.every !== undefined)?.detail?.every ?? null,
  };
}

/** What it says it is about goes before where it lies: runbooks often lie together in one folder. */
function areaOfText(facts: readonly Fact[], about: string | undefined, words: JoinedWords): AreaRow {
  const placed = facts.find(({ place }) => place !== undefined);
  const path = facts.find((fact) => fact.path !== undefined)?.path;
  return firstArea(words.areaCalled(about), words.areaOfPlace(placed?.place), words.areaInRepository(placed ?? facts[0]!, path));
}

/** In the order of their numbers. */
function people(facts: readonly Fact[], { who }: JoinedWords): readonly PersonId[] {
  return [...new Set(facts.flatMap(({ actor }) => who(actor) ?? []))].toSorted((a, b) => a - b);
}

function most(values: readonly number[]): number | null {
  return values.length === 0 ? null : Math.max(...values);
}
