import type { Moment, Window } from '#core/terms/moment.ts';
import type { Cast, Company } from './founding/company.ts';

/** What happened in an invented company in two years: everything that its repositories and tools would have recorded. */
export interface Organisation {
  readonly company: Company;
  readonly absences: readonly InventedAbsence[];
  readonly shifts: readonly InventedShift[];
  readonly commits: readonly InventedCommit[];
  readonly changes: readonly InventedChange[];
  readonly issues: readonly InventedIssue[];
  readonly incidents: readonly InventedIncident[];
  readonly threads: readonly InventedThread[];
  readonly tickets: readonly InventedTicket[];
  readonly decisions: readonly InventedDecision[];
  readonly rehearsals: readonly InventedRehearsal[];
  readonly blocks: readonly InventedBlock[];
  readonly recognitions: readonly InventedRecognition[];
  readonly deployments: readonly InventedDeployment[];
}

/** Index into `Company.areas`. */
export type AreaAt = number;

export interface InventedAbsence extends Window {
  readonly person: Cast;
  readonly planned: boolean;
}

export interface InventedShift extends Window {
  readonly team: number;
  readonly person: Cast;
}

export interface InventedCommit {
  readonly repository: number;
  readonly area: AreaAt;
  readonly at: Moment;
  readonly author: Cast;
  readonly with: readonly Cast[];
  readonly assisted: boolean;
  readonly paths: readonly string[];
  readonly subject: string;
  /** Files that are written new, not only changed: decision records and runbooks with their text. */
  readonly texts?: Readonly<Record<string, string>>;
}

export interface InventedChange {
  readonly area: AreaAt;
  /** In its repository, shared with issues. */
  readonly number: number;
  readonly title: string;
  readonly author: Cast;
  readonly startedAt: Moment;
  readonly openedAt: Moment;
  readonly lines: number;
  readonly bodyLength: number;
  readonly asked: readonly { readonly at: Moment; readonly person: Cast }[];
  readonly reviews: readonly {
    readonly at: Moment;
    readonly person: Cast;
    readonly state: 'approved' | 'changes-requested' | 'commented';
    readonly comments: number;
  }[];
  readonly mergedAt: Moment | null;
  readonly mergedBy: Cast | null;
  readonly closedAt: Moment | null;
  readonly override: boolean;
  /** Index into `Organisation.commits`; null where it was dropped. */
  readonly commit: number | null;
  readonly paths: readonly string[];
  readonly closes: number | null;
}

export interface InventedIssue {
  readonly area: AreaAt;
  readonly number: number;
  readonly title: string;
  readonly labels: readonly string[];
  readonly openedBy: Cast;
  readonly openedAt: Moment;
  readonly assigned: readonly { readonly at: Moment; readonly person: Cast }[];
  readonly comments: readonly { readonly at: Moment; readonly person: Cast; readonly mentions: readonly Cast[] }[];
  readonly closedAt: Moment | null;
  readonly closedBy: Cast | null;
}

export interface InventedIncident {
  readonly area: AreaAt;
  readonly id: string;
  readonly title: string;
  readonly alert: string;
  readonly key: string;
  readonly urgent: boolean;
  readonly severity: 2 | 3;
  readonly openedAt: Moment;
  readonly paged: readonly { readonly at: Moment; readonly person: Cast }[];
  readonly acknowledged: { readonly at: Moment; readonly person: Cast };
  readonly escalated: readonly { readonly at: Moment; readonly person: Cast }[];
  readonly notes: readonly { readonly at: Moment; readonly person: Cast }[];
  readonly resolvedAt: Moment;
  readonly resolvedBy: Cast;
  readonly how: 'rollback' | 'restart' | 'fix';
  readonly cause: boolean;
}

export interface InventedThread {
  /** Area that it is about; null: something urgent or between teams. */
  readonly area: AreaAt | null;
  readonly channel: string;
  readonly at: Moment;
  readonly askedBy: Cast;
  readonly why: boolean;
  readonly urgent: boolean;
  readonly mentions: readonly Cast[];
  readonly answers: readonly { readonly at: Moment; readonly person: Cast; readonly link: boolean }[];
}

export interface InventedTicket {
  readonly number: number;
  readonly customer: string;
  readonly area: AreaAt;
  readonly openedAt: Moment;
  readonly first: Cast;
  readonly escalated: readonly { readonly at: Moment; readonly to: Cast; readonly layer: string }[];
  readonly closedAt: Moment;
  readonly closedBy: Cast;
  readonly closedAtLayer: string;
}

export interface InventedDecision {
  readonly area: AreaAt;
  readonly number: number;
  readonly title: string;
  readonly path: string;
  readonly proposedAt: Moment;
  readonly proposedBy: Cast;
  readonly decidedAt: Moment;
  readonly deciders: readonly Cast[];
  readonly options: number;
}

export interface InventedRehearsal {
  readonly area: AreaAt;
  readonly path: string;
  readonly at: Moment;
  readonly person: Cast;
}

export interface InventedBlock extends Window {
  readonly id: string;
  readonly person: Cast;
  readonly what: 'focus' | 'planning' | 'session';
  readonly title: string;
  readonly takesPart: readonly Cast[];
  /** Where it had stood first; equal to `from` where it was kept. */
  readonly plannedAt: Moment;
  readonly dropped: boolean;
}

export interface InventedRecognition {
  readonly at: Moment;
  readonly person: Cast | null;
  readonly team: string | null;
  readonly what: 'save' | 'prevention' | 'sharing' | 'delivery';
}

export interface InventedDeployment {
  readonly area: AreaAt;
  readonly at: Moment;
  readonly person: Cast;
}
