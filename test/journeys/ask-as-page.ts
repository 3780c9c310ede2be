import type { Page } from 'playwright-core';

export interface Asked {
  readonly status: number;
  /** The body of the reply; null where there is none. */
  readonly told: unknown;
}

/** As the page itself asks: with its session and from its origin. */
export async function askAsPage(page: Page, method: string, path: string, body?: unknown): Promise<Asked> {
  return await page.evaluate(
    async ([how, where, sent]) => {
      const reply = await fetch(where!, {
        method: how!,
        headers: { 'x-understudy': 'page', ...(sent === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(sent === undefined ? {} : { body: sent }),
      });
      return { status: reply.status, told: reply.status === 204 ? null : ((await reply.json()) as unknown) };
    },
    [method, path, body === undefined ? undefined : JSON.stringify(body)],
  );
}
