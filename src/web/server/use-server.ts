import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type OperationId, operationOf, type ReplyOf, type SentTo } from '#contract/operations.ts';
import { Refusal } from '#core/terms/refusal.ts';
import { addressOf, callServer } from './call-server.ts';

export interface Asked<T> {
  /** The last reply; stays on screen while the next one is fetched. */
  readonly result: T | null;
  readonly problem: Error | null;
}

/** Asks the server and asks again when something was changed or the page is looked at again. `undefined` asks nothing. `again`: milliseconds until the same is asked again while somebody looks. */
export function useServer<Id extends OperationId>(id: Id, sent: SentTo<Id> | undefined, again?: Again<Id>): Asked<ReplyOf<Id>> {
  const { data, error } = useQuery<ReplyOf<Id>>({
    queryKey: [operationOf(id).tag, id, sent],
    queryFn: async ({ signal }) => await callServer(id, sent!, signal),
    enabled: sent !== undefined,
    retry: (times, problem) => !(problem instanceof Refusal) && times < 2,
    placeholderData: (before) => before,
    refetchInterval: ({ state }) => again?.(state.data) ?? false,
  });
  return { result: data ?? null, problem: error };
}

type Again<Id extends OperationId> = (reply: ReplyOf<Id> | undefined) => number | undefined;

export interface Act<Id extends OperationId> {
  readonly run: (sent: SentTo<Id>) => Promise<ReplyOf<Id>>;
  readonly running: boolean;
  readonly problem: Error | null;
  readonly forget: () => void;
}

/** Does something on the server; whatever was asked about the same matter is asked again afterwards. */
export function useAct<Id extends OperationId>(id: Id, ...alsoChanges: readonly string[]): Act<Id> {
  const client = useQueryClient();
  const { mutateAsync, isPending, error, reset } = useMutation<ReplyOf<Id>, Error, SentTo<Id>>({
    mutationFn: async (sent) => await callServer(id, sent),
    onSuccess: async () => {
      const tags = [operationOf(id).tag, ...alsoChanges];
      await Promise.all(tags.map(async (tag) => await client.invalidateQueries({ queryKey: [tag] })));
    },
  });
  return { run: mutateAsync, running: isPending, problem: error, forget: reset };
}

/** Asks again about signals whenever the server says that they may be others; and when the line is there again, for what was missed. */
export function useFreshSignals(name: 'signals' | 'my-signals'): void {
  const client = useQueryClient();
  useEffect(() => {
    const line = new EventSource(addressOf('watch-changes', {}));
    const askAgain = (): void => void client.invalidateQueries({ queryKey: [operationOf('answer-signals').tag] });
    for (const event of ['open', name]) line.addEventListener(event, askAgain);
    return () => line.close();
  }, [client, name]);
}

/** Asks again about these matters whenever the server says that something of this name has changed. */
export function useFresh(name: 'repositories' | 'sources', id: OperationId): void {
  const client = useQueryClient();
  useEffect(() => {
    const line = new EventSource(addressOf('watch-changes', {}));
    line.addEventListener(name, () => void client.invalidateQueries({ queryKey: [operationOf(id).tag, id] }));
    return () => line.close();
  }, [client, name, id]);
}
