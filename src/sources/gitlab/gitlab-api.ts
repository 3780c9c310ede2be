import { refusal } from '#core/terms/refusals.ts';
import { type Leg, walkEach } from '#sources/asking/walk.ts';
import type { ApiOrder, ApiReader } from '#sources/connecting/connector.ts';
import { whereNamed } from '#sources/payloads/where-of.ts';
import { headersOf, type Project } from './reading/project.ts';
import { legsOfMembers } from './reading/members-legs.ts';
import { legsOfWork } from './reading/work-legs.ts';

const ASKS = 'projects as group/project, with all groups above';

/** GitLab's REST API, version 4. */
export const GITLAB_API: ApiReader = {
  base: 'https://gitlab.com/api/v4',
  needs:
    'A token with the scope read_api, of somebody who may see these projects; protected branches and approval rules show only to those who may change them.',
  asks: ASKS,
  canRead: isProject,
  pages: (order) => walkEach(order, headersOf(order), legsOf),
};

function legsOf(order: ApiOrder, what: string): readonly Leg[] {
  if (!isProject(what)) throw refusal('connection-list', { what, asks: ASKS });
  const root = `${order.base.replace(/\/+$/, '')}/projects/${encodeURIComponent(what)}`;
  const project: Project = { name: what.toLowerCase(), root, where: whereNamed(`${order.telling.host}/${what}`) };
  return [...legsOfMembers(order, project), ...legsOfWork(order, project)];
}

function isProject(what: string): boolean {
  return what.length <= 500 && /^[\w-][\w.-]*(?:\/[\w-][\w.-]*){1,20}$/.test(what);
}
