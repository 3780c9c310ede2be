/** For each file the people whom a model calls its authors: compressed sparse rows, people in the order of the tally. */
export interface FileAuthors {
  readonly start: Uint32Array;
  readonly person: Uint32Array;
}

/** Collects authors while a model walks the files of a tally in order. Mutable. */
export interface AuthorsInMaking {
  /** Files in order; `isAuthor(i)` is asked for each pair i of the tally from `from` to `to`. */
  addFile(from: number, to: number, isAuthor: (pair: number) => boolean): void;
  finish(): FileAuthors;
}

export function collectFileAuthors(personOfPair: Uint32Array): AuthorsInMaking {
  const start = [0];
  const person: number[] = [];
  return {
    addFile(from, to, isAuthor) {
      for (let i = from; i < to; i++) if (isAuthor(i)) person.push(personOfPair[i]!);
      start.push(person.length);
    },
    finish: () => ({ start: Uint32Array.from(start), person: Uint32Array.from(person) }),
  };
}
