import type { ApiOrder, ApiPage, ApiReader } from '#sources/connecting/connector.ts';
import { refusal } from '#core/terms/refusals.ts';
import { type Leg, walk } from '#sources/asking/walk.ts';
import { whereNamed } from '#sources/payloads/where-of.ts';
import { headersOf, type Repository } from './reading/repository.ts';
import { legsOfChanges } from './reading/changes-legs.ts';
import { legsOfIssues } from './reading/issues-legs.ts';
import { legsOfRights } from './reading/rights-legs.ts';
import { legOfTeams } from './reading/teams-leg.ts';

const ASKS = 'repositories as owner/name';

/** GitHub's REST API: whole lists per repository, so that a hundred changes cost a handful of requests, and reviews one each. */
export const GITHUB_API: ApiReader = {
  base: 'https://api.github.com',
  needs:
    'Read access to contents, issues, pull requests, deployments and metadata of these repositories; administration (read) for rights and branch rules, members (read) for teams.',
  asks: ASKS,
  canRead: (what) => partsOf(what) !== undefined,
  pages: (order: ApiOrder): AsyncIterable<ApiPage> => walk(order, headersOf(order), legsOf(order)),
};

function legsOf(order: ApiOrder): readonly Leg[] {
  const repositories = order.what.map((what) => repositoryNamed(order, what));
  const owners = [...new Set(repositories.map(({ owner }) => owner))];
  return [
    ...repositories.flatMap((repository) => [
      ...legsOfRights(order, repository),
      ...legsOfIssues(order, repository),
      ...legsOfChanges(order, repository),
    ]),
    ...owners.map((owner) => legOfTeams(order, owner)),
  ];
}

function repositoryNamed(order: ApiOrder, what: string): Repository {
  const parts = partsOf(what);
  if (parts === undefined) throw refusal('connection-list', { what, asks: ASKS });
  const [owner, name] = parts;
  const root = `${order.base.replace(/\/+$/, '')}/repos/${owner}/${name}`;
  return {
    owner: owner.toLowerCase(),
    name: `${owner}/${name}`.toLowerCase(),
    root,
    where: whereNamed(`${order.telling.host}/${owner}/${name}`),
  };
}

function partsOf(what: string): readonly [owner: string, name: string] | undefined {
  const [, owner, name] = /^([\w.-]{1,100})\/([\w.-]{1,100})$/.exec(what) ?? [];
  return owner === undefined || name === undefined || /^\.{1,2}$/.test(owner) || /^\.{1,2}$/.test(name) ? undefined : [owner, name];
}
