import type { Database } from '#store/database/database.ts';

type Reading = Database['query'];

/** Accounts of people that can come in. */
export async function countActivePeople(query: Reading): Promise<number> {
  const { people } = await query
    .selectFrom('account')
    .select(({ fn }) => fn.countAll<number>().as('people'))
    .where('kind', '=', 'person')
    .where('state', '=', 'active')
    .executeTakeFirstOrThrow();
  return people;
}

/** How many hold each role now, in alphabetical order of roles; whoever holds it twice counts once. */
export async function countRoles(query: Reading): Promise<Readonly<Record<string, number>>> {
  const rows = await query
    .selectFrom('role_grant')
    .select(['role', ({ fn }) => fn.count<number>('account_id').distinct().as('holders')])
    .where('until_at', 'is', null)
    .groupBy('role')
    .orderBy('role')
    .execute();
  return Object.fromEntries(rows.map(({ role, holders }) => [role, holders]));
}
