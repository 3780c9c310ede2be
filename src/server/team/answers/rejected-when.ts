/** Never fulfilled: for a race against work that somebody may give up. */
export async function rejectedWhen(signal: AbortSignal, problem: () => unknown): Promise<never> {
  return await new Promise((_, reject) => {
    if (signal.aborted) reject(problem());
    signal.addEventListener('abort', () => reject(problem()), { once: true });
  });
}
