import type { Database, Writing } from '#store/database/database.ts';
import { refuseOtherKey } from '#store/team/sealed.ts';

export interface SecretKept {
  readonly id: string;
  readonly sealed: Uint8Array;
  readonly made_at: number;
}

/** Secrets that hold, oldest first. */
export async function secretsOf(query: Database['query'], connection: string): Promise<readonly SecretKept[]> {
  return await query
    .selectFrom('connection_secret')
    .select(['id', 'sealed', 'made_at'])
    .where('connection_id', '=', connection)
    .where('ended_at', 'is', null)
    .orderBy('made_at')
    .orderBy('id')
    .execute();
}

export async function addSecret(
  query: Writing,
  { id, connection, sealed, now }: { readonly id: string; readonly connection: string; readonly sealed: Uint8Array; readonly now: number },
): Promise<void> {
  await refuseOtherKey(query, sealed);
  await query.insertInto('connection_secret').values({ id, connection_id: connection, sealed, made_at: now, ended_at: null }).execute();
}

/** All that are older than the newest one hold no more. How many. */
export async function endOlderSecrets(query: Writing, connection: string, now: number): Promise<number> {
  const older = (await secretsOf(query, connection)).slice(0, -1).map(({ id }) => id);
  if (older.length > 0) await query.updateTable('connection_secret').set({ ended_at: now }).where('id', 'in', older).execute();
  return older.length;
}
