import { expect, test } from 'vitest';
import { givenFile, toldOf } from '#test/given-file.ts';
import { BACKSTAGE } from './backstage.ts';

/** Shapes of backstage/backstage, packages/catalog-model/examples (Apache-2.0), retyped as far as they are read; people are ours. */
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
    ['nothing is judged by it', 'nothing is judged by it'],
  ],
];

test.each(EXAMPLES)('%s', async (file, yaml, facts, skipped) => {
  const given = givenFile(file.split('/').at(-1)!, yaml);
  expect(BACKSTAGE.file!.recognises(given)).toBe(true);
  const told = await toldOf(BACKSTAGE.file!, given);
  expect(told.facts.map(({ kind, place, actor }) => [kind, place, actor])).toEqual(facts);
  expect(told.skipped.map(({ why }) => why)).toEqual(skipped);
});
