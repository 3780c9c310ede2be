import type { ReplyOf } from '#contract/operations.ts';
import { Refusal } from '#core/terms/refusal.ts';
import type { Asking, Beyond, RulesAsked } from './use-beyond.ts';

/** The server on this machine that gave the page, which runs `understudy facets` and `understudy owners` for it. */
export const BEYOND_OF_PAGE: Beyond = {
  facets: (area) => asking(addressOf('facets', area === undefined ? {} : { area })),
  rules: (asked) => asking(addressOf('owners', asked)),
};

/** The same of `understudy signals`. */
export const SIGNALS_OF_PAGE: Asking<ReplyOf<'answer-signals'>> = asking('/api/answers/signals');

function addressOf(question: 'facets' | 'owners', asked: RulesAsked): string {
  const said = Object.entries(asked).flatMap(([name, value]) => [value].flat().map((one) => [name, String(one)]));
  return said.length === 0 ? `/api/answers/${question}` : `/api/answers/${question}?${new URLSearchParams(said).toString()}`;
}

function asking<Told>(address: string): Asking<Told> {
  return { key: [address], read: async (signal) => await read<Told>(address, signal) };
}

async function read<Told>(address: string, signal: AbortSignal): Promise<Told> {
  const reply = await fetch(address, { signal });
  const body = (await reply.json()) as Told & { readonly code: string; readonly message: string; readonly remedy: string };
  if (!reply.ok) throw new Refusal(body.code, body.message, body.remedy);
  return body;
}
