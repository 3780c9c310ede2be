import { COLOUR, NO_COLOUR, type Palette } from '#core/report/palette.ts';
import { refusal } from '#core/terms/refusals.ts';
import type { Door, Sink } from '#cli/door.ts';
import type { CommonOptions, Format, Verb } from '#cli/verb.ts';

type Options = Readonly<Record<string, unknown>>;

/** Flags that choose a format; at most one may be given. */
const FLAGS: readonly { readonly flag: string; readonly format: Format }[] = [
  { flag: 'json', format: 'json' },
  { flag: 'csv', format: 'csv' },
  { flag: 'md', format: 'md' },
  { flag: 'sarif', format: 'sarif' },
  { flag: 'html', format: 'html' },
  { flag: 'badge', format: 'svg' },
  { flag: 'shields', format: 'shields' },
];

/** One call as commander read it. */
export interface Call {
  readonly verb: Verb;
  readonly args: readonly string[];
  readonly options: Options;
  readonly door: Door;
}

/** What every verb needs to know, from its options and the door. */
export function commonOptions({ verb, args, options, door }: Call): CommonOptions {
  const named = (options['repo'] as readonly string[] | undefined) ?? [];
  return {
    format: formatOf(options),
    repositories: takesRepositories(verb) ? [...named, ...args] : named,
    config: text(options['config']),
    at: text(options['at']),
    output: text(options['output']),
    explain: options['explain'] === true,
    quiet: options['quiet'] === true,
    verbose: options['verbose'] === true,
    ...lookOf(options, door),
  };
}

/** Colours and width of what goes to the terminal; a file or a pipe gets neither colours nor a narrow table. */
export function lookOf(
  options: Options,
  door: Pick<Door, 'env' | 'out'>,
): { readonly palette: Palette; readonly width: number; readonly mostRows: number } {
  const toTerminal = door.out.isTerminal && options['output'] === undefined;
  return {
    palette: toTerminal && wantsColour(options, door) ? COLOUR : NO_COLOUR,
    width: toTerminal ? widthOf(door.out) : 120,
    mostRows: toTerminal ? SCREENFUL : Number.POSITIVE_INFINITY,
  };
}

/** Rows that somebody may still read on a screen; files and pipes get all. */
const SCREENFUL = 80;

/** https://no-color.org: any non-empty NO_COLOR means none; FORCE_COLOR is not read, so that pipes stay plain. */
export function wantsColour(options: Options, { env }: Pick<Door, 'env'>): boolean {
  return options['color'] !== false && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
}

export function widthOf(sink: Sink): number {
  return Math.max(50, Math.min(sink.columns || 80, 140));
}

function takesRepositories(verb: Verb): boolean {
  return verb.takes.includes('REPOSITORY');
}

function formatOf(options: Options): Format {
  const chosen = FLAGS.filter(({ flag }) => options[flag] === true);
  if (chosen.length > 1) throw refusal('bad-combination', { one: `--${chosen[0]!.flag}`, other: `--${chosen[1]!.flag}` });
  return chosen[0]?.format ?? 'text';
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Options that every verb knows, for parser, help and docs. */
export const COMMON_OPTIONS = [
  { flags: '-r, --repo <path>', about: 'repository to read; repeat it for several (default: the one you stand in)' },
  { flags: '--at <when>', about: 'judge as of a date, commit, tag or branch' },
  { flags: '--config <file>', about: 'configuration (default: understudy.yaml at the top of the repository)' },
  { flags: '--json', about: 'the whole answer as JSON' },
  { flags: '--csv', about: 'the rows as CSV' },
  { flags: '--md', about: 'sentence and rows as Markdown' },
  { flags: '-o, --output <file>', about: 'write there instead of the terminal' },
  { flags: '--explain', about: 'open the because of every figure' },
  { flags: '--no-color', about: 'no colours (NO_COLOR works too)' },
  { flags: '-q, --quiet', about: 'no progress' },
  { flags: '-v, --verbose', about: 'say what is done and how long it takes' },
] as const;
