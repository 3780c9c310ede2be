import type { SentTo } from '#contract/operations.ts';
import type { Typed } from '#web/plain/form.tsx';

/** Minutes. */
export const EVERY = 60;

/** What was typed, as the server takes it: fields that are empty are not said. */
export function wishOf(kind: string, typed: Typed): SentTo<'add-connection'>['body'] {
  const { since = '', every = '', near, what = '' } = typed;
  const texts = (['name', 'base', 'credential', 'secret'] as const).flatMap((key) =>
    typed[key]?.trim() ? [[key, typed[key].trim()]] : [],
  );
  return {
    kind,
    ...Object.fromEntries(texts),
    ...(what.trim() === '' ? {} : { what: linesOf(what) }),
    ...(since === '' ? {} : { since: Date.parse(since) / 1000 }),
    ...(every === '' ? {} : { everyMinutes: Number(every) }),
    ...(near === undefined ? {} : { privateAllowed: true }),
  };
}

export function linesOf(text: string): string[] {
  return text
    .split(/[\n,]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
