import type { Openings } from '#app/actions/openings.ts';
import type { Palette } from '#core/report/palette.ts';
import type { Door } from './door.ts';

export const FORMATS = ['text', 'json', 'csv', 'md', 'sarif', 'svg', 'shields', 'html'] as const;
export type Format = (typeof FORMATS)[number];

export interface VerbOption {
  /** As commander reads it: `--who <name...>`. */
  readonly flags: string;
  readonly about: string;
}

/** One verb as data: help, docs and the parser are made from it; the work is loaded only when it is asked for. */
export interface Verb {
  readonly name: string;
  /** What stands after the verb, e.g. `PATH` or `[REPOSITORY ...]`. Upper-case words are arguments. */
  readonly takes: string;
  /** Half a line for the list of verbs. */
  readonly summary: string;
  /** What it answers and how to read it, for `understudy VERB --help`. */
  readonly about: string;
  readonly options: readonly VerbOption[];
  readonly examples: readonly { readonly command: string; readonly says: string }[];
  /** Formats beyond text, json, csv and md. */
  readonly formats?: readonly Format[];
  readonly load: () => Promise<(run: Run) => Promise<number>>;
}

/** One call of one verb, read from the command line. */
export interface Run {
  readonly verb: Verb;
  readonly door: Door;
  readonly args: readonly string[];
  /** The verb's own options, camel-cased by commander. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly common: CommonOptions;
  readonly openings: Openings;
  readonly later: Later;
}

/** Options that every verb knows. */
export interface CommonOptions {
  readonly format: Format;
  readonly repositories: readonly string[];
  readonly config: string | undefined;
  readonly at: string | undefined;
  readonly output: string | undefined;
  readonly explain: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly palette: Palette;
  readonly width: number;
  readonly mostRows: number;
}

/** What stands after a verb that is asked of repositories. */
export const REPOSITORIES = '[REPOSITORY ...]';

/** What may wait until the answer is out. */
export class Later {
  #works: (() => void)[] = [];

  add(work: () => void): void {
    this.#works.push(work);
  }

  /** Does what is waiting, once. */
  doNow(): void {
    const works = this.#works;
    this.#works = [];
    for (const work of works) work();
  }
}
