import { expect, test } from 'vitest';
import { givenFile, toldOf } from '#test/given-file.ts';
import { BACKSTAGE, readCatalogs } from './backstage.ts';

/** Shapes of backstage/backstage, packages/catalog-model/examples (Apache-2.0), retyped as far as they are read; people are ours. */
const AGAIN = 'nothing is judged by it';
const EXAMPLES: readonly (readonly [file: string, yaml: string, facts: readonly unknown[], skipped: readonly string[]])[] = [
  [
    'acme/team-a-group.yaml',
    `apiVersion: backstage.io/v1alpha1
kind: Group
metadata:
  name: team-a
  description: Team A
spec:
  type: team
  profile:
    # Intentional no displayName for testing
    email: team-a@example.com
  parent: backstage
  children: []
---
apiVersion: backstage.io/v1alpha1
kind: User
metadata:
  name: ada.example
spec:
  profile:
    email: ada-example@example.com
  memberOf: [team-a]
---
# This user is added as an example, to make it more easy for the "Guest"
apiVersion: backstage.io/v1alpha1
kind: User
metadata:
  name: guest
  namespace: development
spec:
  profile:
    displayName: Guest User
  memberOf: [group:default/team-a]
`,
    [
      ['declared', 'team:default/team-a', undefined],
      ['member', 'team:default/team-a', 'backstage:default/ada.example'],
      ['member', 'team:default/team-a', 'backstage:development/guest'],
    ],
    [],
  ],
  [
    'components/different-namespace.yaml',
    'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: different-namespace\n  namespace: alternative\nspec:\n  type: service\n  lifecycle: experimental\n  owner: default/team-a',
    [['declared', 'component:alternative/different-namespace', undefined]],
    [],
  ],
  [
    'components/invalid-component.yaml',
    'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: invalid component\n  tags:\n    - go 1.15.3\nspec:\n  type: service\n  owner: user:guest\n',
    [],
    ['it says neither kind nor name that can be read'],
  ],
  [
    'components/wayback-archive-storage-component.yaml',
    'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: wayback-archive-storage\nspec:\n  type: service\n  lifecycle: production\n  owner: team-a\n  subcomponentOf: wayback-archive\n',
    [['declared', 'component:default/wayback-archive-storage', undefined]],
    [],
  ],
  [
    'components/searcher-component.yaml',
    'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: searcher\n  annotations:\n    backstage.io/techdocs-ref: value\nspec:\n  type: website\n  lifecycle: production\n  owner: user:guest\n',
    [['declared', 'component:default/searcher', 'backstage:default/guest']],
    [],
  ],
  [
    'systems/podcast-system.yaml',
    'apiVersion: backstage.io/v1alpha1\nkind: System\nmetadata:\n  name: podcast\nspec:\n  owner: team-b\n  domain: playback\n',
    [['declared', 'system:default/podcast', undefined]],
    [],
  ],
  [
    'apis/petstore-webhook-api.yaml',
    'apiVersion: backstage.io/v1alpha1\nkind: API\nmetadata:\n  name: petstore-webhook\n  links:\n    - url: https://example.org/x\n      title: API Spec\n      icon: code\nspec:\n  type: openapi\n  lifecycle: experimental\n  owner: team-c\n  definition:\n    $text: ./petstore-webhook.oas.yaml\n',
    [['declared', 'api:default/petstore-webhook', undefined]],
    [],
  ],
  [
    'acme-corp.yaml and environments/prod.yaml',
    'apiVersion: backstage.io/v1alpha1\nkind: Location\nmetadata:\n  name: acme-corp\nspec:\n  type: github\n  targets:\n    - ./org.yaml\n---\napiVersion: backstage.io/v1alpha1\nkind: Environment\nmetadata:\n  name: prod\nspec:\n  lifecycle: production\n',
    [],
    [AGAIN, AGAIN],
  ],
  [
    'ai-resources/code-review-plugin.yaml, as of 2026',
    'apiVersion: backstage.io/v1alpha1\nkind: AiResource\nmetadata:\n  name: code-review-plugin\nspec:\n  type: plugin\n  lifecycle: production\n  owner: team-a\n  system: artist-engagement-portal\n  skills:\n    - airesource:default/security-review\n  version: "1.0.0"\n',
    [],
    [AGAIN],
  ],
  [
    'apis/backstage-mcp-server-api.yaml, as of 2026',
    'apiVersion: backstage.io/v1alpha1\nkind: API\nmetadata:\n  name: backstage-mcp-server\n  tags:\n    - mcp\nspec:\n  type: mcp-server\n  lifecycle: experimental\n  owner: team-a\n  remotes:\n    - type: streamable-http\n      url: http://localhost:7007/api/mcp/v1\n',
    [['declared', 'api:default/backstage-mcp-server', undefined]],
    [],
  ],
  [
    'wayback-component.yaml, as of 2020: an address as owner',
    'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: wayback-service\n  annotations:\n    github.com/project-slug: internetarchive/wayback\nspec:\n  type: service\n  lifecycle: production\n  owner: Archive@example.com\n',
    [['declared', 'component:default/wayback-service', 'mail:archive@example.com']],
    [],
  ],
  [
    'a skeleton of the scaffolder, which a template still has to fill in',
    'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: ${{values.name}}\n  annotations:\n    github.com/project-slug: ${{values.slug}}\nspec:\n  type: service\n  owner: ${{values.owner}}\n',
    [],
    ['it says neither kind nor name that can be read'],
  ],
];

test.each(EXAMPLES)('%s', async (file, yaml, facts, skipped) => {
  const given = givenFile(file.split('/').at(-1)!, yaml);
  expect(BACKSTAGE.file!.recognises(given)).toBe(true);
  const told = await toldOf(BACKSTAGE.file!, given);
  expect(told.facts.map(({ kind, place, actor }) => [kind, place, actor])).toEqual(facts);
  expect(told.skipped.map(({ why }) => why)).toEqual(skipped);
});

const RELATIONS: readonly (readonly [file: string, entity: string, detail: object])[] = [
  [
    'components/artist-lookup-component.yaml',
    'kind: Component\nmetadata:\n  name: artist-lookup\nspec:\n  dependsOn: ["resource:artists-db"]\n  dependencyOf: ["component:www-artist"]\n  apiConsumedBy: ["component:www-artist"]',
    { dependsOn: ['resource:default/artists-db'], dependencyOf: ['component:default/www-artist'] },
  ],
  [
    'components/wayback-search-component.yaml',
    'kind: Component\nmetadata:\n  name: wayback-search\nspec:\n  subcomponentOf: wayback-archive\n  providesApis:\n    - wayback-search\n  consumesApis: [wayback-archive, "component:artist-lookup"]',
    {
      dependsOn: ['api:default/wayback-archive', 'component:default/artist-lookup'],
      provides: ['api:default/wayback-search'],
      partOf: 'component:default/wayback-archive',
    },
  ],
  [
    'petstore-component.yaml, as of 2020',
    'kind: Component\nmetadata:\n  name: petstore\nspec:\n  implementsApis:\n    - petstore\n    - petstore',
    { provides: ['api:default/petstore'] },
  ],
  [
    'systems/podcast-system.yaml',
    'kind: System\nmetadata:\n  name: podcast\nspec:\n  domain: playback',
    { partOf: 'domain:default/playback' },
  ],
  [
    'domains/audio-domain.yaml',
    'kind: Domain\nmetadata:\n  name: audio\nspec:\n  subdomainOf: playback',
    { partOf: 'domain:default/playback' },
  ],
  [
    'acme/backstage-group.yaml',
    'kind: Group\nmetadata:\n  name: backstage\nspec:\n  parent: infrastructure\n  children: [team-a, group:other/team-b]',
    { partOf: 'team:default/infrastructure', parts: ['team:default/team-a', 'team:other/team-b'] },
  ],
  [
    'resources/artists-db-resource.yaml',
    'kind: Resource\nmetadata:\n  name: artists-db\nspec:\n  dependencyOf: [lookup]',
    { dependencyOf: ['component:default/lookup'] },
  ],
];

test.each(RELATIONS)('what %s says of others', async (_, entity, detail) => {
  const { facts } = await toldOf(BACKSTAGE.file!, givenFile('catalog-info.yaml', `apiVersion: backstage.io/v1alpha1\n${entity}\n`));
  const { entity: _entity, name: _name, ...relations } = facts.find(({ kind }) => kind === 'declared')!.detail as Record<string, unknown>;
  expect(relations).toEqual(detail);
});

const HOMES: readonly (readonly [annotations: Record<string, string>, sameAs: readonly string[] | undefined, path: string | undefined])[] =
  [
    [
      { 'backstage.io/source-location': 'url:https://github.com/acme/mono/tree/main/services/pay/' },
      ['repository:github.com/acme/mono'],
      'services/pay/',
    ],
    [
      { 'backstage.io/managed-by-location': 'url:https://git.example.org/a/b/c/-/blob/main/pay/catalog-info.yaml' },
      ['repository:git.example.org/a/b/c'],
      'pay/catalog-info.yaml',
    ],
    [{ 'backstage.io/source-location': 'url:https://github.com/acme/pay' }, ['repository:github.com/acme/pay'], undefined],
    [{ 'backstage.io/source-location': 'url:https://github.com/acme/pay.git?at=main#x' }, ['repository:github.com/acme/pay'], undefined],
    [
      { 'backstage.io/source-location': 'url:https://codeberg.org/acme/mono/src/branch/main/pay' },
      ['repository:codeberg.org/acme/mono'],
      'pay',
    ],
    [{ 'backstage.io/source-location': 'dir:./pay' }, undefined, undefined],
    [{ 'backstage.io/source-location': `url:https://${'a/'.repeat(5000)}` }, undefined, undefined],
    [
      { 'github.com/project-slug': 'acme/pay', 'grafana/alert-label-selector': 'service=pay,team=x' },
      ['repository:github.com/acme/pay', 'service:pay'],
      undefined,
    ],
  ];

test.each(HOMES)('where it is, as annotations %# say it', async (annotations, sameAs, path) => {
  const entity = { apiVersion: 'backstage.io/v1alpha1', kind: 'Component', metadata: { name: 'pay', annotations }, spec: {} };
  const { facts, namings } = await toldOf(BACKSTAGE.file!, givenFile('entities.json', JSON.stringify([entity])));
  expect([namings[0]!.sameAs, facts[0]!.path]).toEqual([sameAs, path]);
});

test('a catalog in a repository of its own says nothing of the folders of others', async () => {
  const entity = (slug: string) =>
    `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: ${slug}\n  annotations: {github.com/project-slug: acme/${slug}}\n`;
  const told = await readCatalogs({
    repository: 'github.com/acme/catalog',
    paths: ['services/pay/catalog-info.yaml', 'catalog-info.yaml'],
    read: (paths) => Promise.resolve(paths.map((path) => ({ path, text: entity(path.includes('pay') ? 'pay' : 'catalog') }))),
    touches: (paths) =>
      Promise.resolve(new Map(paths.map((path) => [path, [{ commit: 'c1', at: 7, name: 'Ada Example', mail: 'ada@example.org' }]]))),
  });
  expect(told.flatMap(({ facts }) => facts).map(({ path, item }) => [path, item])).toEqual([
    [undefined, 'document:github.com/acme/catalog/services/pay/catalog-info.yaml'],
    ['catalog-info.yaml', 'document:github.com/acme/catalog/catalog-info.yaml'],
  ]);
});
