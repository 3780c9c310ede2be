import { wrapped } from '#core/report/lay-out.ts';
import { ownFrames } from '#core/report/own-frames.ts';
import { visible } from '#core/report/visible.ts';
import { Refusal } from '#core/terms/refusal.ts';
import { refusal } from '#core/terms/refusals.ts';
import { EXIT } from './exit.ts';

export interface Failure {
  readonly text: string;
  readonly code: number;
}

/** What a thrown thing means to the caller: a refusal with its remedy, a stop, or a bug with a report to file. */
export function failureOf(
  problem: unknown,
  at: { readonly verb: string; readonly version: string; readonly platform: string; readonly json: boolean },
): Failure {
  const known = asRefusal(problem);
  if (known) return { text: at.json ? refusalJson(known) : refusalText(known), code: EXIT.refused };
  if (isStop(problem)) return { text: 'understudy: stopped. Nothing was lost; the next run goes on from here.\n', code: EXIT.stopped };
  return { text: bugReport(problem, at), code: EXIT.bug };
}

function asRefusal(problem: unknown): Refusal | undefined {
  if (problem instanceof Refusal) return problem;
  const code = (problem as NodeJS.ErrnoException | undefined)?.code;
  if (code === 'ENOSPC' || code === 'EDQUOT') return refusal('disk-full', { path: (problem as NodeJS.ErrnoException).path ?? 'the data' });
  return undefined;
}

export function refusalText({ code, message, remedy }: Refusal): string {
  const lines = [...wrapped(message, 96), ...wrapped(remedy, 96).map((line) => `  ${line}`)];
  return `understudy: ${lines.join('\n')}\n  (${code})\n`;
}

/** With --json a program reads along: the refusal as one object on stderr, stdout stays empty. */
function refusalJson({ code, message, remedy }: Refusal): string {
  return `${JSON.stringify({ schema: 'understudy/refusal/1', code, sentence: visible(message), remedy: visible(remedy) })}\n`;
}

function isStop(problem: unknown): boolean {
  return problem instanceof Error && problem.name === 'AbortError';
}

/** Ready to file: what failed and where in our code, without a path, a name or an address of the machine it ran on. */
function bugReport(
  problem: unknown,
  { verb, version, platform }: { readonly verb: string; readonly version: string; readonly platform: string },
): string {
  const error = problem instanceof Error ? problem : new Error(String(problem));
  const lines = [
    'understudy: this is a bug of ours. Nothing of your repository was changed.',
    '  Please file the following; it holds no names, paths or content of yours:',
    '',
    `    understudy ${version} · ${platform} · verb ${verb}`,
    `    ${error.name}: ${nameless(error.message)}`,
    ...ownFrames(error).map((frame) => `      ${frame}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** A message without what stands in quotes, looks like a path or an address. */
function nameless(message: string): string {
  const first = visible(message.split('\n')[0] ?? '');
  return first
    .replace(/"[^"]*"|'[^']*'|`[^`]*`/g, '"…"')
    .replace(/\S*[/\\@]\S*/g, '…')
    .slice(0, 200);
}
