import type { Fact, Place } from '#core/facts/fact.ts';
import { saidFact } from '#sources/connecting/said-fact.ts';
import { RowProblem } from '#sources/cells/row-problem.ts';
import type { Sheet, SheetRow } from '#sources/sheets/sheet.ts';
import { jiraMoment } from './jira-moment.ts';
import { LONGEST_ROW } from './noted-row.ts';

/** Columns as Jira heads them (Export, CSV, all or current fields; support.atlassian.com, “Export search results”); people are named as it shows them. Names in other languages as exports in public repositories have them. */
export const JIRA_ISSUES: Sheet = {
  kind: 'tickets',
  name: 'issues that Jira exports (CSV)',
  gives: ['tickets'],
  reads: 'When an issue was created and resolved, who has or had it, and what it is about; not what it says.',
  longest: LONGEST_ROW,
  columns: [
    {
      name: 'issue_key',
      also: ['work_item_key', 'vorgangsschlüssel', 'clé_de_ticket', 'clave_de_incidencia', 'chave_da_item', 'klucz_zgłoszenia'],
      needed: true,
      says: 'The ticket.',
      example: 'OPS-1',
    },
    {
      name: 'created',
      also: ['erstellt', 'création', 'creada', 'criado', 'utworzono'],
      needed: true,
      says: 'When it was opened.',
      example: '21/Jun/25 4:14 PM',
    },
    {
      name: 'resolved',
      also: ['erledigt', 'résolu', 'resuelta', 'resolvido', 'rozwiązane'],
      says: 'When it was closed; empty while it is open.',
      example: '22/Jun/25 9:00 AM',
    },
    {
      name: 'assignee',
      also: ['zugewiesene_person', 'personne_assignée', 'persona_asignada', 'responsável', 'osoba_przypisana'],
      says: 'Who has it, or ended it.',
      example: 'Ada Example',
    },
    {
      name: 'components',
      also: ['component/s', 'komponenten', 'composants', 'componentes', 'komponenty'],
      says: 'What it is about.',
      example: 'checkout',
    },
    {
      name: 'project_name',
      also: ['projektname', 'nom_du_projet', 'nombre_del_proyecto', 'nome_do_projeto', 'nazwa_projektu', 'project_key'],
      says: 'What it is about where nothing else says so.',
      example: 'Operations',
    },
    { name: 'organizations', also: ['custom_field_(organizations)'], says: 'The customer.', example: 'acme' },
    { name: 'priority', also: ['priorität', 'priorité', 'prioridad', 'prioridade', 'priorytet'], says: 'As it is there.', example: 'High' },
  ],
  tell: jiraFacts,
};

/** Who had it first and who sent it on stands in its history, which no export holds: an open one was given to whoever has it now, a closed one was ended by them. */
function jiraFacts(row: SheetRow): readonly Fact[] {
  const key = row.needed('issue_key');
  if (!/^[A-Z][A-Z0-9_]{0,30}-\d{1,10}$/i.test(key)) throw new RowProblem(`${key} is no key of an issue`);
  const item = `ticket:${key.toUpperCase()}`;
  const [about, customer] = [row.text('components') ?? row.text('project_name'), row.text('organizations')];
  const own: Place | undefined = customer === undefined ? undefined : `customer:${customer.toLowerCase()}`;
  const place: Place | undefined = about === undefined ? own : `service:${about.toLowerCase()}`;
  const opened = jiraMoment(row.needed('created'));
  const resolved = row.text('resolved');
  const closed = resolved === undefined ? undefined : jiraMoment(resolved);
  const who = row.person('assignee');
  const said = (what: string, at: number) => ({ reference: `${what}:${item}`, item, place, at });
  return [
    saidFact('ticket-opened', { ...said('ticket-opened', opened), place: own ?? place }, { priority: row.text('priority') }),
    ...(closed !== undefined ? [saidFact('ticket-closed', { ...said('ticket-closed', closed), actor: who })] : []),
    ...(closed === undefined && who !== undefined ? [saidFact('ticket-assigned', { ...said('ticket-assigned', opened), other: who })] : []),
  ];
}
