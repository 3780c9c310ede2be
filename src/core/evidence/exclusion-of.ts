/**
 * # Paths that nobody writes
 * What it says: whether a file is generated, vendored, a lock file, minified or binary, so that changing it shows no knowledge.
 * Formula: exclusion(path) = what `.gitattributes` says (`linguist-generated`, `linguist-vendored`, `binary`; `=false` counts the file in again), else the first rule below that matches the path.
 * Reading: a large share set aside is normal where dependencies are kept in the repository; every answer counts these files.
 * Source: rules of github-linguist (`generated.rb`, `vendor.yml`) as far as a path alone decides them.
 * Weakness: generated files without a telling name, and without an attribute, stay in.
 */
import { EXCLUSIONS } from './evidence.ts';

export type Exclusion = (typeof EXCLUSIONS)[number];

const LOCK_FILES = new Set(
  (
    'package-lock.json npm-shrinkwrap.json yarn.lock pnpm-lock.yaml bun.lock bun.lockb deno.lock composer.lock gemfile.lock cargo.lock poetry.lock pdm.lock uv.lock pipfile.lock conda-lock.yml pixi.lock ' +
    'go.sum go.work.sum mix.lock rebar.lock pubspec.lock podfile.lock cartfile.resolved package.resolved flake.lock gradle.lockfile buildscript-gradle.lockfile packages.lock.json paket.lock project.lock.json ' +
    'stack.yaml.lock cabal.project.freeze shard.lock manifest.toml.lock module.bazel.lock .terraform.lock.hcl chart.lock mint.lock spago.lock elm-stuff.lock buf.lock dub.selections.json conan.lock'
  ).split(' '),
);

const BINARY =
  /\.(?:png|jpe?g|gif|bmp|ico|icns|tiff?|webp|avif|heic|psd|ai|sketch|xcf|pdf|docx?|xlsx?|pptx?|od[tspg]|mp[34]|m4[av]|wav|ogg|flac|avi|mov|webm|mkv|ttf|otf|woff2?|eot|zip|t?gz|tar|bz2|xz|zst|7z|rar|jar|war|ear|class|dex|apk|aar|so|dylib|dll|exe|a|o|obj|pyc|pyo|whl|egg|wasm|bin|sqlite3?|iso|img|rom|swf|nupkg|snk|pfx|p12|keystore|jks|gpg|onnx|npz|npy|h5|parquet|mo|blend|fbx|glb)$/i;
const MINIFIED = /[.-]min\.(?:js|mjs|cjs|css|map)$|\.(?:js|css|mjs|cjs|ts)\.map$/i;
const GENERATED = new RegExp(
  [
    '(?:^|/)(?:dist|__generated__|\\.generated)/.*\\.(?:js|css|mjs|cjs|ts|map)$',
    '\\.(?:pb|pb2)\\.(?:go|cc|h|rs)$',
    '_pb2(?:_grpc)?\\.pyi?$',
    '_pb\\.(?:js|d\\.ts|rb)$',
    '\\.pb\\.swift$',
    '_grpc_pb\\.js$',
    '\\.pbobjc\\.[hm]$',
    '(?:[._-]|/zz_)generated(?:[._][^/]*)?\\.(?:go|ts|js|java|cs|rs|py|h|c|cc|cpp|kt|swift|dart|graphql|proto)$',
    '\\.g\\.(?:dart|cs)$',
    '\\.freezed\\.dart$',
    '\\.designer\\.(?:cs|vb)$',
    '\\.(?:nib|xib)$',
    '(?:^|/)bindata(?:_[^/]*)?\\.go$',
    '(?:^|/)(?:mock|mocks)_[^/]*\\.gen\\.go$',
    '\\.gen\\.(?:go|ts|rs)$',
    '(?:^|/)[^/]*_string\\.go$',
    '(?:^|/)gradlew(?:\\.bat)?$',
    '(?:^|/)mvnw(?:\\.cmd)?$',
    '(?:^|/)gradle/wrapper/',
    '(?:^|/)cassettes?/.*\\.ya?ml$',
    '(?:^|/)__snapshots__/.*\\.snap$',
    '\\.snap$',
    '(?:^|/)(?:configure|aclocal\\.m4|ltmain\\.sh|config\\.(?:guess|sub)|libtool\\.m4|lt~obsolete\\.m4|missing|depcomp|install-sh)$',
    '(?:^|/)\\.yarn/releases/',
    '(?:^|/)\\.pnp\\.[cm]?js$',
    '(?:^|/)flow-typed/',
    '(?:^|/)coverage/lcov',
    '(?:^|/)htmlcov/',
    '\\.(?:xcworkspacedata|pbxproj)$',
  ].join('|'),
  'i',
);
const VENDORED = new RegExp(
  [
    '(?:^|/)(?:node_modules|bower_components|jspm_packages|vendor|third[-_]?party|thirdparty|3rd[-_]?party|3rdparty|externals?|extern|_vendor|godeps|carthage|pods|\\.yarn/(?:cache|plugins|sdks))/',
    '(?:^|/)(?:jquery|prototype|mootools|raphael|modernizr|bootstrap|angular|react|d3|moment|underscore|ember|zepto|codemirror|ckeditor|tiny_mce|html5shiv|respond|sizzle)(?:[.-]?\\d[\\d.]*)(?:\\.slim)?\\.(?:js|css)$',
    '(?:^|/)(?:dist-packages|site-packages)/',
    '(?:^|/)\\.bundle/',
  ].join('|'),
  'i',
);
/** Folders that hold other people's code in some projects and one's own in others: not taken for vendored by name. */
const OWN_AFTER_ALL = /(?:^|\/)externals?\/[^/]+$|(?:^|\/)vendor\/[^/]+$/i;

/** The patterns below look back and forth; the end of a path is enough for them, and no path can make them slow. */
const LONGEST = 4096;

/** The first rule that matches a path, as an index into EXCLUSIONS. */
export function exclusionOf(whole: string): number {
  const path = whole.length > LONGEST ? whole.slice(-LONGEST) : whole;
  if (LOCK_FILES.has(baseName(path))) return LOCK;
  if (VENDORED.test(path) && !OWN_AFTER_ALL.test(path)) return VENDOR;
  if (BINARY.test(path)) return BINARIES;
  if (MINIFIED.test(path)) return MINIFIED_FILES;
  return GENERATED.test(path) ? GENERATED_FILES : 0;
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
}

const indexOf = (name: Exclusion): number => EXCLUSIONS.indexOf(name);
const [GENERATED_FILES, VENDOR, LOCK, MINIFIED_FILES, BINARIES] = [
  indexOf('generated'),
  indexOf('vendored'),
  indexOf('lock file'),
  indexOf('minified'),
  indexOf('binary'),
];
