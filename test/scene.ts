import type { ChangeCase } from '#core/scene/change-case.ts';
import type { IncidentCase } from '#core/scene/incident-case.ts';
import { NO_SCENE_AREA } from '#core/scene/area-row.ts';
import { type Scene, type SceneArea, type ScenePerson, type WorkColumns, WORK_FLAG } from '#core/scene/scene.ts';
import type { DecisionCase, DocumentCase, IssueCase, ThreadCase, TicketCase } from '#core/scene/talk-cases.ts';
import { DAY, type Moment } from '#core/terms/moment.ts';

/** Noon of 2 November 2026, a Monday. */
export const NOW: Moment = Date.UTC(2026, 10, 2, 12) / 1000;

/** So many days before NOW. */
export function daysAgo(days: number): Moment {
  return NOW - days * DAY;
}

/** An organisation in which nothing has happened, every source connected for two years; `over` says what is different. */
export function sceneOf(over: Partial<Scene> & { readonly peopleCount?: number; readonly areaCount?: number } = {}): Scene {
  const { peopleCount = 6, areaCount = 3, ...rest } = over;
  const since = Object.fromEntries(FAMILIES.map((family) => [family, daysAgo(730)]));
  return {
    at: NOW,
    people: Array.from({ length: peopleCount }, (_, id) => personOf({ id })),
    areas: Array.from({ length: areaCount }, (_, row) => areaOf({ id: `area-${row}`, name: `area-${row}/` })),
    teams: [],
    since,
    work: workOf([]),
    ...EMPTY,
    ...rest,
  };
}

const FAMILIES = [
  'git',
  'changes',
  'issues',
  'rights',
  'incidents',
  'rota',
  'absences',
  'calendar',
  'catalog',
  'decisions',
  'documents',
  'chat',
  'tickets',
  'recognition',
  'people',
  'deployments',
] as const;

const EMPTY = {
  looks: [],
  changes: [],
  issues: [],
  incidents: [],
  threads: [],
  tickets: [],
  decisions: [],
  documents: [],
  shifts: [],
  absences: [],
  blocks: [],
  rights: [],
  deployments: [],
  recognitions: [],
  staff: [],
} as const;

export function personOf(over: Partial<ScenePerson> & { readonly id: number }): ScenePerson {
  return { kind: 'human', zone: 0, leads: [], ...over };
}

export function areaOf(over: Partial<SceneArea> & { readonly id: string }): SceneArea {
  return { name: over.id, tier: 2, kind: 'paths', repository: 0, carriers: null, teams: [], dependsOn: [], bornAt: daysAgo(1000), ...over };
}

/** One commit by one person in one area. */
export interface WorkRow {
  readonly at: Moment;
  readonly person: number;
  readonly area: number;
  readonly files?: number;
  readonly flags?: readonly (keyof typeof WORK_FLAG)[];
}

export function workOf(rows: readonly WorkRow[]): WorkColumns {
  const sorted = rows.toSorted((a, b) => a.at - b.at);
  return {
    count: sorted.length,
    at: Uint32Array.from(sorted, ({ at }) => at),
    person: Uint32Array.from(sorted, ({ person }) => person),
    commit: Uint32Array.from(sorted, (_, i) => i),
    area: Int32Array.from(sorted, ({ area }) => area),
    files: Uint16Array.from(sorted, ({ files = 1 }) => files),
    flags: Uint8Array.from(sorted, ({ flags = [] }) => flags.reduce((bits, flag) => bits | WORK_FLAG[flag], 0)),
    hashOf: (commit) => commit.toString(16).padStart(40, '0'),
  };
}

export function changeOf(over: Partial<ChangeCase> & Pick<ChangeCase, 'item' | 'author' | 'openedAt'>): ChangeCase {
  return {
    readyAt: over.openedAt,
    mergedAt: null,
    mergedBy: null,
    closedAt: null,
    areas: [0],
    lines: 40,
    bodyLength: 200,
    firstCommitAt: null,
    override: false,
    asked: [],
    reviews: [],
    others: [],
    commit: null,
    agent: false,
    ...over,
  };
}

export function incidentOf(over: Partial<IncidentCase> & Pick<IncidentCase, 'item' | 'openedAt'>): IncidentCase {
  return {
    area: 0,
    service: null,
    resolvedAt: over.openedAt + 3600,
    urgent: true,
    severity: 2,
    likeness: null,
    paged: [],
    acknowledgedBy: [],
    calledIn: [],
    acted: [],
    resolvedBy: null,
    auto: false,
    cause: null,
    how: null,
    reopened: 0,
    roles: [],
    followUps: [],
    review: null,
    runbook: null,
    ...over,
  };
}

export function issueOf(over: Partial<IssueCase> & Pick<IssueCase, 'item' | 'openedAt'>): IssueCase {
  return {
    area: 0,
    openedBy: null,
    closedAt: null,
    closedBy: null,
    labels: [],
    unclear: false,
    important: false,
    reopened: 0,
    holders: [],
    traces: [],
    mentioned: [],
    byChange: null,
    ...over,
  };
}

export function threadOf(over: Partial<ThreadCase> & Pick<ThreadCase, 'item' | 'at' | 'askedBy'>): ThreadCase {
  return { area: NO_SCENE_AREA, channel: 'help', question: true, why: false, urgent: false, answers: [], mentioned: [], ...over };
}

export function ticketOf(over: Partial<TicketCase> & Pick<TicketCase, 'item' | 'openedAt'>): TicketCase {
  return {
    customer: null,
    area: NO_SCENE_AREA,
    closedAt: null,
    firstHolder: null,
    endedBy: null,
    escalations: [],
    endedAtLayer: null,
    ...over,
  };
}

export function decisionOf(over: Partial<DecisionCase> & Pick<DecisionCase, 'item'>): DecisionCase {
  return {
    area: 0,
    proposedAt: null,
    decidedAt: null,
    proposedBy: null,
    deciders: [],
    status: 'accepted',
    why: true,
    options: 2,
    supersededAt: null,
    ...over,
  };
}

export function documentOf(over: Partial<DocumentCase> & Pick<DocumentCase, 'item' | 'writtenAt'>): DocumentCase {
  return {
    area: 0,
    what: 'runbook',
    lies: over.area ?? 0,
    begunAt: over.writtenAt,
    authors: [],
    writings: [],
    rehearsals: [],
    reviewedAt: null,
    everyDays: null,
    ...over,
  };
}
