import { z } from 'zod';
import { ABSENCE_KINDS } from '#core/absence/scenario.ts';
import { MODES } from '#core/policy/viewer.ts';
import { DAY } from '#core/terms/moment.ts';
import { ABSENT, MAP_COLOURS, MAP_SIZES } from '#core/weights/node-weights.ts';
import type { WeightsAsked } from '#core/weights/weights-seen.ts';
import { dateJudged, dayAsked } from './dates.ts';

const index = z.int().min(-1);

const factsSchema = z.strictObject({
  title: z.string(),
  at: z.number(),
  firstAt: z.number(),
  mode: z.enum(MODES),
  /** 0 where it is known which person of the history asks. */
  me: z.literal(0).nullable(),
  absenceDays: z.number(),
  movesFrom: z.number(),
  stopsBelow: z.number(),
  repositories: z.array(z.string()),
  areas: z.array(
    z.strictObject({ id: z.string(), name: z.string(), source: z.string(), repository: z.int().min(0), paths: z.array(z.string()) }),
  ),
  files: z.int().min(0),
  commits: z.int().min(0),
  rhythm: z.array(z.int().min(0)),
});

/** The tree that the map draws and what is true of the whole: columns in pre-order, no person anywhere. */
export const boardSchema = z.strictObject({
  facts: factsSchema,
  deepest: z.enum(['areas', 'files']),
  colours: z.array(z.enum(MAP_COLOURS)),
  sizes: z.array(z.enum(MAP_SIZES)),
  name: z.array(z.string()),
  depth: z.array(z.int().min(0)),
  kind: z.array(z.int().min(0).max(4)),
  area: z.array(index),
  files: z.array(z.int().min(0)),
  room: z.partialRecord(z.enum(MAP_SIZES), z.array(z.number().min(0))),
});
export type BoardReply = z.infer<typeof boardSchema>;

const weights = z.array(z.number().min(ABSENT).nullable());

/** One colour of the board; the columns are as long as the board's. Without `figure`, it is the share. */
export const weightsSchema = z.strictObject({
  colour: z.enum(MAP_COLOURS),
  at: z.number(),
  share: weights,
  figure: weights.optional(),
});
export type WeightsReply = z.infer<typeof weightsSchema>;

/** What is asked of a board's colours. `without` says whose absence is shown: one's own, or nobody's on the same days. */
export const weightsQuery = z.strictObject({
  colour: z.enum(MAP_COLOURS).default('cover'),
  at: dateJudged,
  without: z.enum(['me', 'nobody']).optional(),
  from: dayAsked.optional(),
  to: dayAsked.optional(),
  kind: z.enum(ABSENCE_KINDS).default('planned'),
});

/** The moment that is judged, and what is asked about it; days that were not given are the settings' from that moment on. */
export function weightsAsked(
  { colour, without, from, to, kind }: Omit<z.infer<typeof weightsQuery>, 'at'>,
  { at, days }: { readonly at: number; readonly days: number },
): WeightsAsked {
  if (without === undefined) return { colour };
  const begin = from ?? Math.floor(at / DAY) * DAY;
  return { colour, absence: { who: without, kind, from: begin, to: to === undefined ? begin + days * DAY : to + DAY } };
}
