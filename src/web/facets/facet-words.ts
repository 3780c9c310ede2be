import type { ReplyOf } from '#contract/operations.ts';
import { counted, listed } from '#core/terms/figures.ts';
import type { Verdict } from '#core/terms/verdict.ts';

export type FacetsTold = ReplyOf<'answer-facets'>;
export type FacetTold = FacetsTold['rows'][number];

/** What is judged beside changing files, in the order of a page. */
export const BEYOND_CODE = ['review', 'operate', 'explain'] as const;
export type BeyondCode = (typeof BEYOND_CODE)[number];

const WORDS: Readonly<Record<BeyondCode, { readonly doing: string; readonly asked: string }>> = {
  review: { doing: 'Reviewing', asked: 'changes to review' },
  operate: { doing: 'Operating', asked: 'incidents to end' },
  explain: { doing: 'Explaining', asked: 'questions and decisions' },
};

export function doingWord(facet: BeyondCode): string {
  return WORDS[facet].doing;
}

/** What comes of it in a fortnight. */
export function askedWords(facet: BeyondCode): string {
  return WORDS[facet].asked;
}

/** What can be said of one area beyond code, in one sentence: facets of the same verdicts together. */
export function sayFacets(rows: readonly FacetTold[]): string {
  const judged = BEYOND_CODE.flatMap((facet) => {
    const row = rows.find((one) => one.kind === 'facet' && one.facet === facet);
    return row === undefined || row.verdict === null || row.verdict === 'not judged' ? [] : [{ facet, now: row.verdict, worst: row.worst }];
  });
  const rights = rows.filter(({ kind }) => kind === 'right').length;
  const sole = rights === 0 ? '' : ` ${counted(rights, 'right')} that it takes ${rights === 1 ? 'has' : 'have'} one holder or none.`;
  if (judged.length === 0) return `Nothing beyond changing it is judged here yet.${sole}`;
  const groups = [...Map.groupBy(judged, ({ now, worst }) => `${now} ${worst}`).values()].map((group) => {
    const { now, worst } = group[0]!;
    const words = listed(group.map(({ facet }, at) => (at === 0 ? doingWord(facet) : doingWord(facet).toLowerCase())));
    const verb = (verdict: Verdict): string => (group.length === 1 ? verdict : verdict.slice(0, -1));
    return `${words} ${verb(now)}${worst === now ? '' : ` and ${verb(worst)} in one absence`}.`;
  });
  return `${groups.join(' ')}${sole}`;
}

/** How many are able, as words: never a figure of people beyond two. */
export function sayAble({ able, withHelp }: Pick<FacetTold, 'able' | 'withHelp'>): string {
  if (able === 'nobody' && withHelp === 'nobody') return 'Nobody has lately done it without whoever usually does, nor could with help.';
  const alone = able === 'nobody' ? 'Nobody is able alone' : `${capital(spelled(able))} able alone`;
  const helped = withHelp === 'nobody' ? 'nobody else with help' : `${spelled(withHelp)} with help`;
  return `${alone}, ${helped}.`;
}

function spelled(able: string): string {
  return able === 'more' ? 'more than two' : able;
}

function capital(words: string): string {
  return `${words[0]!.toUpperCase()}${words.slice(1)}`;
}

/** What was seen that it is judged by: kinds of evidence with how often, of everybody together. */
export function seenIn({ because }: Pick<FacetsTold, 'because'>, id: string): readonly string[] {
  const own = because.find((one) => one.id === id);
  return (own?.inputs ?? []).flatMap(({ name, value, unit }) => {
    if (!name.startsWith('somebody ')) return [];
    return [
      `${name.slice('somebody '.length)}${typeof value === 'number' ? `: ${value.toLocaleString('en-US')} ${unit ?? ''}`.trimEnd() : ''}`,
    ];
  });
}

/** Why a facet is not judged and what would close it; undefined where it is judged. */
export function unjudgedIn({ rows, notJudged }: Pick<FacetsTold, 'rows' | 'notJudged'>, facet: BeyondCode): Unjudged | undefined {
  const row = rows.find((one) => one.kind === 'facet' && one.facet === facet);
  if (row !== undefined && row.verdict !== 'not judged') return undefined;
  if (row !== undefined) return { why: 'Too little was asked of it in a year to say who is able.', remedy: '' };
  const line = notJudged.find((one) => one.facet === facet && one.what.startsWith(`who can ${facet}`));
  return { why: line?.why ?? 'No connected source tells it.', remedy: line?.remedy ?? '' };
}

export interface Unjudged {
  readonly why: string;
  readonly remedy: string;
}

/** Whether one person alone is able to do it, or holds the right; where nobody is able, whether one would be with help. */
export function hangsOnOne({ kind, verdict, able, withHelp }: Pick<FacetTold, 'kind' | 'verdict' | 'able' | 'withHelp'>): boolean {
  if (kind === 'right') return able === 'one';
  if (verdict === null || verdict === 'not judged') return false;
  return able === 'one' || (able === 'nobody' && withHelp === 'one');
}

/** Whether nobody is able to do it any more, or holds the right. */
export function isLeftToNobody({ verdict }: Pick<FacetTold, 'verdict'>): boolean {
  return verdict === 'stops';
}

/** `1 facet of areas is left to nobody, 2 hang on one person each.` */
export function sayThin(rows: readonly Pick<FacetTold, 'verdict'>[]): string {
  const nobody = rows.filter(isLeftToNobody).length;
  const one = rows.length - nobody;
  if (rows.length === 0) return 'Of reviewing, operating and explaining nothing that is judged hangs on one person.';
  const left = nobody === 0 ? [] : [`${counted(nobody, 'facet')} of areas ${nobody === 1 ? 'is' : 'are'} left to nobody`];
  const what = nobody === 0 ? `${counted(one, 'facet')} of areas` : String(one);
  const hang = one === 0 ? [] : [`${what} ${one === 1 ? 'hangs on one person' : 'hang on one person each'}`];
  return `${[...left, ...hang].join(', ')}.`;
}

/** `operating: one able alone, two with help`, `may deploy: one holder`. */
export function sayHanging({ kind, facet, able, withHelp }: Pick<FacetTold, 'kind' | 'facet' | 'able' | 'withHelp'>): string {
  if (kind === 'right') return `${facet}: ${able === 'one' ? 'one holder' : 'nobody who is here'}`;
  const said = sayAble({ able, withHelp });
  return `${doingWord(facet as BeyondCode).toLowerCase()}: ${said[0]!.toLowerCase()}${said.slice(1, -1)}`;
}
