import type { Scene, ScenePerson, SceneTeam } from '#core/scene/scene.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import type { Gathering } from '#core/folding/gathering.ts';
import type { JoinedWords } from '#core/folding/ground/joined-words.ts';

const FOREVER = Number.POSITIVE_INFINITY;

/** Teams by their places, in alphabetical order, with who belonged to them when. A team of nobody of its own is whoever is in its parts. */
export function foldTeams(gathering: Gathering, { who, nameOf }: JoinedWords): readonly SceneTeam[] {
  const members = gathering.alone('member').filter(({ place }) => place?.startsWith('team:'));
  const led = gathering.alone('leads').flatMap(({ place }) => (place?.startsWith('team:') ? [place] : []));
  const byTeam = Map.groupBy(members, ({ place }) => place! as string);
  const parts = partsOf(gathering);
  return [...new Set([...byTeam.keys(), ...led, ...[...gathering.places].filter((place) => place.startsWith('team:'))])]
    .toSorted()
    .map((place) => ({
      id: place,
      name: nameOf(place),
      members: membersOf(place, byTeam, parts).flatMap(({ at, until, actor }) => {
        const person = who(actor);
        return person === undefined ? [] : [{ from: at, to: until ?? FOREVER, person }];
      }),
    }));
}

/** Which teams a catalog says are parts of which. */
function partsOf(gathering: Gathering): ReadonlyMap<string, readonly string[]> {
  const groups = gathering.alone('declared').filter(({ detail }) => detail?.entity === 'group');
  const pairs = groups.flatMap(({ place, detail }) => [
    ...(detail?.parts ?? []).map((part) => [place ?? '', part] as const),
    ...(detail?.partOf === undefined ? [] : [[detail.partOf, place ?? ''] as const]),
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
  const rows = new Map(teams.map(({ id }, row) => [id, row]));
  const leads = gathering.alone('leads').flatMap(({ at, until, actor, place, detail }) => {
    const person = who(actor);
    return person === undefined
      ? []
      : [{ person, from: at, to: until ?? FOREVER, layer: layerOf(detail?.layer), team: rows.get(place ?? '') ?? null }];
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
