import type { RawChange } from './raw-changes.ts';

/** Files from which on a change shows no knowledge of each, as in core/cleaning; fixed, because the limit of a whole history knows its future. */
const WIDE = 50;

export function isWide({ standing, ending }: RawChange): boolean {
  return standing.length + ending.length > WIDE;
}

/** Which files stand, which were ever reviewed, and by which spellings each was written or reviewed. Mutated by `see`. */
export interface FileKnowledge {
  readonly alive: ReadonlySet<number>;
  readonly reviewed: ReadonlySet<number>;
  readonly known: ReadonlyMap<number, ReadonlySet<number>>;
  /** Spellings in the order of their last use. */
  readonly spellings: ReadonlySet<number>;
  see(change: RawChange): void;
}

export function fileKnowledge(): FileKnowledge {
  const alive = new Set<number>(),
    reviewed = new Set<number>(),
    spellings = new Set<number>();
  const known = new Map<number, Set<number>>();
  return {
    alive,
    reviewed,
    known,
    spellings,
    see(change) {
      for (const file of change.standing) alive.add(file);
      for (const file of change.ending) alive.delete(file);
      const people = [...change.authors, ...change.reviewers];
      for (const identity of people) {
        spellings.delete(identity);
        spellings.add(identity);
      }
      if (isWide(change)) return;
      for (const file of change.files) {
        addAll(known, file, people);
        if (change.reviewers.length > 0) reviewed.add(file);
      }
    },
  };
}

export function addAll(known: Map<number, Set<number>>, file: number, added: Iterable<number>): void {
  let own = known.get(file);
  if (own === undefined) known.set(file, (own = new Set()));
  for (const one of added) own.add(one);
}
