import type { Handle } from '#core/facts/fact.ts';

/** Further into a text than that nobody is looked for. */
const FAR = 65_536;
const MOST = 50;

/** Accounts that a text calls by `@name`, in the order in which they stand; the text itself goes no further. */
export function mentionsIn(text: unknown, forge: string): readonly Handle[] | undefined {
  if (typeof text !== 'string') return undefined;
  const found = new Set<Handle>();
  for (const [, name] of text.slice(0, FAR).matchAll(/(?<![\w`@/.])@([a-z\d][\w-]{0,99})(?![\w/@-])/gi)) {
    found.add(`${forge}:${name!.toLowerCase()}`);
    if (found.size === MOST) break;
  }
  return found.size > 0 ? [...found] : undefined;
}
