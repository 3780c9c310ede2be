import { HOUR, type Moment } from '#core/terms/moment.ts';
import { boundedBody } from './bounded-body.ts';

/** What a source says is believed up to here; a limit that lasts longer is asked about again. */
const LONGEST = HOUR + 300;
/** Where a limit is told without its end: GitHub asks for at least a minute. */
const UNTOLD = 60;

/**
 * Seconds to wait because of a limit before the same request is sent again; undefined where the answer is about no limit.
 * Understands `Retry-After` (seconds or a date), `x-ratelimit-reset` and `ratelimit-reset` (seconds since 1970, or seconds to go).
 */
export function pauseBefore(response: Response, now: Moment): number | undefined {
  if (response.status !== 429 && response.status !== 403 && response.status !== 503) return undefined;
  const after = secondsAfter(response.headers.get('retry-after'), here(response, now));
  if (after !== undefined) return bounded(after);
  if (response.status === 503) return undefined;
  const spent = number(response.headers.get('x-ratelimit-remaining') ?? response.headers.get('ratelimit-remaining')) === 0;
  const reset = number(response.headers.get('x-ratelimit-reset') ?? response.headers.get('ratelimit-reset'));
  if (spent && reset !== undefined) return bounded(reset > 1e9 ? reset - here(response, now) + 1 : reset);
  return response.status === 429 || spent ? UNTOLD : undefined;
}

/** GitHub's secondary limits may come as 403 without a header that says so, in words only. */
export async function pauseUntold(response: Response): Promise<number | undefined> {
  if (response.status !== 403) return undefined;
  const said = await boundedBody(response.clone(), 65_536);
  return said && /secondary rate limit|abuse detection/i.test(Buffer.from(said).toString('utf8')) ? UNTOLD : undefined;
}

/** The clock of the other side, where it says so: what it tells is meant by it. */
function here(response: Response, now: Moment): Moment {
  const date = Date.parse(response.headers.get('date') ?? '');
  return Number.isNaN(date) ? now : date / 1000;
}

function secondsAfter(text: string | null, now: Moment): number | undefined {
  const seconds = number(text);
  if (seconds !== undefined || text === null) return seconds;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : date / 1000 - now;
}

function number(text: string | null): number | undefined {
  return text !== null && /^\d{1,12}$/.test(text.trim()) ? Number(text) : undefined;
}

function bounded(seconds: number): number {
  return Math.min(LONGEST, Math.max(1, Math.ceil(seconds)));
}
