import {
  COUNCIL_AT_MOST,
  NEVER_OUTSIDE_SOLO,
  ROLES,
  type Right,
  type Role,
  type RoleRecord,
  SIGHTS,
  type Sight,
  type Topic,
} from './roles.ts';
import type { Grant, Viewer } from './viewer.ts';

/** Where a topic lies: what a grant for some areas or teams is held against. */
export interface Place {
  readonly area?: string;
  readonly teams?: readonly string[];
  /** True where the viewer is a subject of what is looked at. */
  readonly involved?: boolean;
}

/** Teams that a sum must run over before anybody sees it. */
const LEAST_TEAMS = 2;

/** How much a viewer sees of a topic: the most that any of their roles allows there, and never more than the mode does. */
export function sightOf(viewer: Viewer, topic: Topic, place: Place = {}): Sight {
  if (viewer.mode === 'solo') return 'everything';
  if (NEVER_OUTSIDE_SOLO.includes(topic)) return 'nothing';
  if (topic === 'opened') return viewer.mode === 'council' && viewer.opened !== undefined ? 'everything' : 'nothing';
  if (topic === 'teams' && (place.teams ?? []).length < LEAST_TEAMS) return 'nothing';
  const most = rolesAt(viewer, place).reduce<Sight>((sight, role) => more(sight, ROLES[role].sees as RoleRecord['sees'], topic), 'nothing');
  const limit = viewer.mode === 'council' ? COUNCIL_AT_MOST[topic] : undefined;
  return limit === undefined || SIGHTS.indexOf(limit) > SIGHTS.indexOf(most) ? most : limit;
}

/** May this viewer do this here? On one's own machine, anything. */
export function mayDo(viewer: Viewer, right: Right, place: Place = {}): boolean {
  return viewer.mode === 'solo' || rolesAt(viewer, place).some((role) => (ROLES[role].may as readonly Right[]).includes(right));
}

/** A guess that what a source calls so is somebody or something here, as far as rights go. */
export interface JoinPlace {
  readonly kind: 'person' | 'repository' | 'area' | 'runbook' | 'team' | 'calendar';
  /** It speaks of the one who looks. */
  readonly own: boolean;
  /** Id of the area that it leads to. */
  readonly area?: string | undefined;
}

/** `sees`: reads it; `own`: decides as one decides on oneself; `decides`: says whether it is so. */
export type JoinRight = 'nothing' | 'sees' | 'own' | 'decides';

/**
 * What somebody may do with such a guess. Who is who is for administrators and for the one it speaks of; under a works agreement for the latter
 * alone. What is what is for administrators to decide, and for everybody to read who sees areas; documents for whoever sees paths; calendars, which may be called after
 * somebody, for administrators alone.
 */
export function joinRight(viewer: Viewer, { kind, own, area }: JoinPlace): JoinRight {
  if (viewer.mode === 'solo') return 'decides';
  const configures = mayDo(viewer, 'configure');
  if (kind === 'person') return own ? 'own' : configures && viewer.mode !== 'council' ? 'decides' : 'nothing';
  if (configures) return 'decides';
  if (kind === 'calendar') return 'nothing';
  const place: Place = area === undefined ? {} : { area };
  return sightOf(viewer, kind === 'runbook' ? 'paths' : 'areas', place) === 'nothing' ? 'nothing' : 'sees';
}

/** The same viewer with every role held everywhere: what they may do or see at some place at least. */
export function somewhere(viewer: Viewer): Viewer {
  const { grants } = viewer;
  return grants === undefined ? viewer : { ...viewer, grants: grants.map(({ role }) => ({ role })) };
}

/** Where there are no accounts, whoever stands before the keyboard is a member. */
const MEMBER: readonly Grant[] = [{ role: 'member' }];

/** Roles that count at a place. */
function rolesAt({ grants = MEMBER }: Viewer, place: Place): readonly Role[] {
  return grants.filter((grant) => covers(grant, place) && !barred(grant.role, place)).map(({ role }) => role);
}

/** A grant for some areas says nothing about the whole, nor one for some teams about others. */
function covers({ areas, teams }: Grant, place: Place): boolean {
  const area = areas === undefined || (place.area !== undefined && areas.includes(place.area));
  const team = teams === undefined || (place.teams !== undefined && place.teams.every((one) => teams.includes(one)));
  return area && team;
}

function barred(role: Role, { involved = false }: Place): boolean {
  return involved && (ROLES[role] as RoleRecord).uninvolved === true;
}

function more(sight: Sight, sees: RoleRecord['sees'], topic: Topic): Sight {
  const other = sees[topic] ?? 'nothing';
  return SIGHTS.indexOf(other) > SIGHTS.indexOf(sight) ? other : sight;
}
