import type { FactKind } from './fact-kinds.ts';

/** What else a fact can say. Metadata only: titles where a feature needs them, never bodies of chat. Everything is optional, because sources differ. */
export interface FactDetails extends Record<FactKind, object> {
  /** `size`: lines added and removed. `bodyLength`: characters of the description. */
  'change-opened': {
    readonly title?: string;
    readonly draft?: boolean;
    readonly base?: string;
    readonly bodyLength?: number;
    readonly labels?: readonly string[];
    readonly files?: number;
    /** Items of issues that its description says it closes. */
    readonly closes?: readonly string[];
  };
  'change-ready': object;
  /** `size`: commits. `item` is the change pushed to, if it is known. */
  'change-pushed': { readonly branch?: string; readonly forced?: boolean; readonly commits?: readonly string[] };
  /** `path` and `line` where it stands at a line of the change; `size`: characters; `review`: number of the review that it belongs to. */
  'change-commented': { readonly inReplyTo?: string; readonly line?: number; readonly review?: string };
  /** `actor` merged it, `other` had opened it. `override`: branch rules were bypassed. `commit`: hash on the base branch. */
  'change-merged': {
    readonly commit?: string;
    readonly override?: boolean;
    readonly base?: string;
    readonly paths?: readonly string[];
  };
  /** Closed without being merged. */
  'change-closed': object;
  'change-reopened': object;
  /** `actor` asked `other` (or the team in `team`). */
  'review-asked': { readonly asCodeOwner?: boolean; readonly team?: string };
  'review-unasked': { readonly team?: string };
  /** `size`: comments of this review. */
  reviewed: { readonly state: 'approved' | 'changes-requested' | 'commented'; readonly bodyLength?: number; readonly commit?: string };
  'review-dismissed': object;
  'issue-opened': { readonly title?: string; readonly labels?: readonly string[]; readonly bodyLength?: number };
  /** `other` is who has it now. */
  'issue-assigned': object;
  'issue-unassigned': object;
  'issue-labelled': { readonly label: string; readonly removed?: boolean };
  'issue-commented': { readonly mentions?: readonly string[] };
  'issue-closed': { readonly byChange?: string; readonly commit?: string };
  'issue-reopened': object;
  /** `actor` holds it at `place` from `at` (to `until`). `right`: what it allows. Lists that are asked for again and again tell it for a little more than a month at a time. */
  'right-held': { readonly right: RightKind; readonly through?: string };
  'right-ended': { readonly right: RightKind; readonly through?: string };
  /** Branch rules of a repository: `branch` is a pattern. */
  'rule-set': {
    readonly branch: string;
    readonly approvals?: number;
    readonly codeOwners?: boolean;
    readonly administratorsToo?: boolean;
    readonly allowed?: readonly string[];
  };
  /** `fingerprint` is the same for the same alert firing again. `runbook`: address of its runbook. */
  alerted: {
    readonly alert?: string;
    readonly fingerprint?: string;
    readonly severity?: string;
    readonly runbook?: string;
    readonly resolvedAt?: number;
  };
  'incident-opened': {
    readonly title?: string;
    readonly urgency?: 'high' | 'low';
    readonly severity?: string;
    readonly key?: string;
    readonly runbook?: string;
  };
  /** `other` was woken or called. */
  paged: { readonly how?: string; readonly urgency?: 'high' | 'low' };
  acknowledged: object;
  /** From `actor` (nobody: by time-out) to `other`. */
  escalated: { readonly how?: 'time-out' | 'by hand'; readonly level?: number; readonly reason?: string };
  reassigned: object;
  /** `actor` called `other` in. `how`: as the source says it. */
  'responder-added': { readonly how?: 'asked' | 'assigned' | 'escalated' | 'joined' };
  /** Did something visible: a note, a status, a command. `size`: characters. `how`, `cause`: what the note says of the end, and whether it names a cause. */
  responded: { readonly what?: string; readonly how?: 'rollback' | 'restart' | 'failover' | 'fix' | 'other'; readonly cause?: boolean };
  /** Took a role in the incident, `until` they gave it up. */
  'role-taken': { readonly role: string };
  /** `how`: a rollback or a restart says that nobody yet knows why. */
  mitigated: { readonly how: 'rollback' | 'restart' | 'failover' | 'fix' | 'other' };
  /** `actor` absent: it went away by itself. `cause`: whether a cause was written down. */
  resolved: { readonly auto?: boolean; readonly cause?: boolean; readonly how?: 'rollback' | 'restart' | 'failover' | 'fix' | 'other' };
  'incident-reopened': object;
  'follow-up-opened': { readonly title?: string; readonly due?: number };
  'follow-up-closed': object;
  /** The review afterwards: `actor` leads or writes it. */
  reviewing: {
    readonly state?: 'draft' | 'in-review' | 'reviewed' | 'closed';
    readonly takesPart?: readonly string[];
    readonly address?: string;
  };
  /** `level` 1 is called first. `override`: stands in for the rota. */
  'on-shift': { readonly level?: number; readonly override?: boolean };
  /** Coarse on purpose: why somebody is away is theirs. `dropped`: the absence of the same item and times is off. */
  away: { readonly what?: 'leave' | 'away' | 'elsewhere'; readonly planned?: boolean; readonly dropped?: boolean };
  /** Blocks of a calendar; `moved`: this is where it went (its `reference` tells the same block), `dropped`: it did not happen. */
  focus: { readonly moved?: boolean; readonly dropped?: boolean; readonly plannedAt?: number };
  planning: { readonly moved?: boolean; readonly dropped?: boolean; readonly plannedAt?: number; readonly takesPart?: readonly string[] };
  session: { readonly takesPart?: readonly string[]; readonly dropped?: boolean };
  meeting: { readonly takesPart?: readonly string[]; readonly dropped?: boolean; readonly external?: boolean };
  /** A catalog entity: `actor` is its declared owner where that is a person. */
  declared: {
    readonly entity: 'component' | 'system' | 'domain' | 'resource' | 'api' | 'group';
    readonly name: string;
    readonly type?: string;
    readonly lifecycle?: string;
    readonly owner?: string;
    readonly system?: string;
    /** What it needs to work, APIs among them; and what needs this one. */
    readonly dependsOn?: readonly string[];
    readonly dependencyOf?: readonly string[];
    /** APIs that it offers. */
    readonly provides?: readonly string[];
    /** The component, domain or group that it is a part of; of groups also their own parts. */
    readonly partOf?: string;
    readonly parts?: readonly string[];
    readonly tier?: 1 | 2 | 3;
  };
  proposed: { readonly title?: string; readonly number?: string };
  /** One fact for each decision maker; `consulted`, `informed`: handles. `options`: alternatives that were weighed; `why`: whether a reason is written. */
  decided: {
    readonly title?: string;
    readonly number?: string;
    readonly status: string;
    readonly supersedes?: readonly string[];
    readonly options?: number;
    readonly why?: boolean;
    readonly consulted?: readonly string[];
    readonly informed?: readonly string[];
  };
  /** `about`: alert or service that it helps with; `missing`: sections that a runbook should have. `reviewedAt`, `every` (days): its own freshness mark. */
  documented: {
    readonly what: 'runbook' | 'decision' | 'how-to' | 'tutorial' | 'reference' | 'explanation' | 'document';
    readonly title?: string;
    readonly about?: string;
    readonly owner?: string;
    readonly reviewedAt?: number;
    readonly every?: number;
    readonly missing?: readonly string[];
    /** That wrote it so. */
    readonly commit?: string;
  };
  /** Somebody walked through it: `actor`. */
  rehearsed: { readonly worked?: boolean; readonly minutes?: number };
  /** First message of a thread. `urgent`: asked in a channel for urgent things or marked so. `why`: asks why something is as it is. */
  asked: {
    readonly question?: boolean;
    readonly why?: boolean;
    readonly urgent?: boolean;
    readonly mentions?: readonly string[];
    readonly direct?: boolean;
  };
  /** A reply: `other` had asked. `link`: leads to something written (a document, a decision, a change). */
  answered: { readonly link?: boolean; readonly mentions?: readonly string[] };
  /** `actor` called `other` into the thread. */
  mentioned: object;
  'ticket-opened': { readonly priority?: string; readonly escalation?: boolean };
  'ticket-assigned': object;
  /** To `other`. `layer`: where it went. `reason`: as they wrote it, one word. */
  'ticket-escalated': { readonly layer?: string; readonly reason?: string };
  /** `actor` ended it. */
  'ticket-closed': { readonly layer?: string };
  /** `other` (or the team in `team`) was thanked. */
  recognised: { readonly what: 'save' | 'prevention' | 'sharing' | 'delivery' | 'other'; readonly team?: string };
  joined: { readonly contractEnds?: number; readonly specialist?: string };
  left: object;
  /** `actor` leads `place` (a team) or more. `layer`: lead, manager, director … as written. */
  leads: { readonly layer?: string };
  /** `actor` belongs to the team `place` from `at` (to `until`). One that begins and ends at the same moment says that an earlier one ended then. */
  member: object;
  /** `failed`: was rolled back or broke. */
  deployed: { readonly commit?: string; readonly failed?: boolean; readonly environment?: string };
}

/** What somebody may do that others may not. */
export const RIGHT_KINDS = ['merge', 'deploy', 'administer', 'console', 'secret', 'be-paged'] as const;
export type RightKind = (typeof RIGHT_KINDS)[number];
