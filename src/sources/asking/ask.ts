import { refusal } from '#core/terms/refusals.ts';
import type { ApiOrder } from '#sources/connecting/connector.ts';
import { Unanswered } from '#sources/connecting/unanswered.ts';
import { boundedBody } from './bounded-body.ts';
import { pauseBefore, pauseUntold } from './pause-before.ts';

/** One request to an API, and what it answered. */
export interface Answered {
  readonly address: string;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
  readonly json: unknown;
}

export interface Question {
  /** Whole address, below the base of the order. */
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  /** With a body it is a POST. */
  readonly body?: string;
  /** Statuses that mean "there is nothing of that for you" here and end in undefined; elsewhere they are refusals. */
  readonly mayLack?: readonly number[];
}

const PATIENCE = { failures: 5, limits: 60, moves: 3 };

/**
 * Asks, and asks again where that helps: limits are waited for as long as the API says, failures of the other side a few times and ever longer.
 * What does not help is a refusal that says what to do. The token goes nowhere but to the base that was configured.
 */
export async function ask(order: ApiOrder, question: Question): Promise<Answered | undefined> {
  let address = question.address;
  const left = { ...PATIENCE };
  for (;;) {
    const tried = await attempt(order, { ...question, address });
    const response = typeof tried === 'string' ? undefined : tried;
    const moved = response && movedTo(response, address);
    if (moved && left.moves-- > 0) {
      address = moved;
      continue;
    }
    const limit = response && (pauseBefore(response, order.telling.now) ?? (await pauseUntold(response)));
    if (limit !== undefined && left.limits-- > 0) {
      await order.wait(limit * 1000);
      continue;
    }
    if (response === undefined || response.status >= 500) {
      if (left.failures-- <= 0)
        throw refusal('connection-failing', {
          host: hostOf(order.base),
          reason: typeof tried === 'string' ? tried : `it answered ${tried.status}`,
        });
      await order.wait(1000 * 2 ** (PATIENCE.failures - left.failures - 1));
      continue;
    }
    if (question.mayLack?.includes(response.status)) return undefined;
    return answered(order, address, response);
  }
}

/** The answer, or why there is none: what the network does to a request is no refusal yet. */
async function attempt(order: ApiOrder, { address, headers, body }: Question): Promise<Response | string> {
  if (!isBelow(address, order.base)) throw refusal('connection-astray', { host: hostOf(order.base) });
  try {
    return await order.fetch(address, { headers, ...(body !== undefined && { method: 'POST', body }) });
  } catch (thrown) {
    if (thrown instanceof Error && (thrown.name === 'AbortError' || thrown.name === 'Refusal')) throw thrown;
    return thrown instanceof Unanswered ? thrown.message : 'it did not answer';
  }
}

/** Renamed repositories move for good; only within the same host is that followed. */
function movedTo(response: Response, from: string): string | undefined {
  const location = [301, 302, 307, 308].includes(response.status) ? response.headers.get('location') : null;
  if (location === null || !URL.canParse(location, from)) return undefined;
  return new URL(location, from).href;
}

async function answered(order: ApiOrder, address: string, response: Response): Promise<Answered> {
  const values = { host: hostOf(order.base), status: String(response.status), path: new URL(address).pathname };
  if (response.status === 401) throw refusal('connection-token', values);
  if (response.status === 403 || response.status === 451) throw refusal('connection-rights', values);
  if (response.status === 404 || response.status === 410) throw refusal('connection-missing', values);
  if (!response.ok) throw refusal('connection-answer', { ...values, reason: `status ${response.status}` });
  const bytes = await boundedBody(response);
  if (bytes === undefined) throw refusal('connection-answer', { ...values, reason: 'it is too long or broke off' });
  try {
    return { address, headers: response.headers, bytes, json: JSON.parse(new TextDecoder().decode(bytes)) };
  } catch {
    throw refusal('connection-answer', { ...values, reason: 'it is no JSON' });
  }
}

/** Whether an address lies below the base: same scheme, same host, same folder. */
export function isBelow(address: string, base: string): boolean {
  if (!URL.canParse(address) || !URL.canParse(base)) return false;
  const [at, root] = [new URL(address), new URL(base)];
  return at.origin === root.origin && at.username === '' && `${at.pathname}/`.startsWith(`${root.pathname.replace(/\/+$/, '')}/`);
}

function hostOf(base: string): string {
  return URL.canParse(base) ? new URL(base).host : base;
}
