import { Refusal } from '#core/terms/refusal.ts';
import { type OperationId, operationOf, type ReplyOf, type SentTo } from '#contract/operations.ts';

interface Sent {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  /** Instead of a body: bytes as they are. */
  readonly file?: Blob | undefined;
}

/** Calls an operation of the team's server by its row. A refusal travels as it was said; anything else is an error. */
export async function callServer<Id extends OperationId>(id: Id, sent: SentTo<Id>, signal?: AbortSignal): Promise<ReplyOf<Id>> {
  const { method, reply: shape } = operationOf(id);
  const { body, file } = sent as Sent;
  const reply = await reached(addressOf(id, sent), {
    method,
    credentials: 'same-origin',
    headers: { 'x-understudy': 'page', ...headOf({ body, file }) },
    ...(file !== undefined ? { body: file } : body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  });
  if (reply.ok) return (reply.status === 204 ? null : shape.kind === 'text' ? await reply.text() : await reply.json()) as ReplyOf<Id>;
  throw await problemOf(reply);
}

/** Path and query of an operation, with everything in it escaped. */
export function addressOf<Id extends OperationId>(id: Id, sent: SentTo<Id>): string {
  const { params = {}, query = {} } = sent as Sent;
  const path = operationOf(id).path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const said = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(said.flatMap(([key, value]) => [value].flat().map((one) => [key, String(one)])));
  return said.length === 0 ? path : `${path}?${search.toString()}`;
}

function headOf({ body, file }: Sent): Readonly<Record<string, string>> {
  if (file !== undefined) return { 'content-type': 'application/octet-stream' };
  return body === undefined ? {} : { 'content-type': 'application/json' };
}

async function problemOf(reply: Response): Promise<Error> {
  const said = (await reply.json().catch(() => null)) as {
    readonly code?: string;
    readonly message?: string;
    readonly remedy?: string;
  } | null;
  if (said?.code !== undefined && said.message !== undefined) return new Refusal(said.code, said.message, said.remedy ?? '');
  return failed(`The server answered ${reply.status} without saying why.`);
}

async function reached(address: string, sent: RequestInit): Promise<Response> {
  return await fetch(address, sent).catch((reason: unknown) => {
    if (sent.signal?.aborted === true) throw reason;
    throw failed('The server cannot be reached.');
  });
}

/** Nothing that the reader did; what helps is said beside it, as with a refusal. */
function failed(message: string): Error {
  return Object.assign(new Error(message), { remedy: 'Try it again in a moment; if it stays, tell whoever runs this server.' });
}
