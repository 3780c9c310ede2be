import type { Notes } from '#sources/payloads/notes.ts';
import { idIn, momentIn, type Shape, textIn } from '#sources/payloads/shape.ts';
import type { Where } from '#sources/payloads/where-of.ts';
import { accountIn } from './accounts.ts';

/** States in which a roll-out has come to an end. `error` is GitHub's word for a system that could not even try. */
const ENDED: Readonly<Record<string, boolean>> = { success: false, failure: true, error: true };

/** The end of one roll-out: its status names how it ended, the deployment what was rolled out. */
export function tellDeployed(
  { status, deployment, where }: { readonly status: Shape; readonly deployment: Shape; readonly where: Where },
  notes: Notes,
): void {
  const state = textIn(status, 'state') ?? '';
  const id = idIn(deployment, 'id');
  if (!Object.hasOwn(ENDED, state)) return notes.skip('deployment status', 'not the end of a roll-out');
  notes.tell('deployed', {
    reference: id && `deployed:${where.repository}:${id}/${state}`,
    at: momentIn(status, 'created_at'),
    actor: accountIn(deployment, 'creator', notes) ?? accountIn(status, 'creator', notes),
    place: where.place,
    detail: { commit: idIn(deployment, 'sha'), failed: ENDED[state] || undefined, environment: textIn(deployment, 'environment', 100) },
  });
}
