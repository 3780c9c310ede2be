import { openRepository, type Repository } from '#sources/opening/open-repository.ts';

/** Each repository of one run, looked at once: everything in the run then speaks of the same head. */
export class Openings {
  readonly #known = new Map<string, Promise<Repository>>();

  open(path: string, signal?: AbortSignal): Promise<Repository> {
    const known = this.#known.get(path) ?? openRepository(path, signal);
    this.#known.set(path, known);
    return known;
  }
}
