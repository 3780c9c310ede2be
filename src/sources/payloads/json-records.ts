/** One record of a list; `bytes` is undefined where it is longer than any should be. */
export interface JsonRecord {
  readonly bytes: Uint8Array | undefined;
}

/** A change with a very long description and a thousand labels is far below it. */
export const LONGEST_RECORD = 8 * 1024 * 1024;

/** The signs that JSON is made of. */
export const SIGNS = { openList: 0x5b, closeList: 0x5d, open: 0x7b, close: 0x7d, quote: 0x22, escape: 0x5c, colon: 0x3a } as const;

/**
 * The outermost objects of a JSON text, however it holds them: one object, a list, lists in a list (`gh api --paginate --slurp`), lists behind each
 * other (`gh api --paginate`), or one object a line. Never holds more than one record, however long the file.
 */
export async function* jsonRecords(pieces: AsyncIterable<Uint8Array>): AsyncIterable<JsonRecord> {
  const state = { depth: 0, quoted: false, escaped: false, held: [] as Uint8Array[], length: 0 };
  for await (const piece of pieces) {
    let start = state.depth > 0 ? 0 : -1;
    for (let i = 0; i < piece.length; i++) {
      const byte = piece[i]!;
      if (state.depth === 0) {
        if (byte !== SIGNS.open) continue;
        state.depth = 1;
        start = i;
        continue;
      }
      step(state, byte);
      if (state.depth > 0) continue;
      hold(state, piece.subarray(start, i + 1));
      yield { bytes: state.length > LONGEST_RECORD ? undefined : Buffer.concat(state.held) };
      state.held = [];
      state.length = 0;
      start = -1;
    }
    if (start >= 0) hold(state, piece.subarray(start));
  }
  // What broke off in the middle is a record that cannot be read.
  if (state.depth > 0) yield { bytes: undefined };
}

/** Only braces and brackets within the record count, and none inside a text. */
function step(state: { depth: number; quoted: boolean; escaped: boolean }, byte: number): void {
  if (state.escaped) state.escaped = false;
  else if (state.quoted && byte === SIGNS.escape) state.escaped = true;
  else if (byte === SIGNS.quote) state.quoted = !state.quoted;
  else if (!state.quoted && (byte === SIGNS.open || byte === SIGNS.openList)) state.depth++;
  else if (!state.quoted && (byte === SIGNS.close || byte === SIGNS.closeList)) state.depth--;
}

function hold(state: { held: Uint8Array[]; length: number }, bytes: Uint8Array): void {
  state.length += bytes.length;
  if (state.length > LONGEST_RECORD) state.held = [];
  else state.held.push(bytes);
}
