import type { TableDigest } from './digest.ts';

/** Raised when older readers could no longer read the file. */
export const FORMAT = 1;

/** First line of a backup. */
export interface BackupHeader {
  readonly understudy: 'backup';
  readonly format: number;
  /** Last step of the schema that the rows fit. */
  readonly schema: number;
  /** Milliseconds since epoch. */
  readonly madeAt: number;
}

/** Last line of a backup; without it the file was cut off. */
export interface BackupEnd {
  readonly end: readonly TableDigest[];
}
