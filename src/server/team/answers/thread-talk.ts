import type { RefusalFacts } from '#core/terms/refusal.ts';
import type { TeamPlace } from '#app/actions/team/team-place.ts';
import type { BeyondName, QuestionName } from '#contract/questions.ts';
import type { JoinsAsked, JoinsReader, JoinWordAsked } from '#app/questions/people/joins-seen.ts';
import type { FacetLook } from '#core/beyond/facets-on-one.ts';
import type { HeldArea } from '#core/findings/hold-back.ts';
import type { Mode, Viewer } from '#core/policy/viewer.ts';

/** What a thread that answers is started with. */
export interface ThreadStart {
  readonly place: TeamPlace['database'];
  /** Worlds that it keeps, in bytes. */
  readonly worldBytes: number;
}

export interface SourceAsked {
  readonly id: string;
  readonly name: string;
  readonly stamp: string;
}

/** One or several sources as one system, as of one scan of each. */
export interface WorldAsked {
  readonly sources: readonly SourceAsked[];
  readonly mode: Mode;
}

/** A question about what was read, or about what sources beyond git tell of it. */
export type AskedName = QuestionName | BeyondName;

export interface Order {
  readonly question: AskedName;
  readonly at: number | null;
  readonly input: unknown;
  readonly world: WorldAsked;
  readonly viewer: Viewer;
  readonly ownWords: readonly string[];
  /** Areas that the one who asks does not see yet. */
  readonly held: readonly HeldArea[];
  /** Words of blind lines of git that a source beyond it has closed. */
  readonly closed: readonly string[];
  /** Of a question beyond git: the state of what its scene is made of, when it is asked, milliseconds since epoch, and what others look at first. */
  readonly scene?: { readonly mark: string; readonly now: number; readonly looks: readonly FacetLook[] | null } | undefined;
  /** Instead of the question: who carries these areas, named as far as policy names them to the viewer. */
  readonly behind?: { readonly areas: readonly string[]; readonly now: number };
}

/** Instead of a question about sources: what the joins of everything kept here say to somebody, or why they may not say a word of one. */
export interface JoinsOrder {
  readonly joins: { readonly reader: JoinsReader; readonly now: number } & (
    | { readonly asked: JoinsAsked }
    | { readonly word: JoinWordAsked }
  );
}

/** Whatever a thread does. */
export type Work = Order | JoinsOrder;

export type ToThread = ({ readonly id: number } & Work) | { readonly cancel: number };

export type FromThread =
  | { readonly id: number; readonly warm: readonly string[]; readonly json: Uint8Array }
  | {
      readonly id: number;
      readonly warm: readonly string[];
      readonly refusal: RefusalFacts;
    }
  /** A newer scan has been kept since the question was put: it must be put again. */
  | { readonly id: number; readonly warm: readonly string[]; readonly moved: true }
  | { readonly id: number; readonly warm: readonly string[]; readonly cancelled: true }
  | { readonly id: number; readonly warm: readonly string[]; readonly bug: string };

/** What a piece of work needs in memory: whoever holds it does it sooner. */
export function holdingKey(work: Work): string {
  if ('joins' in work) return JOINS_KEY;
  return work.scene === undefined ? worldKey(work.world) : SCENE_KEY;
}

export const JOINS_KEY = 'joins';
export const SCENE_KEY = 'scene';

/** Worlds of the same sources and mode, whichever scan they are of: a newer one takes the place of the older. */
export function worldKey({ sources, mode }: WorldAsked): string {
  return JSON.stringify([mode, ...sources.map(({ id }) => id)]);
}
