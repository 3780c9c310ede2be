/** Element of the one-file page that holds the packed world: gzip, base64. */
export const WORLD_ELEMENT = 'understudy-world';

/** The packed world: out of the page itself when it is there, else from the local server that gave the page. */
export async function readWorld(onProgress: (share: number) => void): Promise<WorldBytes> {
  const inside = document.getElementById(WORLD_ELEMENT);
  if (inside !== null) return { bytes: await unzip(fromBase64(inside.textContent.trim())), me: null, isToldBeyond: false, closed: null };
  const response = await fetch('/api/world');
  if (!response.ok) throw new Error(await sentenceOf(response));
  const me = response.headers.get('x-world-me');
  const isToldBeyond = response.headers.get('x-world-beyond') !== null;
  const closed = response.headers.get('x-world-closed')?.split(',') ?? null;
  return { bytes: await collect(response, onProgress), me: me === null ? null : Number(me), isToldBeyond, closed };
}

export interface WorldBytes {
  readonly bytes: Uint8Array;
  /** Row of the person who looks, where that is known. */
  readonly me: number | null;
  /** The server that gave it can be asked what sources beyond git tell. */
  readonly isToldBeyond: boolean;
  /** Words of lines about what git cannot say that a source beyond it has closed; null where none tells anything. */
  readonly closed: readonly string[] | null;
}

async function sentenceOf(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => null);
  const said = body !== null && typeof body === 'object' && 'message' in body ? String(body.message) : '';
  return said === '' ? `the local server answered ${response.status}` : said;
}

async function collect(response: Response, onProgress: (share: number) => void): Promise<Uint8Array> {
  const whole = Number(response.headers.get('x-world-bytes') ?? 0);
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for (const reader = response.body!.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    bytes += value.byteLength;
    if (whole > 0) onProgress(Math.min(1, bytes / whole));
  }
  return join(parts, bytes);
}

function join(parts: readonly Uint8Array[], bytes: number): Uint8Array {
  const out = new Uint8Array(bytes);
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.byteLength;
  }
  return out;
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  const out = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) out[at] = binary.charCodeAt(at);
  return out;
}

async function unzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
