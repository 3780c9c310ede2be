import type { FactFamily } from '#core/facts/fact-kinds.ts';
import type { RightKind } from '#core/facts/fact-details.ts';
import type { Moment, Window } from '#core/terms/moment.ts';
import type { ActorKind, PersonId } from '#core/terms/person.ts';
import type { AreaRow } from './area-row.ts';
import type { ChangeCase } from './change-case.ts';
import type { IncidentCase } from './incident-case.ts';
import type { DecisionCase, DocumentCase, IssueCase, ThreadCase, TicketCase } from './talk-cases.ts';

/**
 * What signals and facets look at: everything that the connected sources and git tell about one organisation up to a moment, joined to
 * people and areas and folded into cases. Nothing later than `at` is in it.
 */
export interface Scene {
  readonly at: Moment;
  readonly people: readonly ScenePerson[];
  readonly areas: readonly SceneArea[];
  readonly teams: readonly SceneTeam[];
  /** From when on a family of facts is known. A family that is absent is not connected: whatever needs it is not judged. */
  readonly since: Readonly<Partial<Record<FactFamily | 'git', Moment>>>;
  readonly work: WorkColumns;
  /** Who reviewed or took in what others committed, as git itself tells it (trailers, merges, committers): one row a commit, area and person, oldest first. */
  readonly looks: readonly { readonly at: Moment; readonly person: PersonId; readonly area: AreaRow }[];
  readonly changes: readonly ChangeCase[];
  readonly issues: readonly IssueCase[];
  readonly incidents: readonly IncidentCase[];
  readonly threads: readonly ThreadCase[];
  readonly tickets: readonly TicketCase[];
  readonly decisions: readonly DecisionCase[];
  readonly documents: readonly DocumentCase[];
  readonly shifts: readonly (Window & {
    readonly person: PersonId;
    readonly area: AreaRow;
    readonly level: number;
    readonly override: boolean;
  })[];
  readonly absences: readonly (Window & { readonly person: PersonId; readonly planned: boolean })[];
  readonly blocks: readonly SceneBlock[];
  readonly rights: readonly SceneRight[];
  /** Absent: no source tells rules of branches. */
  readonly branchRules?: readonly BranchRule[];
  readonly deployments: readonly {
    readonly at: Moment;
    readonly person: PersonId | null;
    readonly area: AreaRow;
    readonly failed: boolean;
  }[];
  readonly recognitions: readonly {
    readonly at: Moment;
    readonly person: PersonId | null;
    readonly toTeam: boolean;
    readonly what: 'save' | 'prevention' | 'sharing' | 'delivery' | 'other';
  }[];
  readonly staff: readonly {
    readonly at: Moment;
    readonly person: PersonId;
    readonly what: 'joined' | 'left';
    readonly contractEnds: Moment | null;
    readonly specialist: boolean;
  }[];
}

export interface ScenePerson {
  /** Index into `Scene.people`. Rows of the evidence come first and keep their numbers; whom only other sources know follow. */
  readonly id: PersonId;
  readonly kind: ActorKind;
  /** Offset of their local time from UTC, minutes, as their commits and calendars say; null: not known, and night is judged in UTC and said so. */
  readonly zone: number | null;
  /** When they lead a team, and on which layer (1 lead, 2 manager of leads, 3 above); empty: nothing says so. */
  readonly leads: readonly (Window & { readonly layer: 1 | 2 | 3; readonly team: number | null })[];
  readonly leftAt?: Moment;
}

export interface SceneArea {
  readonly id: string;
  readonly name: string;
  readonly tier: 1 | 2 | 3;
  /** Cut of a repository, or something that has no path: a service, a customer. */
  readonly kind: 'paths' | 'service' | 'customer';
  /** Source (repository) that it is cut from, by index; null: none. */
  readonly repository: number | null;
  /** People above the threshold of knowledge now, in no order; null: not judged. */
  readonly carriers: readonly PersonId[] | null;
  /** Teams that it is declared to belong to. */
  readonly teams: readonly number[];
  readonly dependsOn: readonly AreaRow[];
  /** When the first commit touched it; null: unknown. */
  readonly bornAt: Moment | null;
}

export interface SceneTeam {
  /** The first of its names in the alphabet. */
  readonly id: string;
  readonly name: string;
  /** What other sources call it; absent: nothing else. */
  readonly also?: readonly string[];
  readonly members: readonly (Window & { readonly person: PersonId })[];
}

/** Commits that count, one row for each commit and area: oldest first. */
export interface WorkColumns {
  readonly count: number;
  readonly at: Uint32Array;
  readonly person: Uint32Array;
  /** Row of the commit, to tell rows of the same commit; the hash is `commitRef(row)`. */
  readonly commit: Uint32Array;
  readonly area: Int32Array;
  readonly files: Uint16Array;
  /** Bits of WORK_FLAG. */
  readonly flags: Uint8Array;
  readonly hashOf: (commit: number) => string;
}

/** `reviewed`: somebody else looked, merged it or took it in; `namesReviewer`: its message says who reviewed it, in so many words. */
export const WORK_FLAG = {
  assisted: 1,
  agent: 2,
  shared: 4,
  reviewed: 8,
  revert: 16,
  creates: 32,
  landedByMachine: 64,
  namesReviewer: 128,
} as const;

export interface SceneBlock extends Window {
  readonly person: PersonId;
  readonly what: 'focus' | 'planning' | 'session' | 'meeting';
  /** It did not happen as planned: moved or dropped; when it was first planned for. */
  readonly kept: boolean;
  readonly plannedAt: Moment;
  readonly takesPart: readonly PersonId[];
  readonly item: string;
}

/** Somebody may do something somewhere. */
export interface SceneRight extends Window {
  readonly person: PersonId;
  readonly area: AreaRow;
  readonly right: RightKind;
}

/** What a repository asks of whoever would merge to a branch, as it stands now. Who is kept out by it holds no right to merge any more. */
export interface BranchRule {
  /** The repository as its source names it, and its index where it is read here. */
  readonly place: string;
  readonly repository: number | null;
  readonly at: Moment;
  /** A pattern. */
  readonly branch: string;
  readonly approvals: number;
  readonly codeOwners: boolean;
  readonly administratorsToo: boolean;
  /** Who may; null: everybody who may merge. */
  readonly allowed: readonly PersonId[] | null;
}
