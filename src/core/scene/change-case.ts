import type { Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import type { AreaRow } from './area-row.ts';

/** A change as a forge records it (pull request, merge request), folded from its facts. */
export interface ChangeCase {
  readonly item: string;
  readonly author: PersonId;
  readonly openedAt: Moment;
  readonly readyAt: Moment;
  readonly mergedAt: Moment | null;
  readonly mergedBy: PersonId | null;
  /** Closed without being merged. */
  readonly closedAt: Moment | null;
  /** Areas that its paths or its merged commit touch; the first is the one it touches most. Empty: nothing says. */
  readonly areas: readonly AreaRow[];
  readonly lines: number | null;
  readonly bodyLength: number | null;
  /** First commit of its branch, where it is known: when the work began. */
  readonly firstCommitAt: Moment | null;
  readonly override: boolean;
  readonly asked: readonly { readonly at: Moment; readonly person: PersonId; readonly asOwner: boolean }[];
  readonly reviews: readonly ChangeReview[];
  /** Traces of people other than the author: comments, pushes, co-authorship. */
  readonly others: readonly { readonly at: Moment; readonly person: PersonId }[];
  readonly commit: string | null;
  /** Opened or written by an agent. A person who was assisted by one is the person. */
  readonly agent: boolean;
}

export interface ChangeReview {
  readonly at: Moment;
  readonly person: PersonId;
  readonly state: 'approved' | 'changes-requested' | 'commented';
  readonly comments: number;
  /** It asked for a change, commented at lines, or said more than a nod (a review with substance). */
  readonly substance: boolean;
}
