import { describe, expect, it } from 'vitest';
import { EXCLUSIONS } from './evidence.ts';
import { exclusionOf } from './exclusion-of.ts';

describe('exclusionOf', () => {
  it.each([
    ['src/main.ts', 'none'],
    ['package-lock.json', 'lock file'],
    ['web/yarn.lock', 'lock file'],
    ['Cargo.lock', 'lock file'],
    ['go.sum', 'lock file'],
    ['Gemfile.lock', 'lock file'],
    ['src/lock.ts', 'none'],
    ['node_modules/x/index.js', 'vendored'],
    ['app/vendor/lib/x.rb', 'vendored'],
    ['third_party/zlib/inflate.c', 'vendored'],
    ['drivers/firmware/vendors/x.c', 'none'],
    ['vendor/README.md', 'none'],
    ['static/jquery-3.6.0.js', 'vendored'],
    ['static/jquery.ours.js', 'none'],
    ['static/app.min.js', 'minified'],
    ['static/app.js.map', 'minified'],
    ['api/v1/x.pb.go', 'generated'],
    ['api/x_pb2.py', 'generated'],
    ['dist/app.js', 'generated'],
    ['pkg/zz_generated.deepcopy.go', 'generated'],
    ['src/schema.generated.ts', 'generated'],
    ['internal/generated/generated.go', 'none'],
    ['cmd/kind_string.go', 'generated'],
    ['test/__snapshots__/a.snap', 'generated'],
    ['gradlew', 'generated'],
    ['logo.png', 'binary'],
    ['fonts/a.woff2', 'binary'],
    ['scripts/Makefile.lib', 'none'],
    ['docs/guide.md', 'none'],
    ['data/line\nbreak.ts', 'none'],
  ])('[evidence.5] %s is %s', (path, expected) => {
    expect(EXCLUSIONS[exclusionOf(path)]).toBe(expected);
  });

  it('[evidence.5] a hostile path does not hang', () => {
    expect(exclusionOf(`${'vendor.min.'.repeat(20_000)}x`)).toBe(0);
    expect(exclusionOf(`${'/dist'.repeat(20_000)}/`)).toBe(0);
  }, 30_000);
});
