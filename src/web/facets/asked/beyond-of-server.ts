import { type OperationId, operationOf, type ReplyOf, type SentTo } from '#contract/operations.ts';
import { callServer } from '#web/server/call-server.ts';
import type { Me } from '#web/team/me-context.ts';
import type { Asking, Beyond } from './use-beyond.ts';

/** A repository of a team, as far as whoever asks may see it: facets where they see areas, CODEOWNERS where they see paths. */
export function beyondOfServer(source: string, { sees }: Pick<Me, 'sees'>): Beyond {
  const params = { source };
  return {
    facets: (area) => (sees.includes('areas') ? asking('answer-facets', { params, query: area === undefined ? {} : { area } }) : undefined),
    rules: ({ people, ...asked }) =>
      sees.includes('paths')
        ? asking('answer-owners', { params, query: people === undefined ? asked : { ...asked, me: 'true' } })
        : undefined,
  };
}

/** By the key by which everything asked of a server is asked again when its matter changes. */
function asking<Id extends OperationId>(id: Id, sent: SentTo<Id>): Asking<ReplyOf<Id>> {
  return { key: [operationOf(id).tag, id, sent], read: async (signal) => await callServer(id, sent, signal) };
}
