import { z } from 'zod';
import { ABSENCE_KINDS } from '#core/absence/scenario.ts';
import { LEAVER_KINDS } from '#core/cascade/leaver-loss.ts';
import { SUCCESSOR_QUESTIONS } from '#core/succession/rank-successors.ts';
import { weightsQuery } from './board.ts';
import { dateJudged as at, dayAsked as day } from './dates.ts';

/** The one who asks, where the server knows which person of the history that is. */
const me = z.stringbool().optional();
const words = z.union([z.string().min(1), z.array(z.string().min(1))]).transform((text) => (typeof text === 'string' ? [text] : text));
const nobodyElse = words.default([]);

/** A place in the tree. The whole is '', or `.` as the map calls it. */
const path = z.string().transform((typed) => (typed === '.' ? '' : typed));

function saysWho(input: { readonly who: readonly string[]; readonly me?: boolean | undefined }): boolean {
  return input.who.length > 0 || input.me === true;
}

/** Models that judge clean evidence; `doa` wants the published one and is asked from the command line. */
const CLEAN_MODELS = ['calibrated', 'doe', 'jetbrains', 'chaoss'] as const;

/** What each question that can be asked over HTTP takes, as query parameters. */
export const QUESTION_INPUTS = {
  overview: z.strictObject({ at }),
  areas: z.strictObject({ at }),
  explain: z.strictObject({ at, area: z.string().min(1) }),
  who: z.strictObject({ at, path: path.default('') }),
  successors: z.strictObject({
    at,
    path: path.optional(),
    area: z.string().min(1).optional(),
    who: words.optional(),
    from: day.optional(),
    to: day.optional(),
    days: z.coerce.number().int().min(1).max(366).optional(),
    kind: z.enum(ABSENCE_KINDS).optional(),
    asked: z.enum(SUCCESSOR_QUESTIONS).optional(),
  }),
  away: z
    .strictObject({
      at,
      who: nobodyElse,
      me,
      from: day.optional(),
      to: day.optional(),
      days: z.coerce.number().int().min(1).max(366).optional(),
      kind: z.enum(ABSENCE_KINDS).optional(),
      simulate: z.stringbool().optional(),
    })
    .refine(saysWho, 'say who is away'),
  ready: z
    .strictObject({
      at,
      who: nobodyElse,
      me,
      from: day.optional(),
      to: day.optional(),
      days: z.coerce.number().int().min(1).max(366).optional(),
    })
    .refine(saysWho, 'say who is away'),
  pairs: z.strictObject({ at }),
  factor: z.strictObject({ at, model: z.enum(CLEAN_MODELS).optional(), path: path.optional() }),
  loss: z.strictObject({ at, path: path.optional(), most: z.coerce.number().int().min(1).max(200).optional() }),
  leavers: z.strictObject({ at, path: path.optional(), kind: z.enum(LEAVER_KINDS).optional() }),
  trend: z.strictObject({ at, area: z.string().min(1).optional(), months: z.coerce.number().int().min(1).max(240).optional() }),
  map: z.strictObject({ at, depth: z.coerce.number().int().min(0).max(100).optional() }),
  identities: z.strictObject({ at }),
  board: z.strictObject({ at }),
  weights: weightsQuery,
} as const;

/** What each question of what sources beyond git tell takes; asked of one repository of a team's server. */
export const BEYOND_INPUTS = {
  facets: z.strictObject({ area: z.string().min(1).max(1000).optional() }),
  owners: z.strictObject({
    area: z.string().min(1).max(1000).optional(),
    away: nobodyElse,
    me,
    from: day.optional(),
    to: day.optional(),
    days: z.coerce.number().int().min(1).max(366).optional(),
  }),
} as const;

export type BeyondName = keyof typeof BEYOND_INPUTS;
export type BeyondInput<Name extends BeyondName> = z.infer<(typeof BEYOND_INPUTS)[Name]>;

export function isBeyond(name: string): name is BeyondName {
  return Object.hasOwn(BEYOND_INPUTS, name);
}

export type QuestionName = keyof typeof QUESTION_INPUTS;
export type QuestionInput<Name extends QuestionName> = z.infer<(typeof QUESTION_INPUTS)[Name]>;

export function isQuestion(name: string): name is QuestionName {
  return Object.hasOwn(QUESTION_INPUTS, name);
}
