/** Files that are read wherever they stand in the tree. */
const ANYWHERE = new Set([
  '.gitattributes',
  'CODEOWNERS',
  'package.json',
  'pnpm-workspace.yaml',
  'lerna.json',
  'nx.json',
  'rush.json',
  'go.work',
  'go.mod',
  'Cargo.toml',
  'pyproject.toml',
  'setup.py',
  'settings.gradle',
  'settings.gradle.kts',
  'build.gradle',
  'build.gradle.kts',
  'build.sbt',
  'project.clj',
  'pubspec.yaml',
  'Package.swift',
  'pom.xml',
  'deno.json',
  'composer.json',
  'mix.exs',
]);
const ENDINGS = ['.gemspec', '.csproj'];
/** Files that are read only at the top. */
const AT_TOP = new Set([
  '.git-blame-ignore-revs',
  '.mailmap',
  'understudy.yaml',
  'understudy.yml',
  'WORKSPACE',
  'MODULE.bazel',
  'BUILD.bazel',
  'pants.toml',
]);
const SLASH = 47;

/** Whether a file by its path (bytes, of which only the plain names matter) says something about the repository's shape. */
export function isDeclaring(path: Uint8Array): boolean {
  const slash = path.lastIndexOf(SLASH);
  const name = String.fromCharCode(...path.subarray(slash + 1, slash + 65));
  return ANYWHERE.has(name) || (slash < 0 && AT_TOP.has(name)) || ENDINGS.some((ending) => name.endsWith(ending));
}
