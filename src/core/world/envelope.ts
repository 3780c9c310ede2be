import type { Answer, Because, Column, LeftOut, NotJudged, Row } from '#core/terms/answer.ts';
import type { World } from './world.ts';

/** What one question adds to what every answer carries. */
export interface Part<Value, R extends Row> {
  /** Name of the question; the schema is `understudy/NAME/1`. */
  readonly name: string;
  readonly question: string;
  readonly value: Value;
  readonly reading: string;
  readonly columns: readonly Column[];
  readonly rows: readonly R[];
  readonly because: readonly Because[];
  readonly method: { readonly name: string; readonly version: string };
  readonly notJudged?: readonly NotJudged[];
  readonly leftOut?: readonly LeftOut[];
}

/** Wraps an answer in the one envelope: of when it is, by which settings, what stayed out, what these sources cannot say. */
export function envelope<Value, R extends Row>(world: World, part: Part<Value, R>): Answer<Value, R> {
  const { name, question, value, reading, columns, rows, because, method } = part;
  return {
    schema: `understudy/${name}/1`,
    question,
    value,
    reading,
    columns,
    rows,
    because,
    method: { ...method, settings: { ...world.settings } },
    asOf: {
      at: new Date(world.at * 1000).toISOString(),
      heads: world.evidence.repositories.map((r) => ({ repository: r.name, head: r.head })),
    },
    leftOut: [...world.evidence.leftOut, ...(part.leftOut ?? [])],
    notJudged: [...(part.notJudged ?? []), ...UNSEEN_BY_GIT],
  };
}

/** What a history of commits cannot speak about, whoever asks; each with the smallest thing that would change it. */
export const UNSEEN_BY_GIT: readonly NotJudged[] = [
  {
    facet: 'operate',
    what: 'who is paged',
    why: 'Git does not record incidents or rotas.',
    remedy: 'Connect the incident or on-call service, or import its export.',
  },
  {
    facet: 'operate',
    what: 'who may deploy',
    why: 'Git does not record access rights.',
    remedy: 'List who may merge, deploy and release.',
  },
  {
    facet: 'explain',
    what: 'who decides',
    why: 'Git does not record why something was decided.',
    remedy: 'Keep decision records in the repository, with their deciders.',
  },
];
