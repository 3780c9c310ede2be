/// <reference lib="webworker" />
import { Refusal } from '#core/terms/refusal.ts';
import type { Call, CallReply } from '#web/data/calls.ts';
import { HANDLERS } from './handlers.ts';

/** The page's other half: holds the world and answers, one call after the other, so that the page never waits for arithmetic. */
const scope = globalThis as unknown as DedicatedWorkerGlobalScope;

scope.addEventListener('message', ({ data }: MessageEvent<Call>) => {
  try {
    const output = HANDLERS[data.name](data.input as never);
    reply({ id: data.id, output }, HANDED_OVER.has(data.name) ? buffersOf(output) : []);
  } catch (problem) {
    reply(failureOf(data.id, problem), []);
  }
});

/** Calls whose columns are made for one reply: they are handed over, not copied. What the worker keeps must not leave it. */
const HANDED_OVER: ReadonlySet<string> = new Set(['layOut', 'weigh']);

function reply(message: CallReply, transfer: Transferable[]): void {
  scope.postMessage(message, { transfer });
}

function failureOf(id: number, problem: unknown): CallReply {
  if (problem instanceof Refusal) return { id, refusal: { code: problem.code, message: problem.message, remedy: problem.remedy } };
  return { id, bug: problem instanceof Error ? `${problem.message}\n${problem.stack ?? ''}` : String(problem) };
}

function buffersOf(output: unknown): Transferable[] {
  if (output === null || typeof output !== 'object') return [];
  const columns = Object.values(output).filter((part) => ArrayBuffer.isView(part));
  return [...new Set(columns.map((part) => part.buffer as ArrayBuffer))];
}
