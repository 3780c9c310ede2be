const KEY = 'understudy:repository';

/** Which repository was looked at last, by the id of its source; kept in this browser only. */
export function lastRepository(): string | null {
  return localStorage.getItem(KEY);
}

export function rememberRepository(id: string): void {
  localStorage.setItem(KEY, id);
}
