import { refusal } from '#core/terms/refusals.ts';
import { type Leg, walkEach } from '#sources/asking/walk.ts';
import type { ApiOrder, ApiReader } from '#sources/connecting/connector.ts';
import { whereNamed } from '#sources/payloads/where-of.ts';
import { headersOf } from './reading/repository.ts';
import { legsOfChanges } from './reading/changes-legs.ts';
import { legsOfRights } from './reading/rights-legs.ts';

const ASKS = 'repositories as owner/name';
const NAMED = /^([\w-][\w.-]{0,99})\/([\w-][\w.-]{0,99})$/;

/** The API of Gitea and Forgejo, version 1. Rights and branch rules come by no delivery: they are asked for. */
export const GITEA_API: ApiReader = {
  base: 'https://codeberg.org/api/v1',
  needs:
    'A token with read access to repositories, issues and organisations; who may change a repository also sees its branch rules and who may change it.',
  asks: ASKS,
  canRead: (what) => NAMED.test(what),
  pages: (order) => walkEach(order, headersOf(order), legsOf),
};

function legsOf(order: ApiOrder, what: string): readonly Leg[] {
  const [, owner, name] = NAMED.exec(what) ?? [];
  if (owner === undefined || name === undefined) throw refusal('connection-list', { what, asks: ASKS });
  const root = `${order.base.replace(/\/+$/, '')}/repos/${owner}/${name}`;
  const repository = { name: what.toLowerCase(), root, where: whereNamed(`${order.telling.host}/${what}`) };
  return [...legsOfRights(order, repository), ...legsOfChanges(order, repository)];
}
