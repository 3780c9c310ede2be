/** Fewer characters than this are refused, more than that are refused too: hashing must not become a way to keep us busy. */
export const LEAST_LENGTH = 12;
export const MOST_LENGTH = 256;
/** What must be left of a password once everything is taken out that everybody tries. */
const LEAST_LEFT = 6;
const LEAST_DIFFERENT = 4;

/** Whose password it is: their own words count as known. */
export interface Whose {
  readonly email: string;
  readonly name: string;
}

/** Why this password is refused; null when it is fine. */
export function passwordProblem(password: string, whose: Whose): string | null {
  const length = Array.from(password).length;
  if (length < LEAST_LENGTH) return `it has ${length} characters, and ${LEAST_LENGTH} are needed`;
  if (length > MOST_LENGTH) return `it has more than ${MOST_LENGTH} characters`;
  const left = Array.from(withoutKnown(password, whose));
  const isThin = left.length < LEAST_LEFT || new Set(left).size < LEAST_DIFFERENT;
  return isThin ? 'it is made of words, names and rows of keys that everybody tries' : null;
}

function withoutKnown(password: string, whose: Whose): string {
  const words = knownWords(whose);
  const plain = withoutWords(password.normalize('NFKC').toLowerCase(), words);
  const rowless = ROWS.reduce(withoutRow, plain.replaceAll(YEAR, '')).replaceAll(/(.)\1{2,}/gu, '');
  return withoutWords(asLetters(rowless).replaceAll(/[^\p{L}\p{N}]/gu, ''), words);
}

const YEAR = /(?:19|20)\d\d/g;

function withoutWords(text: string, words: readonly string[]): string {
  return words.reduce((left, word) => left.replaceAll(word, ''), text);
}

/** Letters behind the figures that are written for them. */
function asLetters(text: string): string {
  return text.replaceAll(/[013457@$!]/g, (sign) => LETTER_OF[sign]!);
}

const LETTER_OF: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's', '!': 'i' };

const ONE_WAY = ['qwertyuiop', 'qwertzuiop', 'azertyuiop', 'asdfghjkl', 'yxcvbnm', 'zxcvbnm', '1234567890', 'abcdefghijklmnopqrstuvwxyz'];
const ROWS = [...ONE_WAY, ...ONE_WAY.map((row) => Array.from(row).reverse().join(''))];
/** This many keys beside each other are a row. */
const ROW_LENGTH = 4;

/** Takes out every stretch of the row, the longest first. */
function withoutRow(text: string, row: string): string {
  let left = text;
  for (let length = row.length; length >= ROW_LENGTH; length--)
    for (let from = 0; from + length <= row.length; from++) left = left.replaceAll(row.slice(from, from + length), '');
  return left;
}

/** Longest first, so that a word inside of another does not leave the rest of it. */
function knownWords({ email, name }: Whose): readonly string[] {
  const own = `${email} ${name}`
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  const words = [...own.map(asLetters), ...EVERYBODY_TRIES.split(' ')].filter((word) => word.length > 2);
  return [...new Set(words)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/** Words that stand in the lists of passwords that are tried first, as letters. */
const EVERYBODY_TRIES =
  'understudy password passwort passwd pass motdepasse contrasena qwerty letmein welcome willkommen hallo hello iloveyou loveyou ' +
  'admin administrator administrateur root master login secret geheim sommer summer winter spring autumn herbst fruehling ' +
  'january february march april june july august september october november december januar februar monday friday ' +
  'monkey dragon football baseball basketball soccer hockey sunshine princess shadow superman batman pokemon starwars ' +
  'michael jordan jessica ashley charlie daniel thomas andrea sabine michelle jennifer nicole flower cheese computer internet ' +
  'samsung google apple microsoft facebook linkedin github gitlab company firma changeme change please default temp test tester ' +
  'trustno whatever freedom liverpool chelsea arsenal berlin hamburg muenchen london paris madrid money killer pepper ginger ' +
  'love liebe schatz mama papa family familie zero number tweety buster harley mustang corvette ferrari porsche mercedes';
