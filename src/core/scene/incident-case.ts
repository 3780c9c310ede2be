import type { Moment, Window } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import type { AreaRow } from './area-row.ts';

/** An incident, folded from its facts. */
export interface IncidentCase {
  readonly item: string;
  readonly area: AreaRow;
  /** Service as the source names it, for those without an area. */
  readonly service: string | null;
  readonly openedAt: Moment;
  readonly resolvedAt: Moment | null;
  readonly urgent: boolean;
  /** 1 is worst; null: not said. */
  readonly severity: number | null;
  /** The same for incidents that are the same trouble again: fingerprint, key, or alert and service. */
  readonly likeness: string | null;
  readonly paged: readonly { readonly at: Moment; readonly person: PersonId }[];
  readonly acknowledgedBy: readonly { readonly at: Moment; readonly person: PersonId }[];
  /** Escalated or reassigned to, or called in. */
  readonly calledIn: readonly { readonly at: Moment; readonly person: PersonId; readonly how: 'escalated' | 'reassigned' | 'added' }[];
  /** Who did something visible. */
  readonly acted: readonly { readonly at: Moment; readonly person: PersonId }[];
  /** Who ended it; null: it went away by itself, or nothing says. */
  readonly resolvedBy: PersonId | null;
  readonly auto: boolean;
  readonly cause: boolean | null;
  readonly how: 'rollback' | 'restart' | 'failover' | 'fix' | 'other' | null;
  readonly reopened: number;
  readonly roles: readonly (Window & { readonly person: PersonId; readonly role: string })[];
  readonly followUps: readonly { readonly openedAt: Moment; readonly closedAt: Moment | null }[];
  readonly review: { readonly at: Moment; readonly ledBy: PersonId | null; readonly takesPart: readonly PersonId[] } | null;
  readonly runbook: string | null;
}
