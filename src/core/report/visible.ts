/**
 * Makes a text harmless to show: what would move a cursor, change a colour, reverse a line or hide itself
 * is written out (`\x1b`, `\u202e`), so a repository cannot draw on the reader's screen. Ordinary letters stay.
 */
export function visible(text: string): string {
  return text.replace(UNSAFE, written);
}

/**
 * C0 controls, DEL and C1 controls; zero-width and bidi marks, overrides and isolates; line and paragraph separators;
 * invisible operators and fillers, byte order mark, interlinear marks, tag characters, lone surrogates.
 */
const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|[\u{e0000}-\u{e0fff}]|\p{Surrogate}/gu;

function written(character: string): string {
  if (character === '\n') return '\\n';
  if (character === '\t') return '\\t';
  if (character === '\r') return '\\r';
  const code = character.codePointAt(0)!;
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${code.toString(16).padStart(4, '0')}` : `\\u{${code.toString(16)}}`;
}
