import { createHmac } from 'node:crypto';
import type { Fact } from '#core/facts/fact.ts';
import type { Told } from '#core/facts/told.ts';
import type { ApiOrder, ApiPage, Connector, WebhookReader } from '#sources/connecting/connector.ts';

const AT = 1_790_000_000;

export function sign(body: string, secret: string): string {
  return createHmac('sha256', secret).update(body).digest('hex');
}

const webhook: WebhookReader = {
  setUp: 'Enter both.',
  verifies: ({ headers, body }, secrets) =>
    secrets.some((secret) => sign(new TextDecoder().decode(body), secret) === headers['x-signature']),
  keyOf: ({ headers }) => headers['x-delivery']!,
  kindOf: () => 'opened',
  read: ({ body }) => toldOf(JSON.parse(new TextDecoder().decode(body)) as readonly number[]),
};

/** Facts of these numbers; zero is a record that cannot be understood. */
function toldOf(numbers: readonly number[]): Told {
  const facts = numbers
    .filter((n) => n !== 0)
    .map((n): Fact => ({ kind: 'away', reference: `r${n}`, at: AT + n, actor: `name:P${n % 7}` }));
  return { facts, namings: [], skipped: numbers.filter((n) => n === 0).map(() => ({ what: 'record', why: 'it is nothing' })) };
}

async function* pages({ cursor = '0', wait }: ApiOrder): AsyncGenerator<ApiPage> {
  for (let page = Number(cursor); page < 5; page++) {
    await wait(1);
    const body = new TextEncoder().encode(String(page));
    yield { key: `page ${page}`, kind: 'page', body, told: toldOf([page * 2 + 1, page * 2 + 2]), cursor: String(page + 1) };
  }
}

/** A service that nobody has. Its deliveries are lists of numbers, each a fact. */
export const INVENTED: Connector & { readonly webhook: WebhookReader } = {
  kind: 'invented',
  name: 'Invented',
  gives: ['absences'],
  reads: 'Numbers.',
  webhook,
  api: { base: 'https://api.invented.example', needs: '', asks: '', pages },
};
