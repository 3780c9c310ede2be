import type { Handle, Item, Place } from '#core/facts/fact.ts';
import type { Naming } from '#core/facts/told.ts';
import type { AreaAt } from '#core/organisation/organisation.ts';
import type { Cast, Company } from '#core/organisation/founding/company.ts';

/** How the tools of the invented company spell its people and places. */
const FORGE = 'github.com';
const ACCOUNT = 'harbour';

export interface Spelled {
  readonly login: (who: Cast) => Handle;
  readonly pager: (who: Cast) => Handle;
  readonly chat: (who: Cast) => Handle;
  readonly mail: (who: Cast) => Handle;
  readonly repository: (area: AreaAt) => Place;
  readonly item: (area: AreaAt, number: number) => Item;
  readonly service: (area: AreaAt) => Place;
  readonly team: (slug: string) => Place;
}

export function spelledBy({ people, areas, repositories }: Company): Spelled {
  const repositoryOf = (area: AreaAt): string => `${FORGE}/${ACCOUNT}/${repositories[areas[area]!.repository]!}`;
  return {
    login: (who) => `github:${people[who]!.login}`,
    pager: (who) => `pagerduty:${people[who]!.pager}`,
    chat: (who) => `slack:${people[who]!.chat}`,
    mail: (who) => `mail:${people[who]!.mail}`,
    repository: (area) => `repository:${repositoryOf(area)}`,
    item: (area, number) => `${repositoryOf(area)}#${number}`,
    service: (area) => `service:pagerduty/${areas[area]!.service}`,
    team: (slug) => `team:${FORGE}/${ACCOUNT}/${slug}`,
  };
}

/** What the tools say of the accounts and services beside what happened. */
export function namingsOf(company: Company): readonly Naming[] {
  const spelled = spelledBy(company);
  const people = company.people.flatMap(({ fullName: name, mail, role }, who): Naming[] => {
    if (role === 'agent') return [{ of: spelled.login(who), name, actor: 'agent' }];
    return [
      { of: spelled.login(who), name, mail },
      { of: spelled.pager(who), name, mail },
      { of: spelled.chat(who), name, mail },
      { of: spelled.mail(who), name, mail },
    ];
  });
  const services = company.areas.map(
    (area, at): Naming => ({ of: spelled.service(at), name: area.slug, sameAs: [`component:default/${area.slug}`] }),
  );
  return [...people, ...services];
}
