import { z } from 'zod';
import { PURPOSE_SENTENCE } from '#core/terms/purpose.ts';
import { answerSchema } from './answer.ts';
import { type Operation, type ReplyShape, scopeOf } from './operations/operation.ts';

type Json = Readonly<Record<string, unknown>>;

/** What goes wrong, in one shape everywhere. */
const problemSchema = z.strictObject({ code: z.string(), message: z.string(), remedy: z.string() });

/** The operations as an OpenAPI 3.1 document (https://spec.openapis.org/oas/v3.1.1), whose schemas are JSON Schema 2020-12 as zod writes it. */
export function openApi(operations: readonly Operation[], version: string): { readonly openapi: string } & Json {
  const paths = Map.groupBy(operations, ({ path }) => path);
  return {
    openapi: '3.1.1',
    info: { title: 'Understudy', version, summary: PURPOSE_SENTENCE, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/' }],
    paths: Object.fromEntries(
      [...paths].map(([path, rows]) => [path, Object.fromEntries(rows.map((row) => [row.method.toLowerCase(), operationOf(row)]))]),
    ),
    components: {
      schemas: { Answer: schemaOf(answerSchema, 'output'), Problem: schemaOf(problemSchema, 'output') },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'understudy_session' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

function operationOf(operation: Operation): Json {
  const { id, tag, summary, who, params, query } = operation;
  const open = who === 'anyone';
  return {
    operationId: id,
    tags: [tag],
    summary,
    description: whoMay(operation),
    security: open ? [] : [{ session: [] }, { token: [scopeOf(operation)] }],
    parameters: [...parametersOf(params, 'path'), ...parametersOf(query, 'query')],
    ...bodyOf(operation),
    responses: { [statusOf(operation)]: replyOf(operation.reply), default: PROBLEM },
  };
}

function bodyOf({ body, raw }: Operation): Json {
  if (raw !== undefined) return { requestBody: { required: true, content: { 'application/octet-stream': {} } } };
  if (body === undefined) return {};
  return { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') } } } };
}

function whoMay({ who, ...rest }: Operation): string {
  if (who === 'anyone') return 'Anybody may call it.';
  const scope = `A token needs the scope "${scopeOf({ who, ...rest })}".`;
  if (who === 'signed-in') return `Whoever is signed in may call it. ${scope}`;
  if (who === 'service') return `Only a service may call it. ${scope}`;
  return 'may' in who ? `Needs the right "${who.may}". ${scope}` : `For whoever sees "${who.sees}". ${scope}`;
}

export function statusOf({ reply, status }: Operation): number {
  return status ?? (reply.kind === 'nothing' ? 204 : reply.kind === 'redirect' ? 303 : 200);
}

const PROBLEM = {
  description: 'Refused: what happened, and what helps.',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

function replyOf(reply: ReplyShape): Json {
  switch (reply.kind) {
    case 'answer':
      return {
        description: 'The envelope of an answer.',
        content: { 'application/json': { schema: envelopeOf(reply.row) } },
      };
    case 'record':
      return {
        description: 'As described.',
        content: { [reply.type ?? 'application/json']: { schema: schemaOf(reply.schema, 'output') } },
      };
    case 'events':
      return {
        description: 'Server-sent events; `data` is JSON.',
        content: { 'text/event-stream': { schema: schemaOf(reply.schema, 'output') } },
      };
    case 'text':
      return { description: 'Text.', content: { [reply.type]: { schema: { type: 'string' } } } };
    case 'redirect':
      return { description: 'Goes on elsewhere.', headers: { location: { schema: { type: 'string' } } } };
    case 'nothing':
      return { description: 'Done.' };
  }
}

function envelopeOf(row: z.ZodType | undefined): Json {
  const envelope = { $ref: '#/components/schemas/Answer' };
  if (row === undefined) return envelope;
  return { allOf: [envelope, { type: 'object', properties: { rows: { type: 'array', items: schemaOf(row, 'output') } } }] };
}

function parametersOf(schema: z.ZodObject | undefined, where: 'path' | 'query'): readonly Json[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    readonly properties?: Json;
    readonly required?: readonly string[];
  };
  return Object.entries(properties).map(([name, one]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: one,
  }));
}

/** Without the mark of the dialect, which OpenAPI 3.1 implies. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
  return rest;
}
