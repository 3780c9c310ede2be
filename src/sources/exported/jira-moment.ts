import { cellMoment, hourOf } from '#sources/cells/cell-moment.ts';
import { RowProblem, TwoDates } from '#sources/cells/row-problem.ts';
import { writtenTime } from '#sources/cells/written-time.ts';
import type { Moment } from '#core/terms/moment.ts';

/** `21/Jun/25 4:14 PM`, as Jira writes it where nobody has changed that; also `21. Juni 2025 16:14` and the like. */
const NAMED = /^(\d{1,2})[/. -]+(\p{L}{3,12})\.?[/. -]+(\d{4}|\d{2})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([AP]M)?)?$/iu;
const SLASHED = /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}\b/;

/** How months begin in English, German, French, Spanish, Italian, Portuguese, Dutch, Polish and Danish, without accents; longer ones first. */
const MONTHS: readonly (readonly [begins: string, month: number])[] = (
  [
    [1, 'jan ene gen sty'],
    [6, 'juin jun giu cze'],
    [7, 'juil jul lug lip'],
    [2, 'feb fev lut'],
    [3, 'mar mrz maa mrt'],
    [4, 'apr avr abr kwi'],
    [5, 'may mai mei mag maj'],
    [8, 'aug ago aou sie'],
    [9, 'sep set wrz'],
    [10, 'oct okt out ott paz'],
    [11, 'nov lis'],
    [12, 'dec dez dic des gru'],
  ] as const
)
  .flatMap(([month, words]) => words.split(' ').map((begins) => [begins, month] as const))
  .toSorted(([one], [other]) => other.length - one.length);

/** When a cell of Jira says; a date in figures alone that can be two is not guessed. It is written in the time zone of whoever exported it, which nothing says: UTC is taken. */
export function jiraMoment(text: string): Moment {
  const named = NAMED.exec(text);
  if (named === null) return inFigures(text);
  const [, date, name, year, hour, minute, second, half] = named;
  const month = monthOf(name!);
  const of = (hours: string | undefined) =>
    writtenTime([year!.length === 2 ? `20${year}` : year, String(month), date, hours, minute, second]);
  const written = month === undefined ? undefined : of(half === undefined ? hour : hourOf(Number(hour), half));
  if (written === undefined || written.year < 1970 || written.year > 2105) throw new RowProblem(`${text} is not in the calendar`);
  return written.day + written.clock;
}

/** A date in figures alone, with what helps in Jira where it can be two. */
function inFigures(text: string): Moment {
  try {
    return cellMoment(text).at;
  } catch (problem) {
    throw problem instanceof TwoDates && SLASHED.test(text) ? new TwoDates(text, ADVICE) : problem;
  }
}

const ADVICE =
  'export it again and hand it over as Jira wrote it, not saved by a spreadsheet; or let an administrator set the format yyyy-MM-dd under Look and feel';

function monthOf(name: string): number | undefined {
  const plain = name.toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '');
  return MONTHS.find(([begins]) => plain.startsWith(begins))?.[1];
}
