/// <reference lib="webworker" />
import type { CallReply } from '#web/data/calls.ts';
import type { MapTree } from '#core/board/map-tree.ts';
import { layOut } from '#web/worker/lay-out.ts';
import type { LayoutCall, LayoutCalls } from './layout-calls.ts';

/** Places the nodes of a board that the server gave, so that the page never waits for it. It knows places and sizes, and nothing else. */
const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
let planted: LayoutCalls['plant']['input'] | null = null;

scope.addEventListener('message', ({ data }: MessageEvent<LayoutCall>) => {
  try {
    scope.postMessage({ id: data.id, output: outputOf(data) } satisfies CallReply);
  } catch (problem) {
    scope.postMessage({ id: data.id, bug: problem instanceof Error ? `${problem.message}\n${problem.stack ?? ''}` : String(problem) });
  }
});

function outputOf(call: LayoutCall): unknown {
  if (call.name === 'plant') {
    planted = call.input;
    return null;
  }
  const { tree, room } = planted!;
  const { size, ...picture } = call.input;
  return layOut(tree, roomOf(tree, room[size]), picture);
}

/** A size that was not told takes the number of files. */
function roomOf(tree: MapTree, room: readonly number[] | undefined): Float32Array {
  return Float32Array.from(room ?? tree.files);
}
