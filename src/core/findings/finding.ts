import type { Row } from '#core/terms/answer.ts';

/** One line of `understudy doctor`: what can be judged, what cannot, what would be worth mending. */
export interface Finding extends Row {
  readonly kind: 'judged' | 'partly judged' | 'not judged' | 'repair' | 'note';
  readonly what: string;
  readonly why: string;
  readonly remedy: string;
}
