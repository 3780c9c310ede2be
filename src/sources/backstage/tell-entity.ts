import type { FactDetails } from '#core/facts/fact-details.ts';
import type { Fact, Handle, Place } from '#core/facts/fact.ts';
import type { Naming, Skipped } from '#core/facts/told.ts';
import type { Moment } from '#core/terms/moment.ts';
import { plainText } from '#sources/connecting/plain-text.ts';
import { saidFact } from '#sources/connecting/said-fact.ts';
import { placeOfRef, type EntityRef } from './entity-ref.ts';
import { type Home, homeOf } from './home-of.ts';
import { mapOf, refsIn, type Entity } from './read-entity.ts';
import { relationsOf } from './relations-of.ts';
import { teamsNamed } from './teams-named.ts';

export interface CatalogPlace {
  /** When the catalog said so: the commit’s moment, or that of the import. */
  readonly at: Moment;
  /** Commit, or day of the import: said again later, it is another fact. */
  readonly version: string;
  /** Repository and path that the file stands in, where it stands in one. */
  readonly repository: string | undefined;
  readonly path: string | undefined;
}

export interface ToldEntity {
  readonly facts: readonly Fact[];
  readonly namings: readonly Naming[];
  readonly skipped: readonly Skipped[];
}

const ENTITIES = new Set(['component', 'system', 'domain', 'resource', 'api', 'group'] as const);

/** What an entity declares: that it is there, who is named as its owner, what it depends on, and what it is elsewhere. Declared is not shown: nobody is an owner in fact by this. */
export function tellEntity(entity: Entity, from: CatalogPlace): ToldEntity {
  if (entity.kind === 'user') return tellUser(entity, from);
  const kind = [...ENTITIES].find((one) => one === entity.kind);
  if (kind === undefined)
    return { facts: [], namings: [], skipped: [{ what: `kind ${plainText(entity.kind, 60) ?? ''}`, why: 'nothing is judged by it' }] };
  const place = placeOfRef(entity);
  const owner = ownerIn(entity);
  const [system] = refsIn(entity, 'system', 'system');
  const detail: FactDetails['declared'] = {
    entity: kind,
    name: entity.name,
    ...texts({ type: entity.spec.get('type'), lifecycle: entity.spec.get('lifecycle') }),
    ...(owner === undefined ? {} : { owner: owner.said }),
    ...(system === undefined ? {} : { system: placeOfRef(system) }),
    ...relationsOf(entity, kind),
  };
  const actor = owner?.person;
  const { repository } = from;
  const item = repository === undefined || from.path === undefined ? undefined : `document:${repository}/${from.path}`;
  const home = homeOf(entity, from);
  const said = { reference: `declared:${place}@${from.version}`, at: from.at, actor, place, item, path: home.path };
  const facts = [saidFact('declared', said, detail), ...memberships(entity, from.at)];
  return { facts, namings: [namingOf(entity, place, home)], skipped: [] };
}

function tellUser(entity: Entity, { at }: CatalogPlace): ToldEntity {
  const profile = mapOf(entity.spec.get('profile'));
  const [name, mail] = [profile.get('displayName'), profile.get('email')];
  const of = userHandle(entity);
  const login = entity.annotations.get('github.com/user-login');
  const naming: Naming = {
    of,
    ...(typeof name === 'string' && plainText(name, 100) !== undefined ? { name: plainText(name, 100)! } : {}),
    ...(typeof mail === 'string' && /^[^\s<>@]+@[^\s<>@]+$/.test(mail) ? { mail: mail.toLowerCase() } : {}),
    ...(login === undefined || !/^[\w-]{1,60}$/.test(login) ? {} : { sameAs: [`github:${login.toLowerCase()}` as const] }),
  };
  const facts = refsIn(entity, 'memberOf', 'group').map((group) => membership(of, group, at));
  return { facts, namings: [naming], skipped: [] };
}

/** Members that a group names. */
function memberships(entity: Entity, at: Moment): readonly Fact[] {
  return entity.kind === 'group' ? refsIn(entity, 'members', 'user').map((user) => membership(userHandle(user), entity, at)) : [];
}

function membership(actor: Handle, group: EntityRef, at: Moment): Fact {
  const place = placeOfRef(group);
  return saidFact('member', { reference: `member:${actor}/${place}`, at, actor, place });
}

function userHandle({ namespace, name }: EntityRef): Handle {
  return `backstage:${namespace}/${name}`;
}

const MAIL = /^[^\s<>@,;:/]+@[^\s<>@,;:/]+\.[^\s<>@,;:/]+$/;

/** A group or a user; catalogs of the first years name an address, which may be a list's: nobody has it then. */
function ownerIn(entity: Entity): { readonly said: string; readonly person?: Handle } | undefined {
  const written = entity.spec.get('owner');
  if (typeof written === 'string' && MAIL.test(written.trim())) {
    const mail: Handle = `mail:${written.trim().toLowerCase()}`;
    return { said: mail, person: mail };
  }
  const [ref] = refsIn(entity, 'owner', 'group');
  if (ref === undefined) return undefined;
  if (ref.kind !== 'user') return { said: placeOfRef(ref) };
  const user = userHandle(ref);
  return { said: user, person: user };
}

function texts(values: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => {
      const text = typeof value === 'string' ? plainText(value, 60) : undefined;
      return text === undefined ? [] : [[key, text]];
    }),
  );
}

/** The same thing in other sources, as annotations say it, and the repository that it is. */
function namingOf(entity: Entity, place: Place, { repositories }: Home): Naming {
  const service = /^\s*(\w{4,20})\s*$/.exec(entity.annotations.get('pagerduty.com/service-id') ?? '')?.[1];
  const sameAs: readonly Place[] = [
    ...new Set([
      ...repositories.map((one) => `repository:${one}` as const),
      ...(service === undefined ? [] : [`service:pagerduty/${service}` as const]),
      ...teamsNamed(entity, repositories),
      ...alertedAs(entity.annotations.get('grafana/alert-label-selector')),
    ]),
  ];
  const name = plainText(entity.title ?? entity.name, 100);
  return { of: place, ...(name === undefined ? {} : { name }), ...(sameAs.length === 0 ? {} : { sameAs }) };
}

/** `service=checkout`, as the plugin for Grafana finds its alerts: that label is what alerts call it, too. */
function alertedAs(selector: string | undefined): readonly Place[] {
  const label = /(?:^|,)\s*service\s*=\s*"?([\w.-]{1,100})"?\s*(?:,|$)/.exec(selector ?? '')?.[1];
  return label === undefined ? [] : [`service:${label}`];
}
