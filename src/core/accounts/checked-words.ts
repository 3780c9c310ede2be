import { refusal } from '#core/terms/refusals.ts';

/** Longest address that mail knows (RFC 5321), and longest name that is shown. */
const LONGEST_EMAIL = 254;
const LONGEST_NAME = 200;
const EMAIL = /^[^\s@<>"(),:;[\\\]]+@[^\s@<>"(),:;[\\\]]+$/u;
/** Control signs, and those that turn the direction of text or cannot be seen. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;

/** An e-mail address as accounts are found by it: composed, in lower case, without blanks around it. */
export function checkedEmail(text: string): string {
  const email = text.normalize('NFC').trim().toLowerCase();
  if (email.length > LONGEST_EMAIL || !EMAIL.test(email) || HIDDEN.test(email))
    throw refusal('bad-email', { email: text.slice(0, LONGEST_EMAIL) });
  return email;
}

/** A name as it is shown to others. */
export function checkedName(text: string): string {
  const name = text.normalize('NFC').trim();
  if (name === '' || name.length > LONGEST_NAME || HIDDEN.test(name)) throw refusal('bad-name', {});
  return name;
}

/** A spelling as git writes it: an address, or a name and an address; a name alone is not enough to be told from namesakes. */
export function checkedSpelling(text: string): string {
  const both = /^\s*([^<>]*?)\s*<([^<>]*)>\s*$/.exec(text);
  if (both === null || both[1] === '') return checkedEmail(both?.[2] ?? text);
  return `${checkedName(both[1]!)} <${checkedEmail(both[2]!)}>`;
}
