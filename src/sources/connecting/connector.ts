import type { FactFamily } from '#core/facts/fact-kinds.ts';
import type { Told } from '#core/facts/told.ts';
import type { Moment } from '#core/terms/moment.ts';

/**
 * One kind of place beyond git that tells facts: a forge, an incident system, a calendar, a file that somebody fills in.
 * A new one is a folder in `src/sources` and a row in `connectors.ts`. It reads, and nothing else: keeping belongs to store, joining to core/joins.
 */
export interface Connector {
  /** In addresses and files: `github`, `pagerduty`, `calendar`, `tickets`. */
  readonly kind: string;
  /** What people call it. */
  readonly name: string;
  /** What it would let us judge. */
  readonly gives: readonly FactFamily[];
  /** One sentence: what is read of it, and what is not. */
  readonly reads: string;
  readonly file?: FileReader;
  readonly webhook?: WebhookReader;
  readonly api?: ApiReader;
}

/** What is known of the connection that something came by. */
export interface Telling {
  /** Host of the service as places name it, e.g. `github.com`; what the payload itself says goes before it. */
  readonly host: string;
  readonly now: Moment;
  /** Repository that a file is about where it does not say so itself, e.g. `github.com/acme/shop`. */
  readonly repository?: string;
  /** What the import says that all of it is, where a kind of file can be several things: `rota` of a calendar. */
  readonly as?: string;
}

/** The beginning of a file that somebody gave, enough to tell what it is. */
export interface FileSample {
  /** Its last part only, never a path. */
  readonly name: string;
  readonly size: number;
  /** First 64 KiB. */
  readonly head: Uint8Array;
}

export interface FileGiven extends FileSample {
  /** From its beginning, in pieces; may be opened once. */
  readonly open: () => AsyncIterable<Uint8Array>;
}

export interface FileReader {
  /** What it takes, in words: `calendar files (.ics)`. */
  readonly takes: string;
  readonly recognises: (sample: FileSample) => boolean;
  /** It may hold what must never be kept, for no moment: what people wrote to each other, why somebody is away. */
  readonly unkept?: true;
  /** In pieces of bounded size. A bad record is told as skipped; a file that is not what it seems throws a refusal. */
  readonly read: (file: FileGiven, telling: Telling) => AsyncIterable<Told>;
}

/** One delivery as it came; names of headers in lower case. */
export interface Delivery {
  readonly headers: Readonly<Record<string, string>>;
  /** The very bytes that were signed. */
  readonly body: Uint8Array;
}

export interface WebhookReader {
  /** What to enter at the other side, in a sentence or two. */
  readonly setUp: string;
  /** Its secret is made at the other side, which takes none of ours. */
  readonly secretThere?: true;
  /** Over the raw bytes, in constant time, with each of the secrets in use; nothing is parsed before. Old moments are refused where the scheme has them. */
  readonly verifies: (delivery: Delivery, secrets: readonly string[], now: Moment) => boolean;
  /** The same for the same delivery sent again. */
  readonly keyOf: (delivery: Delivery) => string;
  /** What the source calls it: `pull_request.opened`. */
  readonly kindOf: (delivery: Delivery) => string;
  /** What to answer where the source first asks whether anybody is there; the body to send. Only after `verifies`. */
  readonly handshake?: (delivery: Delivery) => string | undefined;
  /** Cuts out of the body what must never be kept: secrets that old versions put there. */
  readonly strip?: (body: Uint8Array) => Uint8Array;
  readonly read: (delivery: Delivery, telling: Telling) => Told;
}

export interface ApiOrder {
  /** Where the API is, as configured: `https://api.github.com`. */
  readonly base: string;
  readonly token: string;
  /** What is read there: repositories, teams, nothing at all where it is the whole account. */
  readonly what: readonly string[];
  /** Nothing older than that. */
  readonly since: Moment;
  /** As the last page that was kept gave it; absent: from the beginning. */
  readonly cursor?: string;
  /** The only way to the network: guarded, with a deadline for each request. */
  readonly fetch: (
    address: string,
    request: { readonly method?: string; readonly headers: Readonly<Record<string, string>>; readonly body?: string },
  ) => Promise<Response>;
  /** Waits, e.g. until a rate limit ends; breaks off with the order. */
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly telling: Telling;
}

/** One page that was read, kept with what it tells and where to go on, in one transaction. */
export interface ApiPage {
  /** Natural key of the page and its version: the same for the same content. */
  readonly key: string;
  readonly kind: string;
  readonly body: Uint8Array;
  readonly told: Told;
  readonly cursor: string;
}

export interface ApiReader {
  readonly base: string;
  /** Rights that the token needs, in a sentence. */
  readonly needs: string;
  /** What `what` holds: `repositories as owner/name`. */
  readonly asks: string;
  /** Whether it can be asked for that; absent: it is asked for nothing, and the whole account is read. */
  readonly canRead?: (what: string) => boolean;
  /** Seconds before the last walk that the next one reads once more, a day where nothing stands here: more where lists go by when something began. */
  readonly again?: number;
  readonly pages: (order: ApiOrder) => AsyncIterable<ApiPage>;
}
