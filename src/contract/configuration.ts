import { z } from 'zod';
import { ownLimitsListSchema } from '#contract/operations/signals/own-limits.ts';
import { MODES } from '#core/policy/viewer.ts';

/** `understudy.yaml`: everything a team may say about its repository. Every key is optional; unknown keys are refused. */
const share = z.number().min(0).max(1);
const pattern = z.string().min(1);

const area = z
  .strictObject({
    name: z.string().min(1).max(200).describe('What people call this part, e.g. billing/.'),
    paths: z.array(pattern).min(1).describe('Path patterns as in CODEOWNERS: billing/, lib/**/invoice*.'),
    tier: z
      .union([z.literal(1), z.literal(2), z.literal(3)])
      .optional()
      .describe('1 = critical … 3 = minor; weighs the headline 3, 2, 1. Default 2.'),
    repository: z.string().min(1).optional().describe('Only in this repository, where several are read together.'),
  })
  .describe('A part of the system that people would name.');

const people = z
  .strictObject({
    same: z
      .array(z.array(z.string().min(1)).min(2))
      .optional()
      .describe('Lists of e-mail addresses (or names) that belong to one person.'),
    different: z
      .array(z.array(z.string().min(1)).min(2))
      .optional()
      .describe('Lists that must never be merged.'),
    bots: z.array(pattern).optional().describe('Further patterns (* is any text) of names or addresses that are automations.'),
    humans: z.array(pattern).optional().describe('Patterns of names or addresses that are people, whatever they look like.'),
    agents: z.array(pattern).optional().describe('Further patterns of names or addresses that are AI agents.'),
  })
  .describe('Who is who. `understudy identities` suggests what to write here.');

const judgement = z
  .strictObject({
    'absence-days': z.number().int().min(1).max(365).optional().describe('Length of the absence that is asked about. Default 14.'),
    'moves-from': share.optional().describe('At least this share of the expected work carried: the area moves. Default 0.6.'),
    'stops-below': share.optional().describe('Less than this share carried: the area stops. Default 0.3.'),
    'carrier-from': share.optional().describe('Probability of knowing from which a person counts as a carrier. Default 0.6.'),
    'minimum-commits': z.number().int().min(1).optional().describe('Fewer commits than this behind an area: not judged. Default 10.'),
    'knowledge-shift': z
      .number()
      .min(-3)
      .max(3)
      .optional()
      .describe('Added to the log-odds of knowing; `understudy calibrate` finds it from your own answers. Default 0.'),
    'knowledge-slope': z
      .number()
      .min(0.1)
      .max(3)
      .optional()
      .describe('What the log-odds of knowing are multiplied by; `understudy calibrate` finds it from your own answers. Default 1.'),
    seed: z.number().int().min(0).optional().describe('Seed of every simulation. Default 1.'),
    draws: z.number().int().min(20).max(100_000).optional().describe('Draws of a simulation. Default 200.'),
  })
  .describe('The numbers behind the verdicts.');

const check = z
  .strictObject({
    'north-star': share.optional().describe('Fail when less than this share would still be carried in the worst single absence.'),
    'areas-that-stop': z.number().int().min(0).optional().describe('Fail when more areas than this would stop.'),
    'absence-factor': z.number().int().min(0).optional().describe('Fail when fewer people than this carry half of the work.'),
    'not-understood': share
      .optional()
      .describe('Fail when more of any area’s work than this is on files that only AI wrote and nobody has shown to understand.'),
    ratchet: z.boolean().optional().describe('Fail when any area is worse than in the baseline.'),
    baseline: z.string().min(1).optional().describe('Where the baseline is kept. Default understudy.baseline.json.'),
  })
  .describe('What `understudy check` holds the repository to.');

const privacy = z
  .strictObject({
    mode: z
      .enum(MODES)
      .optional()
      .describe(
        'solo: names, on your own machine. team: areas and roles; yourself in full, nobody else. council: areas only. Default solo; of several repositories the strictest holds.',
      ),
  })
  .describe('Who may see what (docs/guide/privacy.md).');

export const configurationSchema = z
  .strictObject({
    areas: z.array(area).optional().describe('Areas by hand; they win over CODEOWNERS, workspaces and the measured cut.'),
    ignore: z.array(pattern).optional().describe('Paths that are set aside, and counted as left out.'),
    people: people.optional(),
    judgement: judgement.optional(),
    check: check.optional(),
    privacy: privacy.optional(),
    signals: ownLimitsListSchema
      .optional()
      .describe('When signals speak, where a team wants it otherwise than shipped. On a team’s server its own settings hold instead.'),
  })
  .describe('Configuration of Understudy.');

export type Configuration = z.infer<typeof configurationSchema>;

/** The published JSON Schema of the configuration; docs/understudy.schema.json holds exactly this. */
export function configurationJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(configurationSchema), title: 'understudy.yaml' };
}
