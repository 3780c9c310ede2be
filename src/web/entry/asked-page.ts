const KEY = 'understudy: the page that was asked for';

/** Before the browser leaves for the provider of sign-in: it comes back to the first page. */
export function keepAskedPage(): void {
  sessionStorage.setItem(KEY, location.pathname + location.search);
}

/** The page that was asked for before signing in, once; null where it is the one that stands here. */
export function takeAskedPage(): string | null {
  const page = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  // Two slashes would lead to another site.
  return page !== null && /^\/(?!\/)/.test(page) && location.pathname === '/' ? page : null;
}
