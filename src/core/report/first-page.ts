import type { Answer, Row } from '#core/terms/answer.ts';
import { counted, countOf, spanOf } from '#core/terms/figures.ts';
import { DAY, type Moment } from '#core/terms/moment.ts';
import type { Overview } from '#core/terms/overview.ts';
import type { Released } from '#core/terms/released.ts';
import type { Verdict } from '#core/terms/verdict.ts';
import { leftOutNote, notJudgedNote } from './closing-notes.ts';
import { explainText } from './explain-text.ts';
import { type Cell, layOut, wrapped } from './lay-out.ts';
import { hanging, type TextOptions, verdictCell } from './text.ts';
import { visible } from './visible.ts';
import { textOf } from './write-cell.ts';

/** Areas shown by name on the first page; the rest are counted. */
const NAMED = { stops: 6, degrades: 4, moves: 0, 'not judged': 0 } as const satisfies Record<Verdict, number>;
const ORDER: readonly Verdict[] = ['stops', 'degrades', 'moves', 'not judged'];

export interface FirstPageOptions extends TextOptions {
  /** Where the page is served, when it is. */
  readonly address?: string;
  /** Today in seconds since the epoch: with it the page says how old the newest commit is. */
  readonly now?: Moment;
}

/** The first page in the terminal: one sentence, the areas that stop, one step, blind spots, what stayed out. */
export function writeFirstPage(answer: Released<Answer<Overview>>, options: FirstPageOptions): string {
  const { width, palette } = options;
  const blocks = [
    wrapped(titleOf(answer.value), width - 2).map(palette.faint),
    wrapped(answer.reading, width - 2).map(palette.strong),
    layOut(areaRows(answer, options), width - 4).map((line) => `  ${line}`),
    notesOf(answer, options),
    options.explain ? explainText(answer, options) : [],
  ];
  const shown = blocks.filter((block) => block.length > 0);
  return `\n${shown.map((block) => block.map((line) => (line ? ` ${line}` : '')).join('\n')).join('\n\n')}\n\n`;
}

function titleOf(o: Overview): string {
  const actors = [
    counted(o.people, 'person', 'people'),
    ...(o.bots ? [counted(o.bots, 'bot')] : []),
    ...(o.agents ? [counted(o.agents, 'agent')] : []),
  ];
  return [o.title, counted(o.commits, 'commit'), actors.join(', '), `judged: ${o.judged.join(', ') || 'nothing'}`].join(' · ');
}

function areaRows(answer: Released<Answer<Overview>>, { palette }: TextOptions): readonly (readonly Cell[])[] {
  return ORDER.flatMap((verdict) => {
    const rows = answer.rows.filter((row) => row['verdict'] === verdict);
    const named = rows.slice(0, NAMED[verdict]).map((row) => [verdictCell(verdict, palette), ...areaCells(row)]);
    const rest = rows.length - named.length;
    return rest > 0
      ? [
          ...named,
          [verdictCell(verdict, palette), { text: `${countOf(rest)} ${named.length ? 'more ' : ''}${rest === 1 ? 'area' : 'areas'}` }],
        ]
      : named;
  });
}

function areaCells(row: Row): readonly Cell[] {
  return ['area', 'carriers', 'outlook'].map((key) => ({ text: textOf(row[key]) }));
}

function notesOf(answer: Released<Answer<Overview>>, { width, address, now }: FirstPageOptions): readonly string[] {
  const step = answer.value.nextStep;
  const notes = [
    step ? [...hanging(`First step: ${step.sentence}`, width - 2), `${' '.repeat(12)}(${visible(step.command)})`] : [],
    withHint(notJudgedNote(answer), 'understudy doctor', width),
    withHint(leftOutNote(answer), '--explain', width),
    hanging(asOfText(answer, now), width - 2),
    address ? hanging(`Page: ${address}`, width - 2) : [],
  ];
  return notes.flat();
}

/** A clone that was not fetched for long says nothing about that time; what it says is as of its newest commit. */
function asOfText({ asOf }: Released, now: Moment | undefined): string {
  const days = now === undefined ? 0 : (now - Date.parse(asOf.at) / 1000) / DAY;
  const age =
    days < OLD ? '' : `, the newest commit here, ${spanOf(days)} old   (git fetch, or --at today to take the silence for what it is)`;
  return `As of: ${asOf.at.slice(0, 10)}${age}`;
}

/** Days after which the age of the newest commit is worth a word. */
const OLD = 21;

function withHint(note: string, hint: string, width: number): readonly string[] {
  return note ? hanging(`${note}   (${hint})`, width - 2) : [];
}
