/** Ways to come in here, as people call them. */
export function waysIn(provider: object | null): readonly string[] {
  return ['e-mail address and password', 'passkey', ...(provider === null ? [] : ['OpenID Connect'])];
}
