import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command, CommanderError } from 'commander';
import { nearest } from '#core/terms/nearest.ts';
import type { Refusal } from '#core/terms/refusal.ts';
import { refusal } from '#core/terms/refusals.ts';
import { COMMON_OPTIONS } from '#cli/options/common-options.ts';
import { VERBS } from './verbs.ts';
import type { Verb } from './verb.ts';

export type CommandLine =
  | { readonly kind: 'version' }
  | { readonly kind: 'help'; readonly verb: Verb | undefined }
  | { readonly kind: 'run'; readonly verb: Verb; readonly args: readonly string[]; readonly options: Readonly<Record<string, unknown>> };

/** Reads the command line; what it does not understand is refused with the nearest word that it knows. */
export function parseCommandLine(argv: readonly string[], cwd: string): CommandLine {
  const words = argv.slice(0, argv.includes('--') ? argv.indexOf('--') : undefined);
  if (words.includes('--version') || words.includes('-V')) return { kind: 'version' };
  if (words.includes('--help') || words.includes('-h')) return { kind: 'help', verb: firstVerb(words) };
  if (words[0] === 'help') return { kind: 'help', verb: words[1] === undefined ? undefined : verbNamed(words[1]) };
  return parsed(argv, cwd);
}

function parsed(argv: readonly string[], cwd: string): CommandLine {
  let result: CommandLine | undefined;
  const program = emptyCommand('understudy').argument('[args...]');
  for (const o of COMMON_OPTIONS) addOption(program, o.flags, o.about);
  for (const verb of VERBS) program.addCommand(commandOf(verb, (run) => void (result = run)));
  program.action((args: string[], options: Record<string, unknown>) => void (result = withoutVerb(args, options, cwd)));
  try {
    program.parse([...argv], { from: 'user' });
  } catch (problem) {
    throw problem instanceof CommanderError ? asRefusal(problem, argv) : problem;
  }
  return result!;
}

function commandOf(verb: Verb, take: (run: CommandLine) => void): Command {
  const command = emptyCommand(verb.name).argument('[args...]');
  for (const option of verb.options) addOption(command, option.flags, option.about);
  return command.action((args: string[], _options: unknown, self: Command) => {
    const options = self.optsWithGlobals();
    refuseSwallowed(options, verb);
    refuseStray(args, verb);
    take({ kind: 'run', verb, args, options });
  });
}

function emptyCommand(name: string): Command {
  const quiet = { writeOut: () => undefined, writeErr: () => undefined };
  return new Command(name).helpOption(false).helpCommand(false).exitOverride().configureOutput(quiet).showSuggestionAfterError(true);
}

/** An option that takes a name or a path may be repeated; every other option holds its last word. */
function addOption(command: Command, flags: string, about: string): void {
  if (['--who ', '--away ', '--repo ', '--data '].some((flag) => flags.includes(flag)))
    command.option(flags, about, (one: string, all: string[]) => [...all, one], []);
  else command.option(flags, about);
}

/** `understudy` and `understudy PATH` open the first page; any other word was meant as a verb. */
function withoutVerb(args: readonly string[], options: Readonly<Record<string, unknown>>, cwd: string): CommandLine {
  const stranger = args.find((arg) => !existsSync(resolve(cwd, arg)));
  if (stranger !== undefined) verbNamed(stranger);
  return { kind: 'run', verb: verbNamed('open'), args, options: { ...options, bare: true } };
}

export function verbNamed(name: string): Verb {
  const verb = VERBS.find((v) => v.name === name);
  if (verb) return verb;
  const meant = nearest(
    name,
    VERBS.map((v) => v.name),
    1,
  )[0];
  throw refusal('unknown-verb', { verb: name, hint: meant ? ` Did you mean "${meant}"?` : '' });
}

/** Commander's complaint as a sentence, and what it takes the word for. */
function asRefusal(problem: CommanderError, argv: readonly string[]): Refusal {
  const [what = '', meant = ''] = problem.message.replace(/^error: /, '').split('\n');
  const sentence = `${what.charAt(0).toUpperCase()}${what.slice(1)}. ${meant.replaceAll(/[()]/g, '')}`.trim();
  return refusal('unknown-option', { problem: sentence, verb: firstVerb(argv)?.name ?? '' });
}

/** Whatever comes later may be a word of it that is called like another verb. */
function firstVerb(words: readonly string[]): Verb | undefined {
  return words.map((word) => VERBS.find(({ name }) => name === word)).find((verb) => verb !== undefined);
}

/** `--remove --data-folder here` removes nothing called `--data-folder`: the word that belongs there is missing. */
function refuseSwallowed(options: Readonly<Record<string, unknown>>, { name: verb, options: own }: Verb): void {
  const known = new Set<string>([...COMMON_OPTIONS, ...own].flatMap(({ flags }) => flags.match(/--[a-z-]+/) ?? []));
  for (const [key, value] of Object.entries(options)) {
    const words = [value].flat().filter((one) => typeof one === 'string');
    const swallowed = words.find((one) => known.has(one));
    if (swallowed === undefined) continue;
    const flag = `--${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    throw refusal('unknown-option', { problem: `${flag} needs a word, and ${swallowed} stands in its place.`, verb });
  }
}

/** A word that a verb has no use for was meant as something: it is not passed over. */
function refuseStray([stray]: readonly string[], { name, takes }: Verb): void {
  if (takes === '' && stray !== undefined)
    throw refusal('unknown-option', { problem: `understudy ${name} takes nothing but options, and "${stray}" is none.`, verb: name });
}
