import type { Handle } from '#core/facts/fact.ts';
import { cellPerson } from '#sources/cells/cell-person.ts';
import { plainText } from '#sources/connecting/plain-text.ts';

const MOST = 50;
const FORGES: readonly (readonly [RegExp, string])[] = [
  [/(^|\.)github\./, 'github'],
  [/(^|\.)gitlab\./, 'gitlab'],
  [/(^|\.)(codeberg\.org|gitea\.)/, 'gitea'],
];

/** People that a document names: a list, or a text with commas. `@login` is an account of the repository's forge. */
export function peopleNamed(said: unknown, repository: string): readonly Handle[] {
  const parts = (Array.isArray(said) ? said : [said]).flatMap((one: unknown) =>
    typeof one === 'string' ? one.split(/[,;]| and | und /) : [],
  );
  return [...new Set(parts.slice(0, MOST).flatMap((part) => personNamed(part, repository) ?? []))];
}

function personNamed(part: string, repository: string): Handle | undefined {
  const text = plainText(part.replaceAll(/^[\s*_`"'[(-]+|[\s*_`"'\])]+$/g, ''), 100);
  // Placeholders of templates, and sentences.
  if (
    text === undefined ||
    /[{}<>[\]|]/.test(text.replace(/<[^<>\s]+@[^<>\s]+>$/, '')) ||
    text.split(' ').length > 5 ||
    !/\p{L}/u.test(text)
  )
    return undefined;
  const login = /^@([A-Za-z0-9][\w.-]*)$/.exec(text)?.[1];
  if (login === undefined) return cellPerson(text).handle;
  const host = repository.split('/')[0]!;
  const forge = FORGES.find(([pattern]) => pattern.test(host))?.[1];
  return forge === undefined ? `name:${login}` : cellPerson(`${forge}:${login}`).handle;
}
