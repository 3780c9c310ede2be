/** A small text file at head that says something about the repository's shape. */
export interface DeclaringText {
  readonly path: string;
  readonly text: string;
}

/** An area that people wrote into `understudy.yaml`. Patterns are written as in CODEOWNERS. */
export interface ConfiguredArea {
  readonly name: string;
  readonly paths: readonly string[];
  readonly tier?: 1 | 2 | 3 | undefined;
  /** Only in the repository of this name, where several are read together. */
  readonly repository?: string | undefined;
}

/** Everything people declared about boundaries: one row of `texts` per `Evidence.repositories`. */
export interface Declared {
  readonly configured: readonly ConfiguredArea[];
  readonly texts: readonly (readonly DeclaringText[])[];
}
