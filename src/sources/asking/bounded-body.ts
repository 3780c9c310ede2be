/** No page of an API that is asked for a hundred things is longer. */
const MOST_BYTES = 32 * 1024 * 1024;

/** The body of an answer; undefined when it is longer than any should be, or breaks off. */
export async function boundedBody(response: Response, most = MOST_BYTES): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const piece of response.body ?? []) {
      length += piece.length;
      if (length > most) return undefined;
      pieces.push(piece);
    }
    return Buffer.concat(pieces);
  } catch {
    return undefined;
  }
}
