import type { Standing } from '#core/because/standing-of.ts';
import type { Row } from '#core/terms/answer.ts';
import type { Estimate } from '#core/terms/estimate.ts';

/** One person around a place, or one AI agent, which is told as what it is. */
export interface WhoRow extends Row {
  readonly person: string;
  readonly role: Standing | 'AI agent';
  readonly knows: Estimate | null;
  readonly present: number | null;
  readonly changes: number | null;
  readonly reviews: number | null;
  readonly last: string | null;
}
