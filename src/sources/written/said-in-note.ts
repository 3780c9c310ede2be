import type { FactDetails } from '#core/facts/fact-details.ts';

/** Further into a note than that nobody is heard. */
const FAR = 20_000;

/** In this order: who rolled back and then fixed it has rolled back. Words as they stand in notes of incidents, not in sentences about plans. */
const WAYS: readonly (readonly ['rollback' | 'restart' | 'failover' | 'fix', RegExp])[] = [
  ['rollback', /\b(?:roll(?:ed|ing)?[ -]?back|revert(?:ed|ing)?|back(?:ed)? out)\b/i],
  ['failover', /\b(?:fail(?:ed|ing)?[ -]?over|switched (?:over )?to (?:the )?(?:replica|standby|secondary))\b/i],
  ['restart', /\b(?:re-?start(?:ed|ing)?|re-?boot(?:ed|ing)?|bounced|re-?cycled)\b/i],
  ['fix', /\b(?:(?:hot)?fix(?:ed)?|patch(?:ed)?|repaired|resolved by)\b/i],
];
/** Said of what is yet to be found, asked or denied. */
const OPEN_CAUSE =
  /\b(?:no|unknown|unclear|not? (?:yet )?(?:known|found|clear)|don'?t know|still (?:looking|searching))\b[^.!?\n]{0,40}\bcause|\bcause\b[^.!?\n]{0,20}(?:\?|\b(?:unknown|unclear|tbd|not (?:yet )?(?:known|found|clear))\b)/i;
const CAUSE = /\b(?:root[ -]?cause|caused by|because of|the cause (?:was|is)|due to|cause:)/i;

/** What a note tells of the way an incident ended, and whether it names a cause. The note itself goes no further. */
export function saidInNote(text: unknown): Pick<FactDetails['responded'], 'how' | 'cause'> {
  if (typeof text !== 'string') return {};
  const said = text.slice(0, FAR);
  const how = WAYS.find(([, words]) => words.test(said))?.[0];
  return { ...(how !== undefined && { how }), cause: CAUSE.test(said) && !OPEN_CAUSE.test(said) };
}

const WORDS = { rollback: 'rolled back', failover: 'failed over', restart: 'restarted', fix: 'fixed' } as const;

/** A note without a word of its own that is still understood the same: what is kept of it with the delivery. */
export function emptiedNote(text: string): string {
  const { how, cause } = saidInNote(text);
  const words = how === undefined || how === 'other' ? [] : [WORDS[how]];
  return [...words, ...(cause === true ? ['root cause'] : [])].join(', ');
}
