import { entriesOf } from '#sources/asking/ask-all.ts';
import { ask } from '#sources/asking/ask.ts';
import type { Leg, LegPage } from '#sources/asking/walk.ts';
import type { ApiOrder } from '#sources/connecting/connector.ts';
import { tellHeld } from '#sources/payloads/held.ts';
import { monthOf } from '#sources/payloads/near.ts';
import { startNotes } from '#sources/payloads/notes.ts';
import { countIn, idIn, type Shape, shapeIn, shapeOf, shapesIn, textIn } from '#sources/payloads/shape.ts';
import { accountOf } from '#sources/github/records/accounts.ts';
import { rightsOfPermissions, tellRules } from '#sources/github/records/read-rights.ts';
import { headersOf, type Repository } from './repository.ts';

/** Who may do what, as it is now. The repository itself is asked for first: whether it can be read at all shows there. */
export function legsOfRights(order: ApiOrder, repository: Repository): readonly Leg[] {
  const { name, root, where } = repository;
  return [
    { name: `${name} rules`, first: root, read: ({ json }) => readRules(order, repository, shapeOf(json)) },
    {
      name: `${name} rights`,
      first: `${root}/collaborators?affiliation=all&per_page=100`,
      mayLack: [403, 404],
      read: ({ json }) => {
        const notes = startNotes('github');
        for (const entry of entriesOf(json)) {
          const actor = accountOf(entry, notes);
          if (actor !== undefined)
            tellHeld({ actor, place: where.place, at: order.telling.now, asked: true }, rightsOfPermissions(entry), notes);
        }
        return { told: notes.told() };
      },
    },
  ];
}

/** Rules of the branch that everything goes to: the older protection of branches, and rule sets. They hold together. */
async function readRules(order: ApiOrder, { root, where }: Repository, repository: Shape): Promise<LegPage> {
  const notes = startNotes('github');
  const branch = textIn(repository, 'default_branch', 250) ?? 'main';
  const at = order.telling.now;
  const from = (address: string) => ask(order, { address, headers: headersOf(order), mayLack: [403, 404] });
  const protection = await from(`${root}/branches/${encodeURIComponent(branch)}/protection`);
  const rules = await from(`${root}/rules/branches/${encodeURIComponent(branch)}?per_page=100`);
  const asked = entriesOf(rules?.json).filter((rule) => textIn(rule, 'type') === 'pull_request');
  const sets: Shape[] = [];
  for (const rule of asked) {
    const id = idIn(rule, 'ruleset_id');
    const set = id === undefined ? undefined : await from(`${root}/rulesets/${encodeURIComponent(id)}`);
    sets.push({ ...shapeIn(rule, 'parameters'), admin_enforced: !letsAdministratorsBy(shapeOf(set?.json)) });
  }
  tellRules([...(protection ? [shapeOf(protection.json)] : []), ...sets], { where, branch, at, version: `@${monthOf(at)}` }, notes);
  if (!protection && !rules) notes.skip('branch rules', 'not to be read with this token');
  return { told: notes.told(), besides: [protection?.json, rules?.json] };
}

/** The role of a repository that administers it, as lists of who may go round a rule set number it. */
const ADMINISTRATORS = 5;

/** Nobody goes round a rule set who is not listed in it; the list is shown to those alone who may change it. */
function letsAdministratorsBy(set: Shape): boolean {
  return shapesIn(set, 'bypass_actors').some(
    (one) =>
      textIn(one, 'actor_type') === 'OrganizationAdmin' ||
      (textIn(one, 'actor_type') === 'RepositoryRole' && countIn(one, 'actor_id') === ADMINISTRATORS),
  );
}
