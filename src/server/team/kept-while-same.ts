/** Whoever looks within this time (milliseconds) of each other is told the same. */
export function sharedFor<Result>(milliseconds: number, look: () => Promise<Result>): () => Promise<Result> {
  let last: { readonly at: number; readonly result: Promise<Result> } | undefined;
  return async () => {
    const now = performance.now();
    if (last === undefined || now - last.at >= milliseconds) {
      const result = look();
      const mine = { at: now, result };
      last = mine;
      result.catch(() => (last = last === mine ? undefined : last));
    }
    return await last.result;
  };
}

/** What was found last, the very same, for as long as the mark stays the same; the mark is looked at first, so that nothing that comes meanwhile is missed. */
export function keptWhileSame<Result>(mark: () => Promise<string>, look: () => Promise<Result>): () => Promise<Result> {
  let last: { readonly mark: string; readonly result: Promise<Result> } | undefined;
  return async () => {
    const seen = await mark();
    if (last?.mark !== seen) {
      const result = look();
      const mine = { mark: seen, result };
      last = mine;
      result.catch(() => (last = last === mine ? undefined : last));
    }
    return await last!.result;
  };
}
