import type { z } from 'zod';
import type { answerSchema } from './answer.ts';
import { ANSWER_OPERATIONS } from './operations/answer-operations.ts';
import type { Operation } from './operations/operation.ts';
import { BEYOND_OPERATIONS } from './operations/beyond/beyond-operations.ts';
import { ACCOUNT_OPERATIONS } from './operations/account-operations.ts';
import { CONNECTION_OPERATIONS } from './operations/connection-operations.ts';
import { JOIN_OPERATIONS } from './operations/people/join-operations.ts';
import { ME_OPERATIONS } from './operations/me-operations.ts';
import { OPENING_OPERATIONS } from './operations/privacy/opening-operations.ts';
import { PAST_OPERATIONS } from './operations/privacy/past-operations.ts';
import { PRIVACY_OPERATIONS } from './operations/privacy/privacy-operations.ts';
import { SIGNAL_OPERATIONS } from './operations/signals/signal-operations.ts';
import { SCIM_OPERATIONS } from './operations/scim-operations.ts';
import { SERVER_OPERATIONS } from './operations/server-operations.ts';
import { SIGNING_IN_OPERATIONS } from './operations/signing-in-operations.ts';
import { SOURCE_OPERATIONS } from './operations/source-operations.ts';
import { TEAM_OPERATIONS } from './operations/people/team-operations.ts';
import { TOKEN_OPERATIONS } from './operations/token-operations.ts';
import { WAY_IN_OPERATIONS } from './operations/way-in-operations.ts';

/** Everything that can be asked of a team's server or done there. A new operation is a row in one of these and a handler. */
export const OPERATIONS = [
  ...SERVER_OPERATIONS,
  ...SIGNING_IN_OPERATIONS,
  ...WAY_IN_OPERATIONS,
  ...ME_OPERATIONS,
  ...ACCOUNT_OPERATIONS,
  ...TOKEN_OPERATIONS,
  ...TEAM_OPERATIONS,
  ...JOIN_OPERATIONS,
  ...SCIM_OPERATIONS,
  ...SOURCE_OPERATIONS,
  ...CONNECTION_OPERATIONS,
  ...ANSWER_OPERATIONS,
  ...BEYOND_OPERATIONS,
  ...SIGNAL_OPERATIONS,
  ...PRIVACY_OPERATIONS,
  ...OPENING_OPERATIONS,
  ...PAST_OPERATIONS,
] as const satisfies readonly Operation[];

export type OperationId = (typeof OPERATIONS)[number]['id'];
export type OperationOf<Id extends OperationId> = Extract<(typeof OPERATIONS)[number], { readonly id: Id }>;

/** What a part of the request is once it was parsed; nothing where the row does not speak of it. */
export type PartOf<Id extends OperationId, Part extends 'params' | 'query' | 'body'> =
  OperationOf<Id> extends { readonly [P in Part]: infer Schema extends z.ZodType } ? z.output<Schema> : undefined;

export function operationOf(id: OperationId): Operation {
  return OPERATIONS.find((row) => row.id === id)!;
}

/** What comes back of it: a record as its schema gives it, the envelope of an answer, a text, or nothing. */
export type ReplyOf<Id extends OperationId> = OperationOf<Id>['reply'] extends {
  readonly kind: 'record';
  readonly schema: infer Schema extends z.ZodType;
}
  ? z.output<Schema>
  : OperationOf<Id>['reply'] extends { readonly kind: 'answer'; readonly row: infer Row extends z.ZodObject }
    ? Omit<Envelope, 'rows'> & { readonly rows: readonly z.output<Row>[] }
    : OperationOf<Id>['reply'] extends { readonly kind: 'answer' }
      ? Envelope
      : OperationOf<Id>['reply'] extends { readonly kind: 'text' }
        ? string
        : null;

type Envelope = z.output<typeof answerSchema>;

type SentPart<Id extends OperationId, Part extends 'params' | 'query' | 'body'> =
  OperationOf<Id> extends { readonly [P in Part]: infer Schema extends z.ZodType } ? { readonly [P in Part]: z.input<Schema> } : object;

/** What a caller sends, part by part, before it is parsed. */
export type SentTo<Id extends OperationId> = SentPart<Id, 'params'> & SentPart<Id, 'query'> & SentPart<Id, 'body'> & SentFile<Id>;

/** Whatever holds bytes: contract knows neither browser nor Node. */
type SentFile<Id extends OperationId> = OperationOf<Id> extends { readonly raw: number } ? { readonly file: object } : object;
