import type { Handle } from '#core/facts/fact.ts';

/** What a text is, without what it says. */
export interface SaidIn {
  readonly question: boolean;
  readonly why: boolean;
  readonly urgent: boolean;
  readonly link: boolean;
  readonly mentions: readonly Handle[];
}

const MOST_TEXT = 16 * 1024;
const MOST_MENTIONS = 50;
/** Words that ask for a reason: English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Swedish/Danish/Norwegian, Japanese. */
const WHY =
  /(?<!\p{L})(?:why|how come|what['’]?s the reason|warum|wieso|weshalb|pourquoi|por qué|perché|por que|porquê|waarom|dlaczego|varför|hvorfor)(?!\p{L})|なぜ|どうして/iu;
/** How questions begin where no mark ends them, in the same languages. */
const BEGINS =
  /^(?:(?:does|do|did|is|are|can|could|would|has|have) (?:anyone|anybody|somebody|someone|we|you|it|there|this)|who|what|where|when|how|why|which|wer|was|wo|wann|wie|warum|wieso|weiß jemand|kann jemand|qui|où|quand|comment|pourquoi|quién|dónde|cuándo|cómo|chi|dove|quando|come mai|quem|onde|como|wie weet|waar|waarom|kto|gdzie|jak|dlaczego|vem|var|hur|varför|hvem|hvor|hvordan|hvorfor)(?!\p{L})/iu;
const URGENT =
  /<!(?:here|channel|everyone)[|>]|:(?:rotating_light|sos|fire):|(?<!\p{L})(?:urgent|asap|dringend|sofort|urgente|pilne|brådskande)(?!\p{L})/iu;
/** But for Slack's own machine, which is in every workspace. */
const MENTION = /<@(?!USLACKBOT[|>])([UW][A-Z0-9]{1,30})(?:\|[^>]{0,100})?>/g;
const LINK = /<(https?:\/\/[^|>\s]{1,2000})[|>]/g;
/** Pictures, and other threads: neither is something written down. */
const NOTHING_WRITTEN =
  /^https?:\/\/(?:[^/]*\.)?(?:giphy\.com|tenor\.com|slack\.com\/archives)|^https?:\/\/[^/]*slack\.com\/archives|\.(?:gif|png|jpe?g|webp)(?:[?#]|$)/i;

/** Whether a text asks, asks why, presses, leads to something written, and whom it names; by marks and a few words, which is coarse. */
export function saidIn(whole: string): SaidIn {
  const text = whole.slice(0, MOST_TEXT);
  // Code asks nobody.
  const plain = text.replaceAll(/```[\s\S]*?(?:```|$)|`[^`\n]*`/g, ' ');
  const words = plain.replaceAll(/<[^>]*>/g, ' ').trim();
  const marked = /[?？؟](?!\S*=)/u.test(words);
  return {
    question: marked || BEGINS.test(words),
    why: WHY.test(words) && (marked || BEGINS.test(words)),
    urgent: URGENT.test(plain),
    link: [...text.matchAll(LINK)].some(([, address]) => !NOTHING_WRITTEN.test(address!)),
    mentions: [...new Set([...text.matchAll(MENTION)].map(([, person]) => `slack:${person!}` as const))].slice(0, MOST_MENTIONS),
  };
}

/** A text that is the same in all this, and says nothing else: what is kept of a delivery. */
export function emptiedText(text: string): string {
  const { question, why, urgent, link, mentions } = saidIn(text);
  const people = mentions.map((handle) => `<@${handle.slice('slack:'.length)}>`);
  return [why ? 'why?' : question ? '?' : '', urgent ? '<!here>' : '', link ? '<https://link.invalid>' : '', ...people]
    .filter((part) => part !== '')
    .join(' ');
}
