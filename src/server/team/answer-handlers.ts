import type { AccessLog, Look } from '#app/actions/privacy/access-log.ts';
import type { BeyondName, QuestionName } from '#contract/questions.ts';
import { allow, type Permit } from '#core/policy/allow.ts';
import { release } from '#core/policy/release.ts';
import type { Asked } from '#core/policy/asked.ts';
import { somewhere } from '#core/policy/sight-of.ts';
import type { Viewer } from '#core/policy/viewer.ts';
import type { Answer } from '#core/terms/answer.ts';
import { Refusal } from '#core/terms/refusal.ts';
import { Changes, type Feed } from './changes.ts';
import type { TeamAnswers } from './answers/team-answers.ts';
import { type Caller, throughToken } from './door/caller.ts';
import type { Call, Handlers } from './door/call.ts';
import { ReadyAnswer } from './door/ready-answer.ts';
import { keptWhileSame, sharedFor } from './kept-while-same.ts';

export interface AnswersOrder {
  readonly answers: TeamAnswers;
  /** Another text as soon as one of those that follow may be another. */
  readonly mark: () => Promise<string>;
  /** How every repository stands. */
  readonly repositories: () => Promise<Answer>;
  /** What is read and how far that is. */
  readonly sources: () => Promise<Answer>;
  /** Whether signals may be others than before. */
  readonly signals: (question: 'signals' | 'my-signals') => Promise<Answer>;
  /** Holds who looked before they are answered. */
  readonly log: AccessLog;
  /** Milliseconds since epoch. */
  readonly now: () => number;
}

type AnswerHandlers = Pick<Handlers, `answer-${QuestionName | BeyondName}` | 'answer-repositories' | 'watch-changes'>;

/** Whether anything has changed is looked up this often at most, milliseconds. */
const SHARED = 900;

/** Questions about what was read: from threads that answer, and about all of it at once from what workers summed up. */
export function answerHandlers({ answers, log, now, ...order }: AnswersOrder): AnswerHandlers {
  const mark = sharedFor(SHARED, order.mark);
  const repositories = keptWhileSame(mark, order.repositories);
  const feeds: readonly Feed[] = [
    { event: 'repositories', look: repositories },
    { event: 'sources', look: keptWhileSame(mark, order.sources) },
    ...signalFeeds(mark, order),
  ];
  const changes = new Changes(feeds);
  const ask = (question: QuestionName) => async (call: AnswerCall) => {
    const { at = null, with: others = [], ...input } = call.query;
    return await answered({ answers, log }, call, { question, input, at, others: [others].flat() });
  };
  const askBeyond = (question: BeyondName) => async (call: BeyondCall) =>
    await answered({ answers, log }, call, { question, input: call.query, at: null, others: [] });
  return {
    'answer-repositories': async ({ caller }) =>
      await log.around(lookOf(caller, { question: 'repositories' }), async () => {
        const permit = allow(caller.viewer, { question: 'repositories' });
        return ReadyAnswer.of(release(asOfNow(await repositories(), now()), permit));
      }),
    'watch-changes': async ({ caller }) =>
      await log.around(lookOf(caller, { question: 'repositories' }), async () => {
        const permits = permitsOf(
          caller.viewer,
          feeds.map(({ event }) => event),
        );
        return ({ send, gone }) => changes.listen({ permits, send, gone });
      }),
    'answer-overview': ask('overview'),
    'answer-areas': ask('areas'),
    'answer-explain': ask('explain'),
    'answer-who': ask('who'),
    'answer-successors': ask('successors'),
    'answer-away': ask('away'),
    'answer-ready': ask('ready'),
    'answer-pairs': ask('pairs'),
    'answer-factor': ask('factor'),
    'answer-loss': ask('loss'),
    'answer-leavers': ask('leavers'),
    'answer-trend': ask('trend'),
    'answer-map': ask('map'),
    'answer-identities': ask('identities'),
    'answer-board': ask('board'),
    'answer-weights': ask('weights'),
    'answer-facets': askBeyond('facets'),
    'answer-owners': askBeyond('owners'),
  };
}

function signalFeeds(mark: () => Promise<string>, { signals }: Pick<AnswersOrder, 'signals'>): readonly Feed[] {
  return (['signals', 'my-signals'] as const).map((event) => {
    const look = keptWhileSame(mark, async () => await signals(event));
    return { event, isQuiet: true, look };
  });
}

/** What the calls of all questions have in common. */
type AnswerCall = Pick<Call<'answer-areas'>, 'caller' | 'params' | 'signal' | 'headers' | 'query'>;
type BeyondCall = Omit<AnswerCall, 'query'> & { readonly query: unknown };

interface Question {
  readonly question: QuestionName | BeyondName;
  readonly input: unknown;
  readonly at: number | null;
  readonly others: readonly string[];
}

async function answered(
  { answers, log }: Pick<AnswersOrder, 'answers' | 'log'>,
  call: BeyondCall,
  { at, others, ...rest }: Question,
): Promise<ReadyAnswer> {
  const holds = call.headers['if-none-match'];
  const { viewer, ownWords } = call.caller;
  const asked = { ...rest, ownWords };
  const { json, etag } = await log.around(
    lookOf(call.caller, asked),
    async () =>
      await answers.ask({
        sources: [call.params.source, ...others],
        ...asked,
        at,
        viewer,
        signal: call.signal,
        holds: typeof holds === 'string' ? holds : undefined,
      }),
  );
  return ReadyAnswer.carried(json, etag);
}

/** Nothing has changed since it was made. */
function asOfNow(answer: Answer, now: number): Answer {
  return { ...answer, asOf: { ...answer.asOf, at: new Date(now).toISOString() } };
}

function lookOf(caller: Caller, asked: Asked): Look {
  return { by: caller.accountId!, through: throughToken(caller), viewer: caller.viewer, asked };
}

/** What somebody may hear; refused to whoever may hear nothing. */
function permitsOf(viewer: Viewer, questions: readonly string[]): ReadonlyMap<string, Permit> {
  const permits = new Map<string, Permit>();
  const refused: Refusal[] = [];
  for (const question of questions)
    try {
      permits.set(question, allow(question === 'signals' ? somewhere(viewer) : viewer, { question }));
    } catch (problem) {
      if (!(problem instanceof Refusal)) throw problem;
      refused.push(problem);
    }
  if (permits.size === 0) throw refused[0]!;
  return permits;
}
