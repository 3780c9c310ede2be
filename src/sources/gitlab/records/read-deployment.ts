import type { Handle } from '#core/facts/fact.ts';
import type { Notes } from '#sources/payloads/notes.ts';
import type { Where } from '#sources/payloads/where-of.ts';

export interface RollOut {
  readonly where: Where;
  readonly id: string | undefined;
  readonly status: string | undefined;
  readonly at: number | undefined;
  readonly actor: Handle | undefined;
  readonly commit: string | undefined;
  readonly environment: string | undefined;
}

/** The end of one roll-out. */
export function tellDeployed({ where, id, status, at, actor, commit, environment }: RollOut, notes: Notes): void {
  if (status !== 'success' && status !== 'failed') return notes.skip('deployment', 'not the end of a roll-out');
  const reference = id && `deployed:${where.repository}:${id}/${status}`;
  notes.tell('deployed', {
    reference,
    at,
    actor,
    place: where.place,
    detail: { commit, failed: status === 'failed' || undefined, environment },
  });
}
