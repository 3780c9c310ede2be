import { dateOf, type Moment } from '#core/terms/moment.ts';
import type { Cast, Company } from '#core/organisation/founding/company.ts';
import type { Organisation } from '#core/organisation/organisation.ts';
import type { PayloadFile } from './payload-file.ts';

/** Tables that somebody filled in: tickets, thanks, people, access. */
export function sheetExport(organisation: Organisation): readonly PayloadFile[] {
  const { company, tickets, recognitions } = organisation;
  const mail = (who: Cast): string => company.people[who]!.mail;
  const ticketRows = tickets.flatMap((ticket) => {
    const { number, customer, area, openedAt, closedAt, first, closedBy, closedAtLayer, escalated } = ticket;
    const way = escalated.map(({ to }) => mail(to)).join(' > ');
    const layers = escalated.map(({ layer }) => layer).join(' > ');
    return [
      [
        number,
        customer,
        company.areas[area]!.slug,
        iso(openedAt),
        iso(closedAt),
        mail(first),
        mail(closedBy),
        way,
        layers,
        iso(escalated[0]!.at),
        closedAtLayer,
      ],
    ];
  });
  const thanks = recognitions.map(({ at, person, team, what }, n) => [
    dateOf(at),
    person === null ? `team:${team!}` : mail(person),
    what,
    `R${n + 1}`,
  ]);
  return [
    table(
      'tickets',
      'ticket,customer,about,opened,closed,first_assignee,final_handler,escalated_to,escalated_through,escalated_at,layer',
      ticketRows,
    ),
    table('recognition', 'date,thanked,kind,id', thanks),
    table('people', 'person,event,date,team,layer,also', peopleRows(company)),
    table('access', 'person,right,place,from', accessRows(company)),
  ];
}

function peopleRows({ people, teams, window }: Company): readonly (readonly (string | number)[])[] {
  const day = dateOf(window.from);
  const named = (who: Cast): string => `${people[who]!.fullName} <${people[who]!.mail}>`;
  const director = people.findIndex(({ role }) => role === 'director');
  return [
    ...people.flatMap(({ role, login, pager, chat }, who) =>
      role === 'agent' ? [] : [[named(who), 'joined', day, '', '', `github:${login} pagerduty:${pager} slack:${chat}`]],
    ),
    ...teams.flatMap(({ members, slug }) => members.map((who) => [named(who), 'member', day, slug, '', ''])),
    ...teams.flatMap(({ lead, manager, slug }) => [
      [named(lead), 'leads', day, slug, 'lead', ''],
      [named(manager), 'leads', day, slug, 'manager', ''],
    ]),
    [named(director), 'leads', day, '', 'director', ''],
  ];
}

function accessRows({ areas, teams, people, window }: Company): readonly (readonly (string | number)[])[] {
  const day = dateOf(window.from);
  return areas.flatMap(({ slug, team }) =>
    teams[team]!.members.flatMap((who) => ['merge', 'deploy'].map((right) => [people[who]!.mail, right, slug, day])),
  );
}

/** None of the invented words holds a comma or a quote. */
function table(name: string, head: string, rows: readonly (readonly (string | number)[])[]): PayloadFile {
  return { path: `tables/${name}.csv`, text: `${[head, ...rows.map((row) => row.join(','))].join('\n')}\n` };
}

function iso(at: Moment): string {
  return `${new Date(at * 1000).toISOString().slice(0, 19)}Z`;
}
