import { visible } from '#core/report/visible.ts';
import type { ReplyOf } from '#contract/operations.ts';

type Join = ReplyOf<'list-joins'>['joins'][number];

/** What stands between the two names. */
export const IS: Readonly<Record<Join['state'], string>> = {
  guessed: 'is taken for',
  suggested: 'may be',
  confirmed: 'is',
  rejected: 'is not',
};

/** A name by what it is; the source's own word below, where it has another name beside. */
export function Called({ word, name }: { readonly word: string; readonly name: string | null }) {
  const said = SORTS.find(([before]) => word.startsWith(before));
  if (name !== null && name !== word)
    return (
      <>
        {visible(name)} <small>{visible(word)}</small>
      </>
    );
  return <>{said === undefined ? visible(word) : `${said[1]} ${visible(word.slice(said[0].length))}`}</>;
}

const SORTS: readonly (readonly [before: string, sort: string])[] = [
  ['area:', 'the area'],
  ['repository:', 'the repository'],
  ['alert:', 'the alert'],
  ['document:', 'the document'],
  ['service:', 'the service'],
  ['component:', 'the catalog entry'],
  ['schedule:', 'the rota'],
  ['channel:', 'the channel'],
  ['customer:', 'the customer'],
  ['team:', 'the team'],
  ['calendar:', 'the calendar'],
];

export function surenessOf({ state, confidence, own, may }: Pick<Join, 'state' | 'confidence' | 'own' | 'may'>): string {
  if (state === 'confirmed') return 'confirmed';
  if (state === 'rejected') return 'rejected';
  const sure = `confidence of this rule: ${Math.round(confidence * 100)} %`;
  if (state === 'guessed') return `in use until somebody says otherwise · ${sure}`;
  return own && !may.includes('confirm')
    ? `not used; an administrator can confirm it · ${sure}`
    : `not used until somebody confirms it · ${sure}`;
}
