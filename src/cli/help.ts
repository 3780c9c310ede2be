import { wrapped } from '#core/report/lay-out.ts';
import { PURPOSE_SENTENCE } from '#core/terms/purpose.ts';
import type { Palette } from '#core/report/palette.ts';
import { COMMON_OPTIONS } from '#cli/options/common-options.ts';
import { VERBS } from './verbs.ts';
import type { Verb } from './verb.ts';

interface Look {
  readonly width: number;
  readonly palette: Palette;
}

/** `understudy --help`: what it is for, one command to start with, the verbs. */
export function helpText({ width, palette }: Look): string {
  const lines = [
    ...wrapped(
      'Understudy shows where work only moves through one person, from git history alone. Nothing leaves this machine.',
      width - 2,
    ).map(palette.strong),
    '',
    palette.faint('Start here'),
    ...pairs(
      [
        { left: 'understudy open', right: 'one look at the repository you stand in' },
        { left: 'understudy away --me', right: 'before your holiday: what would wait for you?' },
      ],
      width,
    ),
    '',
    palette.faint('Verbs'),
    ...pairs(
      VERBS.map((verb) => ({ left: verb.name, right: verb.summary })),
      width,
    ),
    '',
    palette.faint('For every verb'),
    ...pairs(
      COMMON_OPTIONS.map((o) => ({ left: o.flags, right: o.about })),
      width,
    ),
    '',
    ...wrapped(
      'Ends with 0 fine · 1 a threshold was crossed · 2 refused, with the remedy · 3 not enough evidence · 70 a bug of ours.',
      width - 2,
    ),
    'understudy VERB --help   shows its options and examples.',
    '',
    ...wrapped(PURPOSE_SENTENCE, width - 2).map(palette.faint),
  ];
  return framed(lines);
}

/** `understudy VERB --help`: what it answers, examples first, then options. */
export function verbHelp(verb: Verb, { width, palette }: Look): string {
  const own =
    verb.options.length === 0
      ? []
      : [
          '',
          palette.faint('Options'),
          ...pairs(
            verb.options.map((o) => ({ left: o.flags, right: o.about })),
            width,
          ),
        ];
  const lines = [
    palette.strong(`understudy ${verb.name} ${verb.takes} [OPTIONS]`.replace('  ', ' ')),
    '',
    ...wrapped(verb.about, width - 2),
    '',
    palette.faint('Examples'),
    ...verb.examples.flatMap((example) => [`  ${example.command}`, palette.faint(`      ${example.says}`)]),
    ...own,
    '',
    palette.faint('For every verb'),
    ...pairs(
      COMMON_OPTIONS.map((o) => ({ left: o.flags, right: o.about })),
      width,
    ),
  ];
  return framed(lines);
}

function pairs(rows: readonly { readonly left: string; readonly right: string }[], width: number): readonly string[] {
  const room = Math.max(...rows.map((row) => row.left.length)) + 2;
  return rows.flatMap(({ left, right }) =>
    wrapped(right, Math.max(20, width - room - 4)).map((line, i) => `  ${(i ? '' : left).padEnd(room)}${line}`),
  );
}

function framed(lines: readonly string[]): string {
  return `\n${lines.map((line) => (line ? ` ${line}` : '')).join('\n')}\n\n`;
}
