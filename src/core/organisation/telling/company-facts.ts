import type { Fact } from '#core/facts/fact.ts';
import { bornAt, type Company } from '#core/organisation/founding/company.ts';
import type { Organisation } from '#core/organisation/organisation.ts';
import { type Spelled, spelledBy } from './spelled-by.ts';

/** Who belongs to which team and leads it, who may do what, which services there are, what was decided and written down. */
export function companyFacts({ company, decisions, rehearsals }: Organisation): readonly Fact[] {
  const spelled = spelledBy(company);
  return [
    ...membersOf(company, spelled),
    ...leadsOf(company, spelled),
    ...rightsOf(company, spelled),
    ...servicesOf(company, spelled),
    ...decisions.flatMap((one) => decided(one, spelled)),
    ...written(company, spelled, rehearsals),
  ];
}

function membersOf({ teams, window }: Company, spelled: Spelled): readonly Fact[] {
  return teams.flatMap(({ members, slug }): Fact[] =>
    members.map((one) => ({
      kind: 'member',
      reference: `member:${slug}:${one}`,
      at: window.from,
      actor: spelled.login(one),
      place: spelled.team(slug),
    })),
  );
}

function leadsOf({ teams, people, window }: Company, spelled: Spelled): readonly Fact[] {
  const base = { kind: 'leads', at: window.from } as const;
  const director = people.findIndex(({ role }) => role === 'director');
  const top: Fact = { ...base, reference: `leads:company:${director}`, actor: spelled.mail(director), detail: { layer: 'director' } };
  const others = teams.flatMap(({ lead, manager, slug }): Fact[] => [
    { ...base, reference: `leads:${slug}:${lead}`, actor: spelled.mail(lead), place: spelled.team(slug), detail: { layer: 'lead' } },
    {
      ...base,
      reference: `leads:${slug}:${manager}`,
      actor: spelled.mail(manager),
      place: spelled.team(slug),
      detail: { layer: 'manager' },
    },
  ]);
  return [...others, top];
}

function rightsOf({ areas, teams, window }: Company, spelled: Spelled): readonly Fact[] {
  return areas.flatMap(({ slug, team }, row) =>
    teams[team]!.members.flatMap((who) =>
      (['merge', 'deploy'] as const).map(
        (right): Fact => ({
          kind: 'right-held',
          reference: `right-held:${slug}:${right}:${who}`,
          at: window.from,
          actor: spelled.login(who),
          place: spelled.service(row),
          detail: { right },
        }),
      ),
    ),
  );
}

function servicesOf({ areas, teams, window }: Company, spelled: Spelled): readonly Fact[] {
  return areas.map(({ slug, team, tier }, row): Fact => {
    const detail = {
      entity: 'component',
      name: slug,
      type: 'service',
      lifecycle: 'production',
      owner: `group:default/${teams[team]!.slug}`,
      tier,
    } as const;
    return {
      kind: 'declared',
      reference: `declared:component:default/${slug}`,
      at: window.from,
      place: `component:default/${slug}`,
      path: `${slug}/`,
      item: spelled.repository(row),
      detail,
    };
  });
}

function decided(
  { area, path, number, title, proposedAt, proposedBy, decidedAt, deciders, options }: Organisation['decisions'][number],
  spelled: Spelled,
): readonly Fact[] {
  const place = spelled.repository(area);
  const item = `decision:${place.slice('repository:'.length)}/${path}`;
  const base = { item, place, path };
  return [
    {
      ...base,
      kind: 'proposed',
      reference: `proposed:${item}`,
      at: proposedAt,
      actor: spelled.mail(proposedBy),
      detail: { title, number: String(number) },
    },
    ...deciders.map(
      (who): Fact => ({
        ...base,
        kind: 'decided',
        reference: `decided:${item}:accepted:${spelled.mail(who)}`,
        at: decidedAt,
        actor: spelled.mail(who),
        detail: { title, number: String(number), status: 'accepted', options, why: true },
      }),
    ),
  ];
}

/** Whoever walks through a runbook notes it there, and is seen to have written it then. */
function written(company: Company, spelled: Spelled, rehearsals: Organisation['rehearsals']): readonly Fact[] {
  return company.areas.flatMap((area, row): Fact[] => {
    const place = spelled.repository(row);
    const path = `docs/runbooks/${area.slug}-slow.md`;
    const item = `document:${place.slice('repository:'.length)}/${path}`;
    const base = { item, place, path };
    const about = { what: 'runbook' as const, about: area.slug, missing: [] };
    return [
      {
        ...base,
        kind: 'documented',
        reference: `documented:${item}`,
        at: bornAt(company, area) + 86_400,
        actor: spelled.mail(area.people[0]!),
        detail: about,
      },
      ...rehearsals
        .filter((one) => one.area === row)
        .flatMap(({ at, person }): readonly Fact[] => {
          const same = { ...base, at, actor: spelled.mail(person) };
          return [
            { ...same, kind: 'documented', reference: `documented:${item}@${at}`, detail: about },
            { ...same, kind: 'rehearsed', reference: `rehearsed:${item}:${at}`, detail: { worked: true } },
          ];
        }),
    ];
  });
}
