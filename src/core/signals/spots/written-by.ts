import type { AreaRow } from '#core/scene/area-row.ts';
import type { Scene } from '#core/scene/scene.ts';

/** How many documents each commit wrote, by the area they lie in. */
export type Written = ReadonlyMap<string, ReadonlyMap<AreaRow, number>>;

export function writtenBy({ documents }: Scene): Written {
  const written = new Map<string, Map<AreaRow, number>>();
  for (const { lies, writings } of documents)
    for (const { commit } of writings) {
      if (commit === null) continue;
      const own = written.get(commit) ?? new Map<AreaRow, number>();
      written.set(commit, own.set(lies, (own.get(lies) ?? 0) + 1));
    }
  return written;
}

/** Whether what a commit did in an area (a row of the work) was to write documents, and nothing else. */
export function onlyWrote({ work }: Scene, written: Written, row: number): boolean {
  return (written.get(work.hashOf(work.commit[row]!))?.get(work.area[row]!) ?? 0) >= work.files[row]!;
}
