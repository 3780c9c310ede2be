import type { Place } from '#core/facts/fact.ts';
import { askAll, entriesOf } from '#sources/asking/ask-all.ts';
import type { Leg } from '#sources/asking/walk.ts';
import type { ApiOrder } from '#sources/connecting/connector.ts';
import { tellMember } from '#sources/payloads/held.ts';
import { startNotes } from '#sources/payloads/notes.ts';
import { idIn, textIn } from '#sources/payloads/shape.ts';
import { accountOf } from '#sources/github/records/accounts.ts';
import { headersOf } from './repository.ts';

/** Teams of an organisation, and who is in them. An owner who is a person has none. */
export function legOfTeams(order: ApiOrder, owner: string): Leg {
  const root = `${order.base.replace(/\/+$/, '')}/orgs/${owner}/teams`;
  return {
    name: `${owner} teams`,
    first: `${root}?per_page=30`,
    mayLack: [403, 404],
    read: async ({ json }) => {
      const notes = startNotes('github');
      const besides: unknown[] = [];
      for (const team of entriesOf(json)) {
        const slug = idIn(team, 'slug');
        if (slug === undefined) continue;
        const place: Place = `team:${order.telling.host}/${owner}/${slug}`.toLowerCase() as Place;
        notes.name({ of: place, name: textIn(team, 'name', 200) });
        const members = await askAll(order, {
          address: `${root}/${encodeURIComponent(slug)}/members?per_page=100`,
          headers: headersOf(order),
          mayLack: [403, 404],
        });
        besides.push(members);
        for (const member of members) {
          const actor = accountOf(member, notes);
          if (actor !== undefined) tellMember({ actor, place, at: order.telling.now, asked: true }, notes);
        }
      }
      return { told: notes.told(), besides };
    },
  };
}
