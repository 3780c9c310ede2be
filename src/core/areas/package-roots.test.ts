import { expect, it } from 'vitest';
import { packageRoots } from './package-roots.ts';

const manifest = (path: string, text = '{}') => ({ path, text });

it.each([
  [
    'any manifest in a folder, where no workspace is declared',
    [manifest('api/go.mod'), manifest('go.mod'), manifest('web/package.json')],
    ['api', 'web'],
  ],
  ['nothing of tests, examples and templates', [manifest('test/fixtures/x/package.json'), manifest('examples/a/Cargo.toml')], []],
  [
    'only members of a declared workspace',
    [
      manifest('package.json', '{"workspaces":["packages/*","!packages/old"]}'),
      manifest('packages/a/package.json'),
      manifest('packages/old/package.json'),
      manifest('else/package.json'),
    ],
    ['packages/a'],
  ],
  [
    'pnpm members, also below examples when listed',
    [manifest('pnpm-workspace.yaml', 'packages:\n  - examples/*\n'), manifest('examples/a/package.json')],
    ['examples/a'],
  ],
  [
    'other ecosystems beside a workspace',
    [manifest('package.json', '{"workspaces":{"packages":["ui"]}}'), manifest('ui/package.json'), manifest('engine/Cargo.toml')],
    ['engine', 'ui'],
  ],
  [
    'a setup.py that packages, and no script of that name',
    [
      manifest('tool/setup.py', 'from setuptools import setup\nsetup(name="tool")'),
      manifest('lib/modules/setup.py', 'def setup(): gather()'),
    ],
    ['tool'],
  ],
  ['subprojects of gradle', [manifest('app/build.gradle.kts', ''), manifest('build.gradle', '')], ['app']],
  ['gemspecs', [manifest('activething/activething.gemspec')], ['activething']],
  ['a malformed manifest as a silent one', [manifest('package.json', '{oops'), manifest('a/package.json')], ['a']],
])('[areas.4] package roots: %s', (_, texts, expected) => {
  expect(packageRoots(texts)).toEqual(expected);
});
