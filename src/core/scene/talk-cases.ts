import type { Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import type { AreaRow } from './area-row.ts';

export interface IssueCase {
  readonly item: string;
  readonly area: AreaRow;
  readonly openedBy: PersonId | null;
  readonly openedAt: Moment;
  readonly closedAt: Moment | null;
  readonly closedBy: PersonId | null;
  readonly labels: readonly string[];
  /** Spike, investigate, question, flaky, no cause known: nobody yet understands it. */
  readonly unclear: boolean;
  readonly important: boolean;
  readonly reopened: number;
  readonly holders: readonly { readonly at: Moment; readonly person: PersonId }[];
  /** Comments and acts of people on it, in time. */
  readonly traces: readonly { readonly at: Moment; readonly person: PersonId }[];
  readonly mentioned: readonly { readonly at: Moment; readonly person: PersonId }[];
  /** Change that closed it. */
  readonly byChange: string | null;
}

/** A thread of a chat: who asked, who answered; never what was said. */
export interface ThreadCase {
  readonly item: string;
  readonly area: AreaRow;
  readonly channel: string;
  readonly askedBy: PersonId;
  readonly at: Moment;
  readonly question: boolean;
  readonly why: boolean;
  readonly urgent: boolean;
  /** Direct messages are never read; this is a thread between two in a channel. */
  readonly answers: readonly { readonly at: Moment; readonly person: PersonId; readonly link: boolean }[];
  readonly mentioned: readonly { readonly at: Moment; readonly person: PersonId }[];
}

export interface TicketCase {
  readonly item: string;
  readonly customer: string | null;
  readonly area: AreaRow;
  readonly openedAt: Moment;
  readonly closedAt: Moment | null;
  readonly firstHolder: PersonId | null;
  readonly endedBy: PersonId | null;
  readonly escalations: readonly { readonly at: Moment; readonly to: PersonId | null; readonly layer: string | null }[];
  readonly endedAtLayer: string | null;
}

export interface DecisionCase {
  readonly item: string;
  readonly area: AreaRow;
  readonly proposedAt: Moment | null;
  readonly decidedAt: Moment | null;
  readonly proposedBy: PersonId | null;
  readonly deciders: readonly PersonId[];
  readonly status: string;
  readonly why: boolean;
  readonly options: number | null;
  readonly supersededAt: Moment | null;
}

export interface DocumentCase {
  readonly item: string;
  readonly area: AreaRow;
  readonly what: 'runbook' | 'decision' | 'how-to' | 'tutorial' | 'reference' | 'explanation' | 'document';
  /** Where it lies; `area` is what it says it is about. */
  readonly lies: AreaRow;
  /** First and last time that somebody wrote it. */
  readonly begunAt: Moment;
  readonly writtenAt: Moment;
  readonly authors: readonly PersonId[];
  /** Each time that somebody wrote it, oldest first, as far as the source tells. */
  readonly writings: readonly { readonly at: Moment; readonly person: PersonId | null; readonly commit: string | null }[];
  readonly rehearsals: readonly { readonly at: Moment; readonly person: PersonId | null; readonly worked: boolean | null }[];
  readonly reviewedAt: Moment | null;
  readonly everyDays: number | null;
}
