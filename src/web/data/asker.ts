import { Refusal } from '#core/terms/refusal.ts';
import type { Calls, CallReply } from './calls.ts';

/** Asks whoever holds the answers; every call is a promise that a Refusal or an Error may break. */
export type AskerOf<Table extends CallTable<Table>> = <N extends keyof Table & string>(
  name: N,
  input: Table[N]['input'],
  how?: Asking,
) => Promise<Table[N]['output']>;

/** Names of calls, each with what it sends and what it gets back. */
type CallTable<Table> = { readonly [N in keyof Table]: { readonly input: unknown; readonly output: unknown } };

/** The page's own calls, whoever answers them: a worker that holds the world, or a server that does not give it away. */
export type Asker = AskerOf<Calls>;

export interface Asking {
  /** Handed over to a worker, not copied. */
  readonly transfer?: Transferable[];
  /** Ends when nobody wants the answer any more. A worker answers all the same: it cannot be interrupted. */
  readonly signal?: AbortSignal;
}

/** The browser's timeline is not let grow without end. */
const MOST_MEASURES = 2000;

/** Asks a worker, which replies to each call under its number. */
export function askerOf<Table extends CallTable<Table> = Calls>(worker: Worker): AskerOf<Table> {
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
  return (name, input, { transfer = [] } = {}) =>
    new Promise((done, reject) => {
      const id = ++last;
      const began = performance.now();
      const resolve = (output: never): void => {
        measure(nameOf(name, input), began);
        done(output);
      };
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, name, input }, transfer);
    });
}

/** Every question stands in the browser's timeline, whoever answered it. */
export function measure(name: string, start: number): void {
  if (performance.getEntriesByType('measure').length > MOST_MEASURES) performance.clearMeasures();
  performance.measure(`understudy-ask-${name}`, { start });
}

/** Questions are told apart by their own name. */
function nameOf(name: string, input: unknown): string {
  return name === 'ask' && typeof input === 'object' && input !== null && 'question' in input ? String(input.question) : name;
}
