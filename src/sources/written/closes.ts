import type { Item } from '#core/facts/fact.ts';
import { fieldOf, type Shape } from '#sources/payloads/shape.ts';
import { type WhereItem, whereNamed, whereOfPage } from '#sources/payloads/where-of.ts';

/** Further into a description nobody is looked for. */
const FAR = 16_384;
const MOST = 20;
/** Comments of templates and code say nothing. */
const UNSAID = /<!--[\s\S]*?-->|```[\s\S]*?```|`[^`\n]*`/g;
const REFERENCE = String.raw`(?:https?:\/\/[^\s,()<>]{1,300}\/(?:-\/)?issues\/\d{1,15}|(?:[\w.-]{1,100}(?:\/[\w.-]{1,100}){1,10})?#\d{1,15})`;
/** GitHub's words, which Gitea takes over: one issue for each. */
const GITHUB = new RegExp(String.raw`(?<![\w-])(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?[ \t]+(${REFERENCE})(?!\w)`, 'gi');
/** GitLab's usual pattern: more words, and several issues behind one. */
const GITLAB = new RegExp(
  String.raw`(?<![\w-])(?:clos(?:e[sd]?|ing)|fix(?:e[sd]|ing)?|resolv(?:e[sd]?|ing)|implement(?:s|ed|ing)?):?[ \t]+(?:issues?[ \t]+)?(${REFERENCE}(?:[ \t]{0,5},?[ \t]{1,5}and[ \t]{1,5}${REFERENCE}|[ \t]{0,5},[ \t]{0,5}${REFERENCE}){0,19})(?!\w)`,
  'gi',
);

/** Issues that a change says it closes, in the words that make its forge close them; the description itself goes no further. */
export function closesIn(change: Shape, key: string, where: WhereItem): readonly Item[] | undefined {
  const text = fieldOf(change, key);
  if (typeof text !== 'string') return undefined;
  const said = text.slice(0, FAR).replaceAll(UNSAID, ' ');
  const pattern = where.item.includes('!') ? GITLAB : GITHUB;
  const references = [...said.matchAll(pattern)].flatMap(([, list]) => list!.match(new RegExp(REFERENCE, 'g')) ?? []);
  const items = new Set(references.slice(0, MOST).flatMap((one) => itemOf(one, where) ?? []));
  return items.size === 0 ? undefined : [...items];
}

function itemOf(reference: string, { place }: WhereItem): Item | undefined {
  if (reference.startsWith('http')) return whereOfPage(reference)?.item;
  const [name, number] = reference.split('#');
  const own = place.slice('repository:'.length);
  const repository = name === '' ? own : whereNamed(`${own.slice(0, own.indexOf('/'))}/${name}`).repository;
  return `${repository}#${Number(number)}`;
}
