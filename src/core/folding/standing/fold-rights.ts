import type { Fact, FactOf } from '#core/facts/fact.ts';
import type { RightKind } from '#core/facts/fact-details.ts';
import { repositoryIn } from '#core/joins/people/handles-seen.ts';
import type { BranchRule, SceneRight, SceneTeam } from '#core/scene/scene.ts';
import type { Moment, Window } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import type { Gathering } from '#core/folding/gathering.ts';
import type { FactsJoined } from '#core/folding/ground/join-facts.ts';
import type { JoinedWords } from '#core/folding/ground/joined-words.ts';
import { teamThrough } from '#core/folding/ground/teams-seen.ts';
import { teamsCalled } from '#core/joins/teams/teams-called.ts';

interface Held extends Window {
  readonly person: PersonId;
  readonly place: string;
  readonly right: RightKind;
}

/**
 * Who may do what where: rights that somebody holds, those of the teams that they belong to while they do, less what a rule of the branch
 * keeps to a few. One row for each area of a repository.
 */
export function foldRights(
  gathering: Gathering,
  { teams, rights, words }: { readonly teams: readonly SceneTeam[]; readonly rights: FactsJoined['rights']; readonly words: JoinedWords },
): readonly SceneRight[] {
  const rules = gathering.alone('rule-set');
  const held = heldIn(rights, endsOf(gathering), { teams, words });
  return held
    .flatMap((one) => (one.right === 'merge' ? keptToFew(one, { rules, held, words }) : [one]))
    .flatMap(({ place, ...right }) => words.areasOfPlace(place as `${string}:${string}`).map((area) => ({ ...right, area })));
}

/** Until the source says that it ended, or gives an end itself. */
function heldIn(
  rights: FactsJoined['rights'],
  ends: ReadonlyMap<string, readonly Moment[]>,
  { teams, words: { who } }: { readonly teams: readonly SceneTeam[]; readonly words: JoinedWords },
): readonly Held[] {
  const { at: rowOf } = teamsCalled(teams);
  return rights.flatMap((fact) => {
    const { place, detail, actor } = fact;
    if (place === undefined || detail === undefined) return [];
    const to = Math.min(fact.until ?? Number.POSITIVE_INFINITY, ...(ends.get(keyOf(fact)) ?? []).filter((end) => end >= fact.at));
    const own = { from: fact.at, to, place, right: detail.right };
    const person = who(actor);
    if (person !== undefined) return [{ ...own, person }];
    const members = teams[rowOf(teamThrough(detail.through ?? actor ?? '')) ?? -1]?.members ?? [];
    return members.flatMap((member) => {
      const window = { from: Math.max(own.from, member.from), to: Math.min(own.to, member.to) };
      return window.from < window.to ? [{ ...own, ...window, person: member.person }] : [];
    });
  });
}

function endsOf(gathering: Gathering): ReadonlyMap<string, readonly Moment[]> {
  const ends = new Map<string, Moment[]>();
  for (const fact of gathering.alone('right-ended')) ends.set(keyOf(fact), [...(ends.get(keyOf(fact)) ?? []), fact.at]);
  return ends;
}

function keyOf({ actor, place, detail }: FactOf<'right-held'> | FactOf<'right-ended'>): string {
  return `${actor ?? ''}\n${place ?? ''}\n${detail?.right ?? ''}\n${detail?.through ?? ''}`;
}

/** A rule on the branch that everything goes to, which names who may, ends the right of all others from then on; who administers goes round it unless it says no. */
function keptToFew(
  held: Held,
  {
    rules,
    held: all,
    words,
  }: { readonly rules: readonly FactOf<'rule-set'>[]; readonly held: readonly Held[]; readonly words: JoinedWords },
): readonly Held[] {
  const here = rules.filter(({ place, detail }) => place === held.place && isTrunk(detail?.branch));
  const rule = here.findLast(({ detail }) => detail?.allowed !== undefined);
  if (rule === undefined || here.at(-1) !== rule) return [held];
  const administers = all.some(({ person, place, right }) => right === 'administer' && person === held.person && place === held.place);
  if (words.whoOf(rule.detail!.allowed).includes(held.person)) return [held];
  if (administers && rule.detail!.administratorsToo !== true) return [held];
  return rule.at <= held.from ? [] : [{ ...held, to: Math.min(held.to, rule.at) }];
}

function isTrunk(branch: string | undefined): boolean {
  return branch !== undefined && /^(?:main|master|trunk|default|\*|~DEFAULT_BRANCH|refs\/heads\/(?:main|master))$/.test(branch);
}

/** The newest rule of each branch of each repository. */
export function foldRules(
  gathering: Gathering,
  sourceOf: (repository: string) => number | null,
  { whoOf }: JoinedWords,
): readonly BranchRule[] {
  const newest = new Map<string, FactOf<'rule-set'>>();
  for (const fact of gathering.alone('rule-set')) newest.set(`${fact.place ?? ''}\n${fact.detail?.branch ?? ''}`, fact);
  return [...newest.values()].flatMap((fact) => {
    const repository = repositoryIn(fact as Fact);
    if (repository === undefined || fact.detail === undefined) return [];
    const { branch, approvals, codeOwners, administratorsToo, allowed } = fact.detail;
    return [
      {
        place: fact.place!,
        repository: sourceOf(repository),
        at: fact.at,
        branch,
        approvals: approvals ?? 0,
        codeOwners: codeOwners === true,
        administratorsToo: administratorsToo === true,
        allowed: allowed === undefined ? null : whoOf(allowed),
      },
    ];
  });
}
