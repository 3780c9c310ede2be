import { type JoinSays, joinWordProblem } from '#core/joins/join-word-problem.ts';
import { isNamedCalendar } from '#core/joins/people/handle-keys.ts';
import { JOIN_RULES, type Join, reasonOf } from '#core/joins/join-rules.ts';
import { type JoinPlace, type JoinRight, joinRight } from '#core/policy/sight-of.ts';
import { heldTo, type Viewer } from '#core/policy/viewer.ts';
import type { KnownJoin, KnownJoins } from './joins-known.ts';

/** Who asks about joins. */
export interface JoinsReader {
  readonly viewer: Viewer;
  readonly account: string;
  /** Addresses that were claimed and confirmed. */
  readonly ownWords: readonly string[];
}

export interface JoinsAsked {
  /** Default: all. */
  readonly kinds: readonly Join['kind'][];
  /** Only what nobody has said a word of; only what speaks of the one who asks. */
  readonly open: boolean;
  readonly own: boolean;
  readonly skip: number;
  readonly most: number;
}

export interface JoinSeen extends Pick<KnownJoin, 'kind' | 'from' | 'fromName' | 'to' | 'toName' | 'state'> {
  readonly confidence: number;
  readonly reason: string;
  readonly own: boolean;
  readonly may: readonly JoinSays[];
}

export interface JoinsSeen {
  readonly joins: readonly JoinSeen[];
  readonly total: number;
  readonly open: number;
  readonly peopleHidden: boolean;
  /** Words that mean others who are told of: for the log, and for nobody else. */
  readonly others: readonly string[];
}

export interface JoinWordAsked extends Pick<Join, 'kind' | 'from' | 'to'> {
  readonly says: JoinSays;
}

const SAYS: readonly JoinSays[] = ['confirm', 'reject', 'undo'];

/** The joins that somebody may see, as far as policy lets them. */
export function joinsSeen(known: KnownJoins, reader: JoinsReader, asked: JoinsAsked): JoinsSeen {
  const stand = standing(known, reader);
  const wanted = known.joins
    .filter(({ kind }) => asked.kinds.length === 0 || asked.kinds.includes(kind))
    .map((join) => ({ join, ...stand(join) }))
    .filter(({ right, own }) => right !== 'nothing' && (own || !asked.own));
  const open = wanted.filter(({ join }) => isOpen(join));
  const all = asked.open ? open : wanted;
  const page = all.slice(asked.skip, asked.skip + asked.most);
  const others = page.filter(({ join, own }) => sortOf(join) === 'person' && !own).flatMap(({ join }) => wordsOfJoin(join));
  return {
    joins: page.map((one) => toldJoin(one, reader)),
    total: wanted.length,
    open: open.length,
    peopleHidden: stand({ ...NOBODYS }).right === 'nothing',
    others: [...new Set(others)],
  };
}

/** Why somebody may not say this; null where they may. What they do not see and what there is not sound the same. */
export function joinSayingProblem(known: KnownJoins, reader: JoinsReader, { says, ...asked }: JoinWordAsked): string | null {
  const join = known.joins.find(({ kind, from, to }) => kind === asked.kind && from === asked.from && to === asked.to);
  const stood = join === undefined ? undefined : standing(known, reader)(join);
  if (join === undefined || stood!.right === 'nothing') return 'nothing here is taken for that, as far as you see';
  return joinWordProblem(speakingOf({ join, right: stood!.right }, reader), says);
}

const NOBODYS = { kind: 'person', from: '', to: '', addresses: [] } as const;

interface Standing {
  readonly right: JoinRight;
  readonly own: boolean;
}

function standing(
  { mode }: KnownJoins,
  { viewer, ownWords }: JoinsReader,
): (join: Pick<KnownJoin, 'kind' | 'from' | 'to' | 'addresses'>) => Standing {
  const held = heldTo(viewer, mode);
  const words = new Set(ownWords.map((word) => word.toLowerCase()));
  return ({ kind, from, to, addresses }) => {
    const own = addresses.some((one) => words.has(one));
    const area = to.startsWith('area:') ? to.slice('area:'.length) : undefined;
    return { own, right: joinRight(held, { kind: sortOf({ kind, from }), own, area }) };
  };
}

/** What is joined with a team is another name of it, a calendar, or somebody's address. */
function sortOf({ kind, from }: Pick<KnownJoin, 'kind' | 'from'>): JoinPlace['kind'] {
  if (kind !== 'team' || from.startsWith('team:')) return kind;
  return isNamedCalendar(from) ? 'calendar' : 'person';
}

function isOpen({ state }: KnownJoin): boolean {
  return state === 'guessed' || state === 'suggested';
}

function speakingOf({ join: { state, saidBy }, right }: { readonly join: KnownJoin; readonly right: JoinRight }, { account }: JoinsReader) {
  return { right, state, saidThemself: saidBy === account };
}

function toldJoin({ join, right, own }: Standing & { readonly join: KnownJoin }, reader: JoinsReader): JoinSeen {
  const { kind, from, fromName, to, toName, rule, state } = join;
  const { confidence } = JOIN_RULES[rule];
  const may = SAYS.filter((says) => joinWordProblem(speakingOf({ join, right }, reader), says) === null);
  const reason = reasonOf(join, right === 'decides');
  return { kind, from, fromName, to, toName, state, confidence, reason, own, may };
}

/** Where no address is known of them, by the word itself. */
function wordsOfJoin({ addresses, from }: KnownJoin): readonly string[] {
  return addresses.length === 0 ? [from] : addresses;
}
