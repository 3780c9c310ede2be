import { refusal } from '#core/terms/refusals.ts';

/**
 * Refuses texts that no database of ours keeps as they are: with the character 0, which PostgreSQL has no place for, and with
 * halves of characters, which come back as others; and what would draw on the terminal of whoever reads them later. A loop and
 * no recursion: what was sent may be nested as deep as its length.
 */
export function refuseUnkeepable(sent: unknown): void {
  const open: unknown[] = [sent];
  while (open.length > 0) {
    const one = open.pop();
    if (typeof one === 'string') refuseText(one);
    else if (typeof one === 'object' && one !== null) {
      for (const key of Object.keys(one)) refuseText(key);
      for (const value of Object.values(one)) open.push(value);
    }
  }
}

/** Controls but for tabs and the ends of lines, which keys and notes hold. */
const STEERING = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

function refuseText(text: string): void {
  if (STEERING.test(text) || !text.isWellFormed()) throw refusal('text-unkeepable', {});
}
