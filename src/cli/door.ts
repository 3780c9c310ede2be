/** What the process gives to a run of the command, as values: so that tests can run it without a process. */
export interface Door {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Data goes here and nowhere else. */
  readonly out: Sink;
  /** Progress, refusals and bug reports. */
  readonly err: Sink;
  /** Milliseconds since the epoch; the only clock of a run. */
  readonly now: () => number;
  /** Fires on Ctrl-C. */
  readonly signal: AbortSignal;
  /** To the process that started this one to work for it; absent where a person did. */
  readonly tellParent?: ((message: object) => void) | undefined;
}

export interface Sink {
  readonly write: (text: string) => void;
  readonly isTerminal: boolean;
  readonly columns: number;
}
