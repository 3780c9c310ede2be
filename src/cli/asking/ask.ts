import { resolve } from 'node:path';
import { namedConfiguration } from '#app/configuration/configuration-text.ts';
import { allow, type Permit } from '#core/policy/allow.ts';
import { release } from '#core/policy/release.ts';
import type { Viewer } from '#core/policy/viewer.ts';
import type { Answer } from '#core/terms/answer.ts';
import { Refusal } from '#core/terms/refusal.ts';
import { buildMark } from '#cli/build-mark.ts';
import { EXIT } from '#cli/exit.ts';
import type { Gathered, Wishes } from './gathered.ts';
import { pathsOf } from '#cli/options/paths-of.ts';
import type { Run } from '#cli/verb.ts';
import { toldBeside } from '#cli/beyond/told-beside.ts';
import { withSubjects } from './with-subjects.ts';
import { writeAnswer } from './write-answer.ts';

/** One question of one run. Name and input, with heads and settings, decide whether a kept answer still holds. */
export interface Question<A extends Answer> {
  readonly name: string;
  readonly input?: unknown;
  readonly wishes?: Wishes;
  readonly answer: (gathered: Gathered) => Promise<A>;
  /** Was anything judged at all? Without it an answer stands on its own. */
  readonly enough?: (answer: A) => boolean;
  /** False where the answer also depends on something that is not in the repositories, such as today. */
  readonly keeps?: boolean;
}

/** Allows, asks, releases, prints, and says by the exit code whether there was enough evidence: nothing judged is never green. */
export async function ask<A extends Answer>(run: Run, question: Question<A>): Promise<number> {
  const { answer, permit } = await answered(run, question);
  writeAnswer(release(await withSubjects(await toldBeside(run, answer), run), permit), run);
  return exitOf(answer, question);
}

export function exitOf<A extends Answer>(answer: A, { enough }: Pick<Question<A>, 'enough'>): number {
  return enough === undefined || enough(answer) ? EXIT.fine : EXIT.unjudged;
}

export interface Answered<A extends Answer> {
  readonly answer: A;
  /** That it may be shown: `release` wants to see it. */
  readonly permit: Permit;
  /** What it was worked out from; absent where a kept answer still held. */
  readonly gathered?: Gathered;
}

/** The answer kept from last time where nothing has changed since; else a new one, which is kept. */
export async function answered<A extends Answer>(run: Run, question: Question<A>): Promise<Answered<A>> {
  const { keepAnswer, recallAnswer } = await import('#app/actions/recall-answer.ts');
  const { dataPlace } = await import('#app/actions/data-place.ts');
  const dataFolder = dataPlace(run.door.env);
  const { openings, later, door } = run;
  const order = { paths: pathsOf(run), dataFolder, question: fingerprint(run, question), openings, signal: door.signal };
  const recalled = mayRecall(run, question) ? await recallAnswer(order).catch(ignoreRefusal) : undefined;
  if (recalled?.json !== undefined)
    return { answer: JSON.parse(recalled.json) as A, permit: permitFor({ viewer: ALONE, ownWords: [] }, question) };
  const { gather } = await import('./gather.ts');
  const gathered = await gather(run, question.wishes);
  const { viewer } = gathered.world;
  const permit = permitFor({ viewer, ownWords: gathered.ownWords }, question);
  const answer = await question.answer(gathered);
  const same = viewer.mode === ALONE.mode && recalled !== undefined && gathered.scannedHeads.join() === recalled.heads.join();
  if (same) later.add(() => keepAnswer(dataFolder, recalled, { json: JSON.stringify(answer), keptAt: door.now() }));
  return { answer, permit, gathered };
}

/** What is kept was asked on somebody's own machine, under the configuration that still holds; nothing else is ever kept. */
const ALONE: Viewer = { mode: 'solo' };

function permitFor(
  asks: { readonly viewer: Viewer; readonly ownWords: readonly string[] },
  { name, input }: Pick<Question<Answer>, 'name' | 'input'>,
): Permit {
  return allow(asks.viewer, { question: name, input, ownWords: asks.ownWords });
}

/** What depends on today is worked out anew. */
function mayRecall({ common }: Run, { keeps }: Pick<Question<Answer>, 'keeps'>): boolean {
  return keeps !== false && common.at !== 'now' && common.at !== 'today';
}

/** A repository that cannot be opened is refused by the scan itself, which knows whether others go on without it. */
function ignoreRefusal(problem: unknown): undefined {
  if (problem instanceof Refusal) return undefined;
  throw problem;
}

function fingerprint<A extends Answer>({ common, door }: Run, { name, input, wishes }: Question<A>): string {
  const configuration = common.config === undefined ? null : namedConfiguration(resolve(door.cwd, common.config)).text;
  return JSON.stringify([name, input ?? null, wishes ?? null, common.at ?? null, configuration, buildMark()]);
}
