export interface OwnersValue {
  readonly from: string;
  readonly to: string;
  /** People away as stated; known absences of these days count besides. */
  readonly away: number;
  /** Where the files are that count. */
  readonly files: readonly string[];
  readonly rules: number;
  readonly dead: number;
  readonly shadowed: number;
  readonly clearing: number;
  /** Rules with a name of whom nobody is here any more, with one that nothing knows, and with nobody who was active there in a year. */
  readonly leftNames: number;
  readonly unknownNames: number;
  readonly unattended: number;
  /** Rules of which it can be said who may approve. */
  readonly judged: number;
  /** Rules under which nobody could merge, and under which only those named alone could not merge what is theirs. */
  readonly stuckForAll: number;
  readonly stuckForOne: number;
  readonly branch: 'known' | 'assumed' | 'not judged';
  /** A unified diff; null where nothing is stuck for want of a name, nobody fits, or names may not be seen. */
  readonly patch: string | null;
}
