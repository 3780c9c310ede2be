import { repositoryCleaning } from '#core/cleaning/repository-cleaning.ts';
import type { Project } from '#core/evaluation/past.ts';
import type { Entered } from './enter-repositories.ts';
import { type ScanOrder, type ScannedRepository, scan } from '#app/actions/scan.ts';
import { standAt } from '#app/actions/stand-at.ts';

/** Opens repositories for steps, one at a time: the one opened last is kept, every other is let go. */
export class ProjectOpener {
  readonly #order: Omit<ScanOrder, 'paths'>;
  #scanned: ScannedRepository | undefined;
  #standing: { readonly at: string | undefined; readonly project: Project } | undefined;

  constructor(order: Omit<ScanOrder, 'paths'>) {
    this.#order = order;
  }

  /** The repository as it stands, or as it stood at a commit. */
  async open(entered: Entered, at: string | undefined): Promise<Project> {
    if (this.#scanned?.key !== entered.key) await this.#read(entered);
    if (this.#standing === undefined || this.#standing.at !== at) {
      const scanned = this.#scanned!;
      const { history, facts } = at === undefined ? scanned : await standAt(scanned, at, this.#order.signal);
      this.#standing = { at, project: { name: entered.name, history, cleaning: repositoryCleaning(history, facts) } };
    }
    return this.#standing.project;
  }

  async #read({ path }: Entered): Promise<void> {
    this.#scanned = undefined;
    this.#standing = undefined;
    const { scanned, refused } = await scan({ ...this.#order, paths: [path] });
    if (refused.length > 0) throw refused[0]!.refusal;
    this.#scanned = scanned[0]!;
  }
}
