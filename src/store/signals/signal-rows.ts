/** The tables of signals as queries see them; `signals-step.ts` makes them. */
export interface SignalTables {
  readonly signal_look: SignalLookRow;
  readonly signal_view: { readonly scope: string; readonly look: number; readonly body: string };
  readonly signal_reading: SignalReadingRow;
  readonly signal_word: SignalWordRow;
}

/** That all signals were looked at: of the whole team, or of the repositories that somebody asked about. */
export interface SignalLookRow {
  readonly scope: string;
  /** Ascending in its scope. */
  readonly number: number;
  /** Moment judged, seconds since epoch. */
  readonly at: number;
  /** Milliseconds since epoch. */
  readonly taken_at: number;
}

/**
 * How one signal stood in one place from this look on, until the next row of the same key. The newest says all that was read last; of those
 * before it no more is kept than whether it was raised or silenced.
 */
export interface SignalReadingRow {
  readonly scope: string;
  readonly key: string;
  readonly look: number;
  /** JSON; null: it was no longer found then. */
  readonly body: string | null;
}

/** What somebody said of it. Who that was is kept for what is told to themselves, and shown to nobody else. */
export interface SignalWordRow {
  readonly id: string;
  readonly scope: string;
  readonly key: string;
  /** Milliseconds since epoch. */
  readonly at: number;
  readonly said: 'explained' | 'acted';
  readonly words: string;
  readonly link: string | null;
  readonly by_account: string;
}
