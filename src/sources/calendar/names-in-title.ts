import { sortIn } from './sorts-of-events.ts';

const NAME = /^\p{L}[\p{L}.'’-]*(?: [\p{L}.'’-]+){0,3}$/u;
const FULL = /^\p{Lu}[\p{L}.'’-]*(?: [\p{L}.'’-]+){0,2} \p{Lu}[\p{L}.'’-]*$/u;
/** `Example, Ada`: one person, as address books write it; in a calendar of absences two seldom share an entry. */
const TURNED = /^\p{Lu}[\p{L}.'’-]*, \p{Lu}[\p{L}.'’-]*$/u;

/** Small words between a name and what it is said of: `Ada Example is on …`, `… for Ada Example`. */
const BETWEEN = /(?: (?:is|are|on|in|at|has|ist|hat|im|est|en|está|è|in|op|är|er))+(?: (?:out|off|weg|frei))?$/iu;
const BEFORE = /^(?:(?:for|of|by|für|pour|de|para|di|per|voor|dla|för|til)\s+)+/iu;
const OWNED = /['’]s$/u;
/** What goes with the word for a leave, and is nobody's name. */
const KIND_OF_LEAVE =
  /(?<![\p{L}\p{N}])(?:un)?paid(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])(?:half[ -]day|full[ -]day|all[ -]day|ganztags|ganztägig|halbtags|halber tag|vormittags?|nachmittags?)(?![\p{L}\p{N}])/giu;

/** That a title says who is absent: there `Example, Ada` is one. */
export const ABSENT = 'absent';

/** What is left of a title beside the word that says what it is: of its parts the first that is a full name, else the first, where that can be a name. */
export function namesIn(title: string, kind?: typeof ABSENT): readonly string[] {
  const rest = (sortIn(title)?.rest ?? title).replace(KIND_OF_LEAVE, ' ');
  const parts = rest
    .split(/ [-–—|/] |[:()[\]]/u)
    .map(plain)
    .filter((part) => /\p{L}/u.test(part))
    .map((part) => (kind === ABSENT && TURNED.test(part) ? [part] : separate(part)));
  const found = parts.find((names) => names.every((name) => FULL.test(name) || TURNED.test(name))) ?? parts[0] ?? [];
  return found.filter((name) => name.length <= 60 && (NAME.test(name) || TURNED.test(name))).slice(0, 10);
}

function separate(part: string): readonly string[] {
  return part
    .split(/[,;&+]| (?:and|und|et|och) /u)
    .map(plain)
    .filter((name) => name !== '');
}

function plain(text: string): string {
  return text
    .trim()
    .replace(/^[-–—,;\s]+|[-–—,;\s]+$/gu, '')
    .replaceAll(/\s+/g, ' ')
    .replace(BETWEEN, '')
    .replace(BEFORE, '')
    .replace(OWNED, '');
}
