/// <reference lib="webworker" />
import { Refusal } from '#core/terms/refusal.ts';
import type { Reply, Request } from '#web/data/protocol.ts';
import { HANDLERS } from './handlers.ts';

/** The page's other half: holds the world and answers, one call after the other, so that the page never waits for arithmetic. */
const scope = globalThis as unknown as DedicatedWorkerGlobalScope;

scope.onmessage = ({ data }: MessageEvent<Request>) => {
  try {
    const output = HANDLERS[data.name](data.input as never);
    scope.postMessage({ id: data.id, output } satisfies Reply, HANDED_OVER.has(data.name) ? buffersOf(output) : []);
  } catch (problem) {
    scope.postMessage(replyTo(data.id, problem));
  }
};

function replyTo(id: number, problem: unknown): Reply {
  if (problem instanceof Refusal) return { id, refusal: { code: problem.code, message: problem.message, remedy: problem.remedy } };
  return { id, bug: problem instanceof Error ? `${problem.message}\n${problem.stack ?? ''}` : String(problem) };
}

/** Calls whose columns are made for one reply: they are handed over, not copied. What the worker keeps must not leave it. */
const HANDED_OVER: ReadonlySet<string> = new Set(['layOut', 'weigh']);

function buffersOf(output: unknown): Transferable[] {
  if (output === null || typeof output !== 'object') return [];
  return [
    ...new Set(
      Object.values(output)
        .filter((part) => ArrayBuffer.isView(part))
        .map((part) => part.buffer as ArrayBuffer),
    ),
  ];
}
