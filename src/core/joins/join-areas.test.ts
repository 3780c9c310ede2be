import { describe, expect, it } from 'vitest';
import { evidenceOf } from '#test/evidence-of.ts';
import { worldOf } from '#test/world.ts';
import { joinPlaces, type PlaceSeen } from './places/join-areas.ts';
import { joinRepositories } from './places/join-repositories.ts';
import { joinRunbooks } from './places/join-runbooks.ts';
import { type JoinWord, wishesIn } from './join-words.ts';
import { bareKey, repositoryKey, thingKey } from './places/names-of-things.ts';
import { pathAreas } from './places/path-areas.ts';

const { evidence, partition } = worldOf(
  evidenceOf([{ day: 1, by: 'Ines', files: ['cart/a.ts', 'pay/src/p.ts', 'pay/q.ts', 'README.md'] }]),
);
const paths = pathAreas(evidence.files, partition);
const [CART, PAY] = ['cart', 'pay'].map((id) => partition.areas.findIndex((area) => area.id === id));

function seen(place: string, rest: Partial<PlaceSeen> = {}): PlaceSeen {
  return { place, names: [], sameAs: [], folder: undefined, standsAlone: /^(?:service|customer)/.test(place), ...rest };
}

function join(places: readonly PlaceSeen[], words: readonly JoinWord[] = []) {
  return joinPlaces({
    areas: partition.areas,
    sources: [{ name: 'story' }],
    repositoryOf: new Map([['github.com/acme/story', 0]]),
    paths,
    places: places.toSorted((a, b) => (a.place < b.place ? -1 : 1)),
    wishes: wishesIn(words),
  });
}

describe('[joins.5] what is where', () => {
  it.each<[string, PlaceSeen, number | undefined, string | undefined]>([
    ['called like the area', seen('service:Cart'), CART, 'called like the area'],
    ['named so', seen('service:pagerduty/PX', { names: ['pay'] }), PAY, 'called like the area'],
    [
      'its folder',
      seen('component:default/money', { folder: 'pay/src/deeper', sameAs: ['repository:github.com/acme/story'] }),
      PAY,
      'its folder',
    ],
    ['its repository', seen('component:default/all', { sameAs: ['repository:github.com/acme/story'] }), undefined, 'its repository'],
    ['called like the repository', seen('service:story'), 3, 'called like the repository'],
    ['a rota', seen('schedule:pagerduty/S', { names: ['Pay primary on-call'] }), PAY, 'rota called like the area'],
    ['nearly', seen('service:cart-api'), 3, 'called nearly so'],
    ['nothing', seen('service:moon'), 3, undefined],
    ['a customer', seen('customer:globex'), 3, undefined],
  ])('%s', (_, place, area, rule) => {
    const joined = join([place]);
    expect(joined.joins[0]?.rule).toBe(rule);
    if (area !== undefined) expect(joined.areaOf.get(place.place)).toBe(area);
  });

  it('services that a catalog declares to be the same are one area, and a whole repository is a service', () => {
    const { areaOf, further } = join([
      seen('service:pagerduty/PX'),
      seen('component:default/shop', { sameAs: ['service:pagerduty/PX', 'repository:github.com/acme/story'], standsAlone: true }),
    ]);
    expect([areaOf.get('service:pagerduty/PX'), areaOf.get('component:default/shop')]).toEqual([3, 3]);
    expect(further).toEqual([{ id: 'service:pagerduty/PX', name: 'PX', kind: 'service', repository: 0 }]);
  });

  it('two services of one source that are called the same are two, whatever another source calls so', () => {
    const services = ['PA', 'PB'].map((id) => seen(`service:pagerduty/${id}`, { names: ['Moon'] }));
    const component = seen('component:default/moon', { names: ['moon'], standsAlone: true });
    const both = join([...services, component]);
    expect(both.joins).toEqual([]);
    expect(new Set(both.areaOf.values()).size).toBe(3);
    const one = join([services[0]!, component]);
    expect(one.joins).toMatchObject([{ rule: 'called like another', state: 'guessed' }]);
    expect(new Set(one.areaOf.values()).size).toBe(1);
    const alike = ['api', 'api-gateway', 'API_v2'].map((name, n) => seen(`service:pagerduty/P${n}`, { names: [name] }));
    const catalog = ['api', 'api-gateway', 'api-v2'].map((name) => seen(`component:default/${name}`, { names: [name], standsAlone: true }));
    const { areaOf } = join([...alike, ...catalog]);
    expect(new Set(alike.map(({ place }) => areaOf.get(place))).size).toBe(3);
    for (const [n, { place }] of catalog.entries()) expect(areaOf.get(place)).toBe(areaOf.get(`service:pagerduty/P${n}`));
  });

  it('[joins.2] words win, and rejecting brings back what was', () => {
    const word = (to: string, says: JoinWord['says']): JoinWord => ({ kind: 'area', from: 'service:cart', to, says, at: 1 });
    expect(join([seen('service:cart')], [word('area:pay', 'same')]).areaOf.get('service:cart')).toBe(PAY);
    expect(join([seen('service:cart')], [word('area:cart', 'different')]).areaOf.get('service:cart')).toBe(3);
    // Said where several repositories are read, in which areas are called after theirs.
    expect(join([seen('service:cart')], [word('area:story:cart', 'different')]).areaOf.get('service:cart')).toBe(3);
    expect(join([seen('service:cart')], [word('area:story:pay', 'same')]).areaOf.get('service:cart')).toBe(PAY);
    expect(join([seen('service:cart')], [word('area:other:cart', 'different')]).areaOf.get('service:cart')).toBe(CART);
  });
});

it('[joins.5] paths the history does not know lie where their folder lies', () => {
  const of = (path: string) => paths.areaOf(0, path);
  expect([of('cart/a.ts'), of('pay/src/new/x.ts'), of('LICENSE'), of('new/x.ts'), paths.areaOf(1, 'cart/a.ts')]).toEqual([
    CART,
    PAY,
    2,
    -1,
    -1,
  ]);
});

it('[joins.4] repositories are known by address, else by a name that one alone bears', () => {
  const sources = [
    { name: 'shop', addresses: ['ssh://git@Git.acme.test:7999/Team/Shop.git'] },
    { name: 'tools', addresses: [] },
  ];
  const named = ['git.acme.test/team/shop', 'github.com/acme/tools', 'github.com/acme/other'];
  const { repositoryOf, joins } = joinRepositories(sources, named, wishesIn([]));
  expect([...repositoryOf]).toEqual([
    ['git.acme.test/team/shop', 0],
    ['github.com/acme/tools', 1],
  ]);
  expect(joins.map(({ rule }) => rule)).toEqual(['same address', 'same last name']);
  const no: JoinWord = { kind: 'repository', from: 'github.com/acme/tools', to: 'tools', says: 'different', at: 1 };
  expect([...joinRepositories(sources, named, wishesIn([no])).repositoryOf.keys()]).toEqual(['git.acme.test/team/shop']);
});

it('[joins.4] an alert finds its runbook by address, by what the document is about, by the name of its file', () => {
  const runbooks = [
    { item: 'document:a', path: 'docs/runbooks/pay-errors.md', about: [] },
    { item: 'document:b', path: 'docs/runbooks/x.md', about: ['CartSlow'] },
    { item: 'document:c', path: 'docs/runbooks/disk-full.md', about: [] },
  ];
  const alerts = [
    { alert: 'PayErrors', addresses: ['https://wiki.acme.test/pay'] },
    { alert: 'CartSlow', addresses: [] },
    { alert: 'DiskFull', addresses: [] },
    { alert: 'Other', addresses: ['https://github.com/acme/story/blob/main/docs/runbooks/pay-errors.md#now'] },
  ];
  expect(Object.fromEntries(joinRunbooks(alerts, runbooks, wishesIn([])).runbookOf)).toEqual({
    CartSlow: 'document:b',
    DiskFull: 'document:c',
    Other: 'document:a',
    PayErrors: 'https://wiki.acme.test/pay',
  });
});

it('[joins.4] names of things are compared as people would say them', () => {
  expect(['Checkout API', 'checkout_api', 'CheckoutApi', '@acme/checkout-api'].map(thingKey)).toEqual([
    'checkout-api',
    'checkout-api',
    'checkout-api',
    'checkout-api',
  ]);
  expect(bareKey('payments-primary-on-call')).toBe('payments');
  expect(
    ['git@git.example:Acme/Shop.git', 'https://somebody@git.example/acme/shop/', 'ssh://git@git.example:22/acme/shop'].map(repositoryKey),
  ).toEqual(Array.from({ length: 3 }, () => 'git.example/acme/shop'));
});
