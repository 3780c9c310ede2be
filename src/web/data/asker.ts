import { Refusal } from '#core/terms/refusal.ts';
import type { Call, CallName, CallReply, Calls } from './calls.ts';

/** Asks the worker; every call is a promise that a Refusal or an Error may break. */
export type Asker = <N extends CallName>(name: N, input: Calls[N]['input'], transfer?: Transferable[]) => Promise<Calls[N]['output']>;

/** The browser's timeline is not let grow without end. */
const MOST_MEASURES = 2000;

export function askerOf(worker: Worker): Asker {
  const waiting = new Map<number, { readonly resolve: (value: never) => void; readonly reject: (reason: unknown) => void }>();
  let last = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<CallReply>) => {
    const call = waiting.get(data.id);
    waiting.delete(data.id);
    if ('output' in data) call?.resolve(data.output as never);
    else if ('refusal' in data) call?.reject(new Refusal(data.refusal.code, data.refusal.message, data.refusal.remedy));
    else call?.reject(new Error(data.bug));
  });
  worker.addEventListener('error', (event) => {
    for (const call of waiting.values()) call.reject(new Error(event.message || 'the answers worker stopped'));
    waiting.clear();
  });
  return (name, input, transfer = []) =>
    new Promise((done, reject) => {
      const id = ++last;
      const began = performance.now();
      const resolve = (output: never): void => {
        if (performance.getEntriesByType('measure').length > MOST_MEASURES) performance.clearMeasures();
        performance.measure(`understudy-ask-${nameOf({ name, input })}`, { start: began });
        done(output);
      };
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, name, input } satisfies Call, transfer);
    });
}

/** Questions are told apart by their own name in the browser's timeline. */
function nameOf({ name, input }: Pick<Call, 'name' | 'input'>): string {
  return name === 'ask' && input !== null && 'question' in input ? input.question : name;
}
