import type { Scene, ScenePerson, SceneTeam } from '#core/scene/scene.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import type { Gathering } from '#core/folding/gathering.ts';
import type { FactsJoined } from '#core/folding/ground/join-facts.ts';
import type { JoinedWords } from '#core/folding/ground/joined-words.ts';
import { lastPart } from '#core/joins/places/names-of-things.ts';
import { teamsCalled } from '#core/joins/teams/teams-called.ts';

const FOREVER = Number.POSITIVE_INFINITY;

/** Teams by the first of their names, in alphabetical order, with who belonged to them when. A team of nobody of its own is whoever is in its parts. */
export function foldTeams(
  gathering: Gathering,
  { teams: { teamOf }, stays, declared }: Pick<FactsJoined, 'teams' | 'stays' | 'declared'>,
  { who, nameOf }: JoinedWords,
): readonly SceneTeam[] {
  const idOf = (place: string): string => teamOf.get(place) ?? place;
  const names = Map.groupBy(teamOf.keys(), idOf);
  const members = Map.groupBy(stays, ({ team }) => idOf(team));
  const parts = partsOf(declared, idOf);
  const ids = new Set([...gathering.places].filter((place) => place.startsWith('team:')).map(idOf));
  return [...ids].toSorted().map((id) => {
    const all = names.get(id) ?? [id];
    const also = all.filter((place) => place !== id).toSorted();
    return {
      id,
      name: all.map(nameOf).find((name, i) => name !== lastPart(all[i]!)) ?? nameOf(id),
      ...(also.length === 0 ? {} : { also }),
      members: withoutOverlap(
        membersOf(id, members, parts).flatMap(({ from, to, actor }) => {
          const person = who(actor);
          return person === undefined ? [] : [{ from, to, person }];
        }),
      ),
    };
  });
}

/** In the order in which they began: what two sources tell of one person, or a source tells again each month, is one stay. */
function withoutOverlap(stays: SceneTeam['members']): SceneTeam['members'] {
  const last = new Map<PersonId, number>();
  const kept: { from: Moment; to: Moment; person: PersonId }[] = [];
  for (const stay of stays.toSorted((a, b) => a.from - b.from)) {
    const known = kept[last.get(stay.person) ?? -1];
    if (known !== undefined && stay.from <= known.to) known.to = Math.max(known.to, stay.to);
    else last.set(stay.person, kept.push({ ...stay }) - 1);
  }
  return kept;
}

/** Which teams a catalog says are parts of which. */
function partsOf(declared: FactsJoined['declared'], idOf: (place: string) => string): ReadonlyMap<string, readonly string[]> {
  const groups = declared.filter(({ detail }) => detail?.entity === 'group');
  const pairs = groups.flatMap(({ place, detail }) => [
    ...(detail?.parts ?? []).map((part) => [idOf(place ?? ''), idOf(part)] as const),
    ...(detail?.partOf === undefined ? [] : [[idOf(detail.partOf), idOf(place ?? '')] as const]),
  ]);
  return new Map([...Map.groupBy(pairs, ([whole]) => whole)].map(([whole, all]) => [whole, [...new Set(all.map(([, part]) => part))]]));
}

/** Groups may name each other in a circle: each is asked once. */
function membersOf<Member>(
  team: string,
  own: ReadonlyMap<string, readonly Member[]>,
  parts: ReadonlyMap<string, readonly string[]>,
): readonly Member[] {
  const asked = new Set([team]);
  const found: Member[] = [];
  for (const one of asked) {
    const members = own.get(one) ?? [];
    found.push(...members);
    if (members.length === 0) for (const part of parts.get(one) ?? []) asked.add(part);
  }
  return found;
}

/** Words for layers, as people write them. What is understood by none is a lead: somebody who leads, and no more is said. */
const LAYERS: readonly (readonly [RegExp, 1 | 2 | 3])[] = [
  [/\b(?:director|head of|head|vp|vice president|chief|c[etio]o|founder|president|executive)\b/i, 3],
  [/\bmanager\b|\bem\b|\blead of leads\b|\bgroup lead\b/i, 2],
];

export function layerOf(text: string | undefined): 1 | 2 | 3 {
  const digit = /^\s*([123])\s*$/.exec(text ?? '')?.[1];
  if (digit !== undefined) return Number(digit) as 1 | 2 | 3;
  return LAYERS.find(([pattern]) => pattern.test(text ?? ''))?.[1] ?? 1;
}

export function leadsOf(
  gathering: Gathering,
  teams: readonly SceneTeam[],
  { who }: JoinedWords,
): ReadonlyMap<PersonId, ScenePerson['leads']> {
  const { at: rowOf } = teamsCalled(teams);
  const leads = gathering.alone('leads').flatMap(({ at, until, actor, place, detail }) => {
    const person = who(actor);
    return person === undefined
      ? []
      : [{ person, from: at, to: until ?? FOREVER, layer: layerOf(detail?.layer), team: rowOf(place ?? '') ?? null }];
  });
  return new Map(
    [...Map.groupBy(leads, ({ person }) => person)].map(([person, all]) => [
      person,
      all.map(({ from, to, layer, team }) => ({ from, to, layer, team })),
    ]),
  );
}

/** When people left, as the newest word on it says: who came back is here. */
export function leftOf(gathering: Gathering, { who }: JoinedWords): ReadonlyMap<PersonId, Moment> {
  const joined = lastOf(gathering.alone('joined'), who);
  return new Map([...lastOf(gathering.alone('left'), who)].filter(([person, at]) => (joined.get(person) ?? -1) < at));
}

function lastOf(
  facts: readonly { readonly at: Moment; readonly actor?: `${string}:${string}` }[],
  who: JoinedWords['who'],
): ReadonlyMap<PersonId, Moment> {
  return new Map(
    facts.flatMap(({ at, actor }) => {
      const person = who(actor);
      return person === undefined ? [] : [[person, at] as const];
    }),
  );
}

/** Who came and went, and what was thanked for. */
export function foldStaff(gathering: Gathering, { who }: JoinedWords): Pick<Scene, 'staff' | 'recognitions'> {
  const joined = gathering.alone('joined').flatMap(({ at, actor, detail }) => {
    const person = who(actor);
    return person === undefined
      ? []
      : [{ at, person, what: 'joined' as const, contractEnds: detail?.contractEnds ?? null, specialist: detail?.specialist !== undefined }];
  });
  const left = gathering.alone('left').flatMap(({ at, actor }) => {
    const person = who(actor);
    return person === undefined ? [] : [{ at, person, what: 'left' as const, contractEnds: null, specialist: false }];
  });
  const recognitions = gathering.alone('recognised').map(({ at, other, detail }) => ({
    at,
    person: who(other) ?? null,
    toTeam: other === undefined,
    what: detail?.what ?? ('other' as const),
  }));
  return { staff: [...joined, ...left].toSorted((a, b) => a.at - b.at || a.person - b.person), recognitions };
}
