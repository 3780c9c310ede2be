import type { z } from 'zod';
import type { Operation } from './operations/operation.ts';
import { SERVER_OPERATIONS } from './operations/server-operations.ts';
import { SOURCE_OPERATIONS } from './operations/source-operations.ts';

/** Everything that can be asked of a team's server or done there. A new operation is a row in one of these and a handler. */
export const OPERATIONS = [...SERVER_OPERATIONS, ...SOURCE_OPERATIONS] as const satisfies readonly Operation[];

export type OperationId = (typeof OPERATIONS)[number]['id'];
export type OperationOf<Id extends OperationId> = Extract<(typeof OPERATIONS)[number], { readonly id: Id }>;

/** What a part of the request is once it was parsed; nothing where the row does not speak of it. */
export type PartOf<Id extends OperationId, Part extends 'params' | 'query' | 'body'> =
  OperationOf<Id> extends { readonly [P in Part]: infer Schema extends z.ZodType } ? z.output<Schema> : undefined;

export function operationOf(id: OperationId): Operation {
  return OPERATIONS.find((row) => row.id === id)!;
}
