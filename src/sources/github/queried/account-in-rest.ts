import { flagIn, idIn, type Shape, shapeIn, textIn } from '#sources/payloads/shape.ts';

/** Apps are `app/name` to the command line and `name` to queries, and `name[bot]` everywhere else. */
export function accountInRest(shape: Shape, key: string): Shape {
  const account = shapeIn(shape, key);
  const login = idIn(account, 'login');
  const isApp = flagIn(account, 'is_bot') === true || textIn(account, '__typename') === 'Bot';
  const plain = login?.replace(/^app\//, '');
  return {
    ...account,
    login: isApp && plain !== undefined && !plain.endsWith('[bot]') ? `${plain}[bot]` : plain,
    type: isApp ? 'Bot' : undefined,
  };
}
