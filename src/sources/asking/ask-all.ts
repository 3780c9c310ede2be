import type { ApiOrder } from '#sources/connecting/connector.ts';
import { shapeOf, type Shape } from '#sources/payloads/shape.ts';
import { ask, type Question } from './ask.ts';
import { nextPage } from './next-page.ts';

/** Pages of a list that belongs to one thing: reviews of a change, members of a team. */
const MOST_PAGES = 50;

/** A short list, all of its pages; empty where it is lacking. */
export async function askAll(order: ApiOrder, question: Question): Promise<readonly Shape[]> {
  const found: Shape[] = [];
  let address: string | undefined = question.address;
  for (let page = 0; address !== undefined && page < MOST_PAGES; page++) {
    const answered = await ask(order, { ...question, address });
    if (!answered) break;
    found.push(...entriesOf(answered.json));
    address = nextPage(answered.headers, answered.address, order.base);
  }
  return found;
}

/** Entries of a list; none where it is no list. */
export function entriesOf(json: unknown): readonly Shape[] {
  return Array.isArray(json) ? json.map(shapeOf) : [];
}
