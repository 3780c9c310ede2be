import { z } from 'zod';
import { QUESTION_INPUTS, type QuestionName } from '#contract/questions.ts';
import { QUESTION_TOPICS } from '#core/policy/asked.ts';
import { estimateSchema } from '#contract/answer.ts';
import type { Operation, Pace, Who } from './operation.ts';
import { sourceParams } from './source-operations.ts';

/** Further sources, by id, address or name: all of them are judged together, as one system. */
const together = z.union([z.string().min(1).max(1000), z.array(z.string().min(1).max(1000)).max(20)]).optional();

/** One question of the contract, asked of what was read from a source. */
function answerRow<Name extends QuestionName>(question: Name, summary: string, pace: Pace = 'usual') {
  return {
    id: `answer-${question}`,
    method: 'GET',
    path: `/api/sources/{source}/answers/${question}`,
    tag: 'Answers',
    summary,
    who: { sees: QUESTION_TOPICS[question] ?? 'person' } satisfies Who,
    pace,
    params: sourceParams,
    query: QUESTION_INPUTS[question].safeExtend({ with: together }),
    reply: { kind: 'answer', question },
  } as const;
}

/** A row of the answer "repositories". */
const repositoryRow = z.object({
  id: z.string(),
  repository: z.string(),
  carried: estimateSchema.nullable(),
  stops: z.number().nullable(),
  degrades: z.number().nullable(),
  moves: z.number().nullable(),
  notJudged: z.number().nullable(),
  judged: z.string().nullable(),
  read: z.string().nullable(),
  commits: z.number(),
  withheld: z.number(),
});

/** Rows that are new or other than before (all of them at first), and the ids of those that are gone. */
const changesEvent = z.object({ rows: z.array(z.unknown()), gone: z.array(z.string()) });

/** Everything that can be asked of what was read, and how all of it stands. */
export const ANSWER_OPERATIONS = [
  {
    id: 'answer-repositories',
    method: 'GET',
    path: '/api/overview',
    tag: 'Answers',
    summary: 'How every repository stands, each by itself, in alphabetical order.',
    who: { sees: 'areas' },
    reply: { kind: 'answer', question: 'repositories', row: repositoryRow },
  },
  {
    id: 'watch-changes',
    method: 'GET',
    path: '/api/events',
    tag: 'Answers',
    summary:
      'What changes, as server-sent events: `repositories` for who sees areas, `sources` (how far reading is) for who sees settings, `signals` and `my-signals` (that there was another look, nothing of what it says) for who sees those.',
    who: 'signed-in',
    reply: { kind: 'events', schema: changesEvent },
  },
  answerRow('overview', 'How much of the work any one absence would leave carried, and where to begin.'),
  answerRow('areas', 'Which areas would stop, degrade or move in the absence that hurts each most.'),
  answerRow('explain', 'Why an area is judged as it is.'),
  answerRow('who', 'How many know a file or folder, by role.'),
  answerRow('successors', 'Who could carry next what somebody leaves; closed outside of solo.'),
  answerRow('away', 'What the absence of the one who asks would stop: say `me=true`, or own confirmed addresses.'),
  answerRow('ready', 'What only the one who asks can do, and what to hand over first: say `me=true`.'),
  answerRow('pairs', 'Where two people must not be away together.'),
  answerRow('factor', 'The fewest people whose absence leaves less than half of the work carried.'),
  answerRow('loss', 'What one absence, and several at once, would cost.'),
  answerRow('leavers', 'What would be lost with leavers like those of the past.', 'slow'),
  answerRow('trend', 'How the figure came to be, month by month.', 'slow'),
  answerRow('map', 'The tree with its weights and verdicts.'),
  answerRow('identities', 'Which spellings are one person; closed outside of solo.'),
  answerRow('board', 'The tree that the map draws, down to what its reader may see; no person in it.'),
  answerRow('weights', 'One colour of the map; the only absence that can be drawn is one’s own: `without=me`.'),
] as const satisfies readonly Operation[];
