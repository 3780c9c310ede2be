/** `checkout-api` of `Checkout API`, `checkout_api`, `CheckoutApi`, `@acme/checkout-api`. */
export function thingKey(text: string): string {
  return text
    .slice(0, LONGEST)
    .replace(/^@[^/]*\//, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

const LONGEST = 200;

/** The last part of a place: what somebody would call it. */
export function lastPart(place: string): string {
  const own = place.slice(place.indexOf(':') + 1);
  return own.slice(own.lastIndexOf('/') + 1);
}

const EVERYWHERE = new Set(
  'service svc api app server backend prod production live team channel rota schedule on call oncall primary secondary help ask urgent support alerts incidents ops'.split(
    ' ',
  ),
);

/** Without the words that every service, channel or schedule has; '' when nothing is left. */
export function bareKey(key: string): string {
  return key
    .split('-')
    .filter((word) => !EVERYWHERE.has(word))
    .join('-');
}

/** `github.com/acme/shop` of any address that git or a page knows it by; lower case, as hosts and forges compare. */
export function repositoryKey(address: string): string {
  const plain = address.trim().toLowerCase();
  const scp = /^(?:[^@/:]+@)?([^/:]+):(?!\/\/)(.+)$/.exec(plain);
  const url = /^[a-z][a-z0-9+.-]*:\/\/(?:[^@/]*@)?([^/:]+)(?::\d+)?\/(.+)$/.exec(plain);
  const [host, path] = url !== null ? [url[1], url[2]!] : scp !== null ? [scp[1], scp[2]!] : ['', plain];
  const bare = path
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
    .replace(/\.git$/, '')
    .replace(/^\/+/, '');
  return host === '' ? bare : `${host}/${bare}`;
}
