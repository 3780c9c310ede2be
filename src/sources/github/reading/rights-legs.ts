import { entriesOf } from '#sources/asking/ask-all.ts';
import { ask } from '#sources/asking/ask.ts';
import type { Leg, LegPage } from '#sources/asking/walk.ts';
import type { ApiOrder } from '#sources/connecting/connector.ts';
import { tellHeld } from '#sources/payloads/held.ts';
import { monthOf } from '#sources/payloads/near.ts';
import { startNotes } from '#sources/payloads/notes.ts';
import { type Shape, shapeIn, shapeOf, textIn } from '#sources/payloads/shape.ts';
import { accountOf } from '#sources/github/records/accounts.ts';
import { rightsOfPermissions, tellRule } from '#sources/github/records/read-rights.ts';
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

/** Rules of the branch that everything goes to: the older protection of branches, and rule sets. */
async function readRules(order: ApiOrder, { root, where }: Repository, repository: Shape): Promise<LegPage> {
  const notes = startNotes('github');
  const branch = textIn(repository, 'default_branch', 250) ?? 'main';
  const at = order.telling.now;
  const known = { where, branch, at, version: `@${monthOf(at)}` };
  const from = (address: string) => ask(order, { address, headers: headersOf(order), mayLack: [403, 404] });
  const protection = await from(`${root}/branches/${encodeURIComponent(branch)}/protection`);
  if (protection) tellRule(shapeOf(protection.json), known, notes);
  const rules = await from(`${root}/rules/branches/${encodeURIComponent(branch)}?per_page=100`);
  for (const rule of entriesOf(rules?.json))
    if (textIn(rule, 'type') === 'pull_request') tellRule(shapeIn(rule, 'parameters'), known, notes);
  if (!protection && !rules) notes.skip('branch rules', 'not to be read with this token');
  return { told: notes.told(), besides: [protection?.json, rules?.json] };
}
