import type { Fact, Place } from '#core/facts/fact.ts';
import { RIGHT_KINDS } from '#core/facts/fact-details.ts';
import { saidFact } from '#sources/connecting/said-fact.ts';
import { RowProblem } from '#sources/cells/row-problem.ts';
import type { Sheet, SheetRow } from './sheet.ts';

export const ACCESS_RIGHTS: Sheet = {
  kind: 'access',
  name: 'Access rights (CSV)',
  gives: ['rights'],
  reads: 'Who may merge, deploy, administer, open a console, read a secret or be paged, where and since when.',
  columns: [
    { name: 'person', needed: true, says: 'Who holds it.', example: 'ada@example.org' },
    { name: 'right', needed: true, says: `One of ${RIGHT_KINDS.map((kind) => `\`${kind}\``).join(', ')}.`, example: 'deploy' },
    { name: 'place', needed: true, says: 'Where: a repository as `github.com/acme/shop`, or the name of a service.', example: 'checkout' },
    { name: 'from', needed: true, says: 'Since when.', example: '2025-11-03' },
    { name: 'until', says: 'Last day; empty while it lasts.', example: '' },
    { name: 'through', says: 'A group or role that brings it.', example: 'sre' },
  ],
  tell: rightFacts,
};

/** Another service under whose name somebody holds the right on a place, or a repository, which a host begins. */
const REPOSITORY = /^(?:https:\/\/)?([a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?\/\S+?)(?:\.git)?\/?$/i;
const PLACED = /^(repository|service|component|team|schedule):(\S.*)$/;

function rightFacts(row: SheetRow): readonly Fact[] {
  const [actor, at, said] = [row.neededPerson('person'), row.neededMoment('from'), row.needed('right').toLowerCase()];
  const right = RIGHT_KINDS.find((kind) => kind === said);
  if (right === undefined) throw new RowProblem(`${said} is none of ${RIGHT_KINDS.join(', ')}`);
  const place = sheetPlace(row.needed('place'));
  const reference = `right-held:${actor}/${right}/${place}@${at}`;
  return [saidFact('right-held', { reference, at, until: row.end('until'), actor, place }, { right, through: row.text('through') })];
}

function sheetPlace(text: string): Place {
  const placed = PLACED.exec(text);
  if (placed !== null) return `${placed[1]!}:${placed[2]!}`;
  const repository = REPOSITORY.exec(text);
  return repository === null ? `service:${text}` : `repository:${repository[1]!}`;
}
