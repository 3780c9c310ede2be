import { describe, expect, it } from 'vitest';
import { givenFile, TELLING, toldOf } from '#test/given-file.ts';
import { processorTime } from '#test/processor-time.ts';
import { BACKSTAGE, readCatalogs } from './backstage.ts';
import { entityRef, placeOfRef } from './entity-ref.ts';

// In the shape of packages/catalog-model/examples of backstage/backstage (Apache-2.0), with names of our own.
const CATALOG = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: Checkout
  title: Checkout service
  annotations:
    github.com/project-slug: acme/checkout
    pagerduty.com/service-id: PSVC123
spec:
  type: service
  lifecycle: production
  owner: payments
  system: shop
  dependsOn: ['resource:orders-db', component:other/ledger]
  consumesApis: [prices]
---
# Nothing.
---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata:
  name: payments
spec:
  type: team
  children: []
  members: [ada.example]
---
apiVersion: backstage.io/v1alpha1
kind: User
metadata:
  name: bo.example
  annotations: { github.com/user-login: Octo-Bo }
spec:
  profile: { displayName: Bo Example, email: Bo@Example.org }
  memberOf: [payments, default/everybody]
---
apiVersion: backstage.io/v1alpha1
kind: Resource
metadata: { name: orders-db }
spec: { type: database, owner: 'user:ada.example' }
`;

function read(text: string, name = 'catalog-info.yaml') {
  return toldOf(BACKSTAGE.file!, givenFile(name, text));
}

describe('the catalog of Backstage', () => {
  it('tells entities, whom they name, and what they are elsewhere', async () => {
    const { facts, namings, skipped } = await read(CATALOG);
    expect(facts.map(({ kind, place, actor, detail }) => [kind, place, actor, detail])).toEqual([
      [
        'declared',
        'component:default/checkout',
        undefined,
        {
          entity: 'component',
          name: 'checkout',
          type: 'service',
          lifecycle: 'production',
          owner: 'team:default/payments',
          system: 'system:default/shop',
          dependsOn: ['resource:default/orders-db', 'component:other/ledger', 'api:default/prices'],
        },
      ],
      ['declared', 'team:default/payments', undefined, { entity: 'group', name: 'payments', type: 'team' }],
      ['member', 'team:default/payments', 'backstage:default/ada.example', undefined],
      ['member', 'team:default/payments', 'backstage:default/bo.example', undefined],
      ['member', 'team:default/everybody', 'backstage:default/bo.example', undefined],
      [
        'declared',
        'resource:default/orders-db',
        'backstage:default/ada.example',
        { entity: 'resource', name: 'orders-db', type: 'database', owner: 'backstage:default/ada.example' },
      ],
    ]);
    expect(namings).toContainEqual({
      of: 'component:default/checkout',
      name: 'Checkout service',
      sameAs: ['repository:github.com/acme/checkout', 'service:pagerduty/PSVC123'],
    });
    expect(namings).toContainEqual({
      of: 'backstage:default/bo.example',
      name: 'Bo Example',
      mail: 'bo@example.org',
      sameAs: ['github:octo-bo'],
    });
    expect(skipped).toEqual([]);
  });

  it.each([
    ['github.com/team-slug', 'Acme/Payments', ['team:github.com/acme/payments']],
    ['git.acme.example/team-path', 'acme/shop/payments', ['team:git.acme.example/acme/shop/payments']],
    ['github.com/team-slug', 'payments', undefined],
    ['github.com/team-slug', '../../etc', undefined],
    ['team-path', 'acme/payments', undefined],
    [`${'a.'.repeat(4000)}/team-path`, 'acme/payments', undefined],
  ])('says which team of a forge a group is (%#)', async (name, value, sameAs) => {
    const group = { apiVersion: 'backstage.io/v1alpha1', kind: 'Group', metadata: { name: 'payments', annotations: { [name]: value } } };
    const { namings } = await read(JSON.stringify(group), 'group.json');
    expect(namings).toEqual([{ of: 'team:default/payments', name: 'payments', ...(sameAs === undefined ? {} : { sameAs }) }]);
    const other = await read(JSON.stringify({ ...group, kind: 'System' }), 'system.json');
    expect(other.namings.flatMap((one) => one.sameAs ?? [])).toEqual([]);
  });

  it.each([
    ['payments', 'team:default/payments'],
    ['group:payments', 'team:default/payments'],
    ['other/payments', 'team:other/payments'],
    ['User:other/Ada.Example', 'user:other/ada.example'],
    ['a b', undefined],
    ['a/b/c', undefined],
    ['', undefined],
    [7, undefined],
  ])('reads the reference %j', (text, place) => {
    const found = entityRef(text, { kind: 'group', namespace: 'default' });
    expect(found === undefined ? undefined : placeOfRef(found)).toBe(place);
  });

  it('is found in repositories, as of the commit that touched it last', async () => {
    const told = await readCatalogs({
      repository: 'github.com/acme/mono',
      paths: ['services/a/catalog-info.yaml', 'src/x.ts'],
      read: (paths) =>
        Promise.resolve(
          paths.map((path) => ({ path, text: 'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: a}\nspec: {}\n' })),
        ),
      touches: (paths) =>
        Promise.resolve(new Map(paths.map((path) => [path, [{ commit: 'c1', at: 7, name: 'Ada Example', mail: 'ada@example.org' }]]))),
    });
    expect(told.flatMap(({ facts }) => facts)).toMatchObject([
      { reference: 'declared:component:default/a@c1', at: 7, path: 'services/a/catalog-info.yaml' },
    ]);
    expect(told[0]!.namings).toEqual([{ of: 'component:default/a', name: 'a', sameAs: ['repository:github.com/acme/mono'] }]);
  });

  it('skips what it cannot read and tells the rest', async () => {
    const bad = [
      'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: { name: invalid component }',
      'kind: Component\nmetadata: { name: x }',
      'apiVersion: backstage.io/v1alpha1\nkind: Location\nmetadata: { name: all }',
      'a: [1',
      '- a\n- b',
      'apiVersion: 7\nkind: [x]\n__proto__: { polluted: 1 }',
    ];
    const told = await read(`${bad.join('\n---\n')}\n---\n${CATALOG}`);
    expect([told.facts.length, told.skipped.length]).toEqual([6, 6]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  // `GET /entities` and `GET /entities/by-query` of the catalog's API, as its documentation shows them.
  it('is read as its own API answers it, too', async () => {
    const entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { namespace: 'default', name: 'checkout', uid: 'u', etag: 'e', annotations: {} },
      spec: { type: 'service', lifecycle: 'production', owner: 'payments' },
      relations: [{ type: 'ownedBy', targetRef: 'group:default/payments' }],
    };
    for (const answer of [[entity, null, 7], { items: [entity, null, 7], totalItems: 3, pageInfo: {} }]) {
      const file = givenFile('entities.json', `\uFEFF${JSON.stringify(answer, null, 2)}`);
      expect(BACKSTAGE.file!.recognises(file)).toBe(true);
      const told = await toldOf(BACKSTAGE.file!, file);
      expect(told.facts).toMatchObject([{ place: 'component:default/checkout', detail: { owner: 'team:default/payments' } }]);
      expect(told.skipped.map(({ what }) => what)).toEqual(['entity 2', 'entity 3']);
    }
  });

  it('is not held up by aliases, depth or size', async () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x,x]\n${'bcdefghij'
      .split('')
      .map((name, i) => `${name}: &${name} [${`*${'abcdefghij'[i]},`.repeat(9)}]`)
      .join('\n')}\n`;
    const begun = processorTime();
    expect((await read(`${bomb}---\n${CATALOG}`)).facts).toHaveLength(6);
    await read(`a: ${'['.repeat(3000)}\n`);
    await expect(read('x'.repeat(17 * 1024 * 1024))).rejects.toMatchObject({ code: 'file-too-much' });
    expect(processorTime() - begun).toBeLessThan(10_000);
  });

  it('is recognised by what it says, not by its name', () => {
    const recognises = (name: string, text: string) => BACKSTAGE.file!.recognises(givenFile(name, text));
    expect([recognises('x.yaml', CATALOG), recognises('x.yaml', 'apiVersion: v1\nkind: Pod\n'), recognises('x', CATALOG)]).toEqual([
      true,
      false,
      true,
    ]);
    // Pages that show one as an example.
    expect(recognises('x.md', `# How to\n\n${CATALOG}`)).toBe(false);
    expect(TELLING.now).toBeGreaterThan(0);
  });
});
