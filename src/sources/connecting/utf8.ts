/** How a text begins that is not UTF-8: Windows PowerShell writes whatever `>` sends into a file so. */
function encodingOf(head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : undefined;
}

/** The beginning of a text, whichever way it is written, without its mark. */
export function textOf(head: Uint8Array): string {
  return new TextDecoder(encodingOf(head) ?? 'utf-8').decode(head);
}

/** The same text in UTF-8, piece by piece. */
export async function* inUtf8(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let begun = false;
  for await (const piece of pieces) {
    if (!begun && piece.length > 0) {
      const encoding = encodingOf(piece);
      decoder = encoding && new TextDecoder(encoding);
      begun = true;
    }
    yield decoder === undefined ? piece : encoder.encode(decoder.decode(piece, { stream: true }));
  }
  if (decoder !== undefined) yield encoder.encode(decoder.decode());
}
