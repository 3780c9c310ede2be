import { Buffer } from 'node:buffer';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildRepository, git } from './build-repository.ts';
import type { Bytes, FileChange, GoldenRepository, ScriptedCommit } from './build-repository.ts';

/** Names that try something in a terminal, in a page, in a spreadsheet, in a log, on a command line. */
export const HOSTILE_NAMES = [
  '\u001B]0;owned\u0007\u001B[31mred\u001B[2J',
  '<img src=x onerror=alert(1)>'.replaceAll(/[<>]/g, '_'),
  '"><script>alert(1)</script>'.replaceAll(/[<>]/g, '_'),
  '=HYPERLINK("http://example.org","x")',
  '@SUM(1+1)*cmd|calc',
  '--upload-pack=touch pwned',
  '\u202Egnp.exe\u202C',
  '$(touch pwned)`touch pwned`;touch pwned',
  '%aN %(trailers) %n %x00',
  '{{constructor}} ${7*7} __proto__',
] as const;

/** Paths that try the same, and those that programs trip over. Bytes where UTF-8 cannot say them. */
export const HOSTILE_PATHS: readonly Bytes[] = [
  'a\nb.txt',
  'tab\there.txt',
  'quote"and\\backslash.txt',
  'literal\\xe9.txt',
  '--output=pwned',
  '-rf',
  ':(exclude)magic',
  '*glob?[x].txt',
  '\u001B[2Jclear.txt',
  '<script>alert(1)<\\script>.js',
  '=1+1.csv',
  '\u202Etxt.exe',
  ' leading and trailing ',
  '%00%0a.txt',
  '__proto__',
  'constructor',
  'src/ünïcödé/日本語.ts',
  Buffer.from('latin1-\xe9\xff.txt', 'latin1'),
  Buffer.from('latin1/\xe9/\\x.txt', 'latin1'),
];

/** Every hostile name writes, every hostile path is written. */
export function hostileNames(): GoldenRepository {
  const commits: ScriptedCommit[] = HOSTILE_NAMES.map((name, i) => ({
    by: `${name} <${name.replaceAll(/[\s<>]/g, '')}@example.org>`,
    message: `${name}\n\nCo-authored-by: ${name} <pair${i}@example.org>\n`,
    files: HOSTILE_PATHS.filter((_, p) => p % HOSTILE_NAMES.length === i).map((path): [Bytes, FileChange] => [path, `line of ${i}\n`]),
  }));
  const latin1: ScriptedCommit = { by: Buffer.from('Ren\xe9 Latin <rene@example.org>', 'latin1'), files: { 'plain.txt': 'plain\n' } };
  return buildRepository({ commits: [...commits, latin1] });
}

/**
 * A repository whose configuration, hooks, attributes and mailmap would run programs, each of which leaves a file
 * behind in `trap`. Reading it must leave that folder empty.
 */
export function boobyTrapped(): GoldenRepository & { readonly trap: string } {
  const repository = buildRepository({
    commits: [
      {
        by: 'Ada Example <ada@example.org>',
        label: 'first',
        files: {
          '.gitattributes': '* diff=evil filter=evil merge=evil linguist-generated=$(touch pwned)\n*.bin linguist-generated\n',
          '.mailmap': 'Ada $(touch pwned) <ada@example.org>\n',
          '.gitmodules': '[submodule "evil"]\n\tpath = evil\n\turl = ext::sh -c "touch pwned"\n\tupdate = !touch pwned\n',
          'src/a.txt': 'one\ntwo\nthree\n',
          'data.bin': 'bytes\n',
        },
      },
      { by: 'Ben Example <ben@example.org>', files: { 'src/a.txt': 'one\ntwo\nfour\n' } },
      { by: 'Ben Example <ben@example.org>', files: { 'src/b.txt': { movedFrom: 'src/a.txt' } } },
    ],
    checkout: true,
  });
  const trap = join(repository.path, '..', `${repository.path.split('/').at(-1)}-trap`);
  mkdirSync(trap);
  const program = join(trap, '..', `${repository.path.split('/').at(-1)}-program`);
  writeFileSync(program, `#!/bin/sh\necho "$0 $*" >> "${trap}/sprung"\ncat\n`);
  chmodSync(program, 0o755);
  setTraps(repository.path, program);
  return { ...repository, trap };
}

function setTraps(path: string, program: string): void {
  const settings: Readonly<Record<string, string>> = {
    'core.fsmonitor': program,
    'core.hooksPath': join(path, '.git', 'hooks'),
    'core.pager': program,
    'core.editor': program,
    'core.askPass': program,
    'core.sshCommand': program,
    'core.gitProxy': program,
    'core.alternateRefsCommand': program,
    'diff.external': program,
    'diff.evil.command': program,
    'diff.evil.textconv': program,
    'filter.evil.clean': program,
    'filter.evil.smudge': program,
    'filter.evil.process': program,
    'filter.evil.required': 'true',
    'merge.evil.driver': program,
    'gpg.program': program,
    'gpg.ssh.program': program,
    'log.showSignature': 'true',
    'credential.helper': `!${program}`,
    'pager.log': program,
    'pager.diff-tree': program,
    'alias.log': `!${program}`,
    'alias.rev-list': `!${program}`,
    'alias.diff-tree': `!${program}`,
    'uploadpack.packObjectsHook': program,
    'remote.origin.url': `ext::${program}`,
    'remote.origin.promisor': 'true',
    'remote.origin.partialclonefilter': 'blob:none',
    'protocol.ext.allow': 'always',
    'trailer.co-authored-by.command': program,
    'trailer.separators': '#',
    'sequence.editor': program,
    'mailmap.file': '/dev/zero',
    'log.date': 'relative',
    'log.mailmap': 'false',
    'diff.noprefix': 'true',
    'diff.renames': 'false',
    'diff.orderFile': '/dev/zero',
    'i18n.logOutputEncoding': 'UTF-16',
    'core.attributesFile': '/dev/zero',
  };
  for (const [name, value] of Object.entries(settings)) git(path, ['config', name, value]);
  const hooks = join(path, '.git', 'hooks');
  mkdirSync(hooks, { recursive: true });
  for (const hook of ['post-checkout', 'post-index-change', 'pre-auto-gc', 'reference-transaction', 'fsmonitor-watchman', 'post-rewrite']) {
    writeFileSync(join(hooks, hook), `#!/bin/sh\nexec ${program} hook ${hook}\n`, { mode: 0o755 });
  }
}

/** A tree of ten trees of ten trees …: a few kilobytes of objects that name ten thousand million files. */
export function gitBomb(): GoldenRepository {
  const repository = buildRepository({ commits: [{ by: 'Ada Example <ada@example.org>', files: { 'a.txt': 'a\n' } }], bare: true });
  let [object, line] = [git(repository.path, ['hash-object', '-w', '--stdin'], 'one\n').trim(), '100644 blob'];
  for (let depth = 0; depth < 10; depth++) {
    object = git(repository.path, ['mktree'], Array.from({ length: 10 }, (_, i) => `${line} ${object}\tf${i}\n`).join('')).trim();
    line = '040000 tree';
  }
  const commit = git(repository.path, ['commit-tree', '-m', 'Bomb', object]).trim();
  git(repository.path, ['update-ref', 'refs/heads/main', commit]);
  return repository;
}
