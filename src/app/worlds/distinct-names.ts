/** Where a repository is: its top folder, or its git directory when bare. */
export interface Named {
  readonly name: string;
  readonly folder: string;
}

/** Names that tell the repositories of one run apart: equal ones get as many of their folders before them as that takes. */
export function distinctNames(all: readonly Named[]): readonly string[] {
  const names = all.map(({ name }) => name);
  const folders = all.map(({ folder }) => folder.split(/[\\/]/).filter((part) => part !== '' && part !== '.git'));
  for (let depth = 2; depth < 20; depth++) {
    const equal = repeated(names);
    if (equal.size === 0) return names;
    for (const [i, name] of names.entries()) if (equal.has(name)) names[i] = folders[i]!.slice(-depth).join('/') || name;
  }
  return names;
}

function repeated(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.filter((name, i) => names.indexOf(name) !== i));
}
