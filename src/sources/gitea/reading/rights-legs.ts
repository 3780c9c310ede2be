import { askAll, entriesOf } from '#sources/asking/ask-all.ts';
import { ask } from '#sources/asking/ask.ts';
import type { Leg, LegPage } from '#sources/asking/walk.ts';
import type { ApiOrder } from '#sources/connecting/connector.ts';
import { accountOf } from '#sources/github/records/accounts.ts';
import { rightsOfRole, tellRule } from '#sources/github/records/read-rights.ts';
import { tellHeld } from '#sources/payloads/held.ts';
import { monthOf } from '#sources/payloads/near.ts';
import { startNotes } from '#sources/payloads/notes.ts';
import { countIn, flagIn, idIn, type Shape, shapeOf, textIn } from '#sources/payloads/shape.ts';
import type { Where } from '#sources/payloads/where-of.ts';
import { headersOf, type Repository } from './repository.ts';

/** Who may do what, as it is now: collaborators, and members of the teams that have the repository. */
export function legsOfRights(order: ApiOrder, repository: Repository): readonly Leg[] {
  const { name, root, where } = repository;
  return [
    { name: `${name} rules`, first: root, read: () => readRules(order, repository) },
    {
      name: `${name} rights`,
      first: `${root}/collaborators?limit=50`,
      mayLack: [401, 403, 404],
      read: ({ json }) =>
        readEach(entriesOf(json), { order, where }, async (account) => {
          const asked = await ask(order, {
            address: `${root}/collaborators/${idIn(account, 'login')}/permission`,
            headers: headersOf(order),
            mayLack: [403, 404],
          });
          return { role: textIn(shapeOf(asked?.json), 'permission'), accounts: [account] };
        }),
    },
    {
      name: `${name} teams`,
      first: `${root}/teams?limit=50`,
      mayLack: [401, 403, 404, 405],
      read: ({ json }) =>
        readEach(entriesOf(json), { order, where }, async (team) => {
          const address = `${order.base.replace(/\/+$/, '')}/teams/${idIn(team, 'id')}/members?limit=50`;
          return {
            role: textIn(team, 'permission'),
            accounts: await askAll(order, { address, headers: headersOf(order), mayLack: [403, 404] }),
          };
        }),
    },
  ];
}

interface Holders {
  readonly role: string | undefined;
  readonly accounts: readonly Shape[];
}

async function readEach(
  entries: readonly Shape[],
  { order, where }: { readonly order: ApiOrder; readonly where: Where },
  holders: (entry: Shape) => Promise<Holders>,
): Promise<LegPage> {
  const notes = startNotes('gitea');
  const besides: unknown[] = [];
  for (const entry of entries) {
    const { role, accounts } = await holders(entry);
    besides.push({ role, accounts });
    for (const account of accounts) {
      const actor = accountOf(account, notes);
      if (actor !== undefined) tellHeld({ actor, place: where.place, at: order.telling.now, asked: true }, rightsOfRole(role), notes);
    }
  }
  return { told: notes.told(), besides };
}

async function readRules(order: ApiOrder, { root, where }: Repository): Promise<LegPage> {
  const notes = startNotes('gitea');
  const rules = await askAll(order, {
    address: `${root}/branch_protections?limit=50`,
    headers: headersOf(order),
    mayLack: [401, 403, 404],
  });
  const at = order.telling.now;
  for (const rule of rules) {
    const branch = textIn(rule, 'rule_name', 250) ?? textIn(rule, 'branch_name', 250);
    if (branch !== undefined)
      tellRule(
        {
          required_approving_review_count: countIn(rule, 'required_approvals'),
          require_code_owner_review: flagIn(rule, 'block_on_codeowner_reviews') ?? false,
          admin_enforced: flagIn(rule, 'block_admin_merge_override') ?? false,
        },
        { where, branch, at, version: `@${monthOf(at)}` },
        notes,
      );
  }
  return { told: notes.told(), besides: [rules] };
}
