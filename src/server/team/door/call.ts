import type { z } from 'zod';
import type { OperationId, OperationOf, PartOf } from '#contract/operations.ts';
import type { Operation } from '#contract/operations/operation.ts';
import type { Caller } from './caller.ts';
import type { ReadyAnswer } from './ready-answer.ts';

/** What a handler is given: everything parsed, and who asks. */
export interface Call<Id extends OperationId> {
  readonly caller: Caller;
  readonly params: PartOf<Id, 'params'>;
  readonly query: PartOf<Id, 'query'>;
  readonly body: PartOf<Id, 'body'>;
  /** The body as it came, where the row takes bytes. */
  readonly raw: Uint8Array;
  /** Where the request came from, for limits only. */
  readonly address: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Ends when the caller is gone. */
  readonly signal: AbortSignal;
  /** The session that came with the request, and the way to give another or, with null, to take it back. */
  readonly session: { readonly token: string | undefined; readonly give: (token: string | null) => void };
}

/** What a handler gives back, by the shape that its row states. */
type Given<Reply extends Operation['reply']> = Reply extends { readonly kind: 'answer' }
  ? ReadyAnswer
  : Reply extends { readonly kind: 'record'; readonly schema: infer Schema extends z.ZodType }
    ? z.input<Schema>
    : Reply extends { readonly kind: 'redirect' | 'text' }
      ? string
      : Reply extends { readonly kind: 'events' }
        ? Listen
        : void;

/** Takes over an open stream: writes events to it until `gone`. */
export type Listen = (stream: { readonly send: (event: string, data: unknown) => void; readonly gone: AbortSignal }) => void;

export type Handler<Id extends OperationId> = (call: Call<Id>) => Promise<Given<OperationOf<Id>['reply']>>;
export type Handlers = { readonly [Id in OperationId]: Handler<Id> };
