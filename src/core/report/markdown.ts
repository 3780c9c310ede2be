import type { Column } from '#core/terms/answer.ts';
import type { Released } from '#core/terms/released.ts';
import { SHAPE } from './palette.ts';
import { visible } from './visible.ts';
import { writeCell } from './write-cell.ts';
import { closingNotes } from './closing-notes.ts';
import type { Verdict } from '#core/terms/verdict.ts';

/** For pull requests and step summaries: the sentence, the table, what was left out. Nothing of a repository can open a tag or a link. */
export function writeMarkdown(answer: Released): string {
  const table =
    answer.rows.length > 0
      ? [
          header(answer.columns),
          rule(answer.columns),
          ...answer.rows.map((row) => line(answer.columns.map((c) => inCell(c, writeCell(c, row[c.key]))))),
        ]
      : [];
  const notes = closingNotes(answer).map((note) => `- ${safe(note)}`);
  return [
    `### ${safe(answer.question)}`,
    '',
    `**${safe(answer.reading)}**`,
    '',
    ...table,
    ...(table.length ? [''] : []),
    ...notes,
    '',
  ].join('\n');
}

function header(columns: readonly Column[]): string {
  return line(columns.map((c) => safe(c.label)));
}

function rule(columns: readonly Column[]): string {
  return line(columns.map((c) => (c.kind === 'text' || c.kind === 'list' || c.kind === 'date' ? '---' : '---:')));
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function inCell(column: Column, text: string): string {
  const shape = column.key === 'verdict' ? SHAPE[text as Verdict] : undefined;
  return shape ? `${shape} ${safe(text)}` : safe(text);
}

/** Backslash before every mark that Markdown reads inside a line, entities for tags, and an `@` that calls nobody. */
function safe(text: string): string {
  return visible(text)
    .replace(/[\\`*_[\]#|~]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('@', '@\u2060')
    .replace(/(https?|www)([:.])/gi, '$1\u2060$2');
}
