import picomatch from 'picomatch';

/**
 * Whether a path lies under a pattern, in CODEOWNERS' dialect of gitignore: a leading or inner slash anchors at the
 * root, a pattern without one matches at any depth, a trailing slash means the whole folder, and a name that turns out
 * to be a folder covers what is below it. `*` stays inside one folder, `**` crosses folders.
 * Patterns that cannot be compiled match nothing.
 */
export function compilePattern(pattern: string): (path: string) => boolean {
  const anchored = pattern.replace(/\/$/, '').includes('/');
  const folderOnly = pattern.endsWith('/');
  const body = pattern.replace(/^\//, '').replace(/\/$/, '');
  if (body === '' || body === '*' || body === '**') return body === '' && pattern !== '/' ? never : always;
  const root = anchored ? body : `**/${body}`;
  const globs = folderOnly ? [`${root}/**`] : endsInStar(body) ? [root] : [root, `${root}/**`];
  return globTest(globs);
}

/** Whether a path matches one of several globs; what cannot be compiled matches nothing. */
export function globTest(globs: readonly string[]): (path: string) => boolean {
  try {
    return picomatch([...globs], { dot: true, nonegate: true, noextglob: true, nobrace: true, windows: false });
  } catch {
    return never;
  }
}

/** The folder that a pattern names as a whole (`lib/net`), or undefined when it picks files or uses wildcards. */
export function folderOfPattern(pattern: string): string | undefined {
  const body = pattern.replace(/^\//, '').replace(/(\/\*\*)?\/?$/, '');
  const named = pattern.startsWith('/') || pattern.endsWith('/') || body.includes('/');
  return named && body !== '' && !/[*?[\]{}\\!]/.test(body) ? body : undefined;
}

/** `docs/*` covers the files of docs but not its subfolders, as GitHub reads it. */
function endsInStar(body: string): boolean {
  return body.endsWith('*');
}

function always(): boolean {
  return true;
}

function never(): boolean {
  return false;
}
