import { answerSchema } from '#contract/answer.ts';
import type { Answer } from '#core/terms/answer.ts';
import { type Asker, askerOf, type AskerOf } from '#web/data/asker.ts';
import type { CallName, Calls, PersonChoice } from '#web/data/calls.ts';
import { type Board, weightsOfReply } from './board-of-reply.ts';
import type { LayoutCalls } from './layout-calls.ts';
import type { ReadServer } from './server-door.ts';
import type { SourcePaths } from './source-paths.ts';

/** Months that a series looks back, as on one's own machine. */
const MONTHS = 36;

export interface ServerAnswers {
  readonly read: ReadServer;
  readonly paths: SourcePaths;
  readonly board: Board;
}

/** The page's calls, answered by the server one by one; only places are laid out here. */
export function serverAsker({ read, paths, board }: ServerAnswers): Asker {
  const layout = layoutOf(board);
  const answer = async (question: string, { input, at }: { readonly input: unknown; readonly at: number | null }, signal?: AbortSignal) =>
    answerSchema.parse(await read(paths.answer(question, input, at), { name: question, signal })) as Answer;
  const answers: Answers = {
    ask: async ({ question, ...asked }, signal) => await answer(question, asked, signal),
    tree: async () => board.tree,
    layOut: async (input) => await layout('layOut', input),
    weigh: async ({ at, ...asked }, signal) => weightsOfReply(await read(paths.weights(asked, at), { name: 'weigh', signal })),
    people: async () => (board.facts.me === null ? [] : [ONESELF]),
    trendSoFar: async ({ area }, signal) =>
      await answer('trend', { input: { months: MONTHS, ...(area === null ? {} : { area }) }, at: null }, signal),
  };
  return async (name, input, { signal } = {}) => await answers[told(name)]!(input as never, signal);
}

/** What only a page with the whole world is asked. */
const ONLY_IN_THE_PAGE = ['load', 'trendTimes', 'judgeMoment'] as const satisfies readonly CallName[];
type Told = Exclude<CallName, (typeof ONLY_IN_THE_PAGE)[number]>;
type Answers = { readonly [N in Told]: (input: Calls[N]['input'], signal?: AbortSignal) => Promise<Calls[N]['output']> };

function told(name: CallName): Told {
  if ((ONLY_IN_THE_PAGE as readonly CallName[]).includes(name)) throw new Error(`a server is not asked for ${name}`);
  return name as Told;
}

/** The only person that the server lets be away: row 0 of a list of one. */
const ONESELF: PersonChoice = { id: 0, label: 'You', key: 'me', lastSeen: 0, isAgent: false };

/** Started when the first picture is wanted. */
function layoutOf({ tree, room }: Board): AskerOf<LayoutCalls> {
  let started: AskerOf<LayoutCalls> | null = null;
  return async (name, input) => {
    if (started === null) {
      started = askerOf<LayoutCalls>(
        new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module', name: 'understudy-layout' }),
      );
      await started('plant', { tree, room });
    }
    return await started(name, input);
  };
}
