import { emptiedNote } from './said-in-note.ts';

/** Deeper than that no source goes. */
const DEEPEST = 40;

/**
 * What is kept of a payload: texts that people wrote under these keys are emptied, whatever holds them. `isText` is given the key and the
 * object that it stands in.
 */
export function withoutTexts(
  value: unknown,
  isText: (key: string, inside: Readonly<Record<string, unknown>>) => boolean,
  depth = 0,
): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= DEEPEST) return null;
  if (Array.isArray(value)) return value.map((one) => withoutTexts(one, isText, depth + 1));
  const inside = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(inside).map(([key, one]) => [
      key,
      typeof one === 'string' && isText(key, inside) ? emptiedNote(one) : withoutTexts(one, isText, depth + 1),
    ]),
  );
}
