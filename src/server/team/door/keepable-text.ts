import { refusal } from '#core/terms/refusals.ts';

/**
 * Refuses texts that no database of ours keeps as they are: with the character 0, which PostgreSQL has no place for, and with
 * halves of characters, which come back as others. A loop and no recursion: what was sent may be nested as deep as its length.
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

function refuseText(text: string): void {
  if (text.includes('\0') || !text.isWellFormed()) throw refusal('text-unkeepable', {});
}
