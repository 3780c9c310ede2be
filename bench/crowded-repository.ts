import type { World } from '#core/world/world.ts';
import { buildRepository, type ScriptedCommit } from '../test/golden/build-repository.ts';

/** A git repository of the commits that a world holds, with owners of each folder; full hashes of its commits, by row. */
export function crowdedRepository(world: World, folder: string): { readonly path: string; readonly hashOf: (commit: number) => string } {
  const { commits } = world.evidence;
  const files = filesOf(world);
  const told = Array.from({ length: commits.count }, (_, row): ScriptedCommit => {
    const { name, emails } = world.evidence.people[commits.author[row]!]!;
    return { by: `${name} <${emails[0]!}>`, at: new Date(1000 * commits.at[row]!).toISOString(), files: files[row]! };
  });
  const owners: ScriptedCommit = { by: told.at(-1)!.by, at: told.at(-1)!.at!, files: { CODEOWNERS: ownersOf(world) } };
  const { path, hashOf } = buildRepository({ bare: true, folder, commits: [...told, owners] });
  return { path, hashOf: (commit) => hashOf(`#${commit}`) };
}

function filesOf({ evidence: { acts, commits, files } }: World): readonly Readonly<Record<string, string>>[] {
  const touched: Record<string, string>[] = Array.from({ length: commits.count }, () => ({}));
  for (let act = 0; act < acts.count; act++) {
    const commit = acts.commit[act]!;
    touched[commit]![files.path[acts.file[act]!]!] = `${commit}\n`;
  }
  return touched;
}

/** Two of each folder's team. */
function ownersOf({ partition: { areas } }: World): string {
  return areas.map((_, area) => `/area-${area}/ @person-${(area % 50) * 10 + 1} @person-${(area % 50) * 10 + 2}\n`).join('');
}
