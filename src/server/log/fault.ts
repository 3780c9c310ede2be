import { ownFrames } from '#core/report/own-frames.ts';

/** What of an error may be logged. Its message is not: drivers and libraries quote what they were given. */
export interface Fault {
  readonly name: string;
  readonly code: string;
  readonly at: readonly string[];
}

const CODE = /^[\w-]{1,40}$/;
/** `at f (server/a.js:1:2)`, `at async Object.handler (server/team/a.ts:1:2)`, `at node:internal/x:1:2`. */
const FRAME = /^at [\w .#<>[\]-]{0,120}\(?(?:node:)?[\w@./+-]{1,160}:\d+:\d+\)?$/;

export function faultOf(problem: unknown): Fault {
  const error = problem instanceof Error ? problem : new Error('not an error');
  const { code } = error as { readonly code?: unknown };
  return {
    name: CODE.test(error.name) ? error.name : 'Error',
    code: typeof code === 'string' && CODE.test(code) ? code : '',
    at: ownFrames(error).filter((frame) => FRAME.test(frame) && !frame.includes('(/')),
  };
}
