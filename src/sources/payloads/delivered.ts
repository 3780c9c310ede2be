import { fieldOf, hasShape, parsedJson, type Shape, shapeIn, shapeOf } from './shape.ts';

const OF_A_FORGE = /^x-(?:github|gitlab|gitea|forgejo|gogs)-event$/i;

/**
 * What was delivered, where a record is a delivery as logs and forwarders write it down: headers beside a body (`{"headers": …, "body": …}`), headers
 * among the rest (smee), or a request with both (GitHub's own log of deliveries). The body may be a text. Anything else is itself.
 */
export function deliveredIn(record: Shape): Shape {
  if (hasShape(shapeIn(record, 'request'), 'headers')) return bodyIn(shapeIn(record, 'request')) ?? record;
  const isLogged = hasShape(record, 'headers') || Object.keys(record).some((key) => OF_A_FORGE.test(key));
  return (isLogged ? bodyIn(record) : undefined) ?? record;
}

function bodyIn(record: Shape): Shape | undefined {
  for (const key of ['body', 'payload']) {
    const value = fieldOf(record, key);
    const body = typeof value === 'string' ? parsedJson(new TextEncoder().encode(value)) : value;
    if (Object.keys(shapeOf(body)).length > 0) return shapeOf(body);
  }
  return undefined;
}
