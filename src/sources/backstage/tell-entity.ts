import type { FactDetails } from '#core/facts/fact-details.ts';
import type { Fact, Handle, Place } from '#core/facts/fact.ts';
import type { Naming, Skipped } from '#core/facts/told.ts';
import type { Moment } from '#core/terms/moment.ts';
import { plainText } from '#sources/connecting/plain-text.ts';
import { saidFact } from '#sources/connecting/said-fact.ts';
import { placeOfRef, type EntityRef } from './entity-ref.ts';
import { mapOf, refsIn, type Entity } from './read-entity.ts';

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
  const [owner] = refsIn(entity, 'owner', 'group');
  const [system] = refsIn(entity, 'system', 'system');
  const detail: FactDetails['declared'] = {
    entity: kind,
    name: entity.name,
    ...texts({ type: entity.spec.get('type'), lifecycle: entity.spec.get('lifecycle') }),
    ...(owner === undefined ? {} : { owner: ownerOf(owner) }),
    ...(system === undefined ? {} : { system: placeOfRef(system) }),
    ...listed(dependenciesOf(entity)),
  };
  const actor = owner?.kind === 'user' ? (ownerOf(owner) as Handle) : undefined;
  const { repository, path } = from;
  const item = repository === undefined || path === undefined ? undefined : `document:${repository}/${path}`;
  const facts = [saidFact('declared', { reference: `declared:${place}@${from.version}`, at: from.at, actor, place, item, path }, detail)];
  return { facts: [...facts, ...memberships(entity, from.at)], namings: namingsOf(entity, place, from), skipped: [] };
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

function ownerOf(ref: EntityRef): string {
  return ref.kind === 'user' ? userHandle(ref) : placeOfRef(ref);
}

/** What it needs to work: what it says it depends on, and the APIs that it consumes. */
function dependenciesOf(entity: Entity): readonly string[] {
  const needs = [...refsIn(entity, 'dependsOn', 'component'), ...refsIn(entity, 'consumesApis', 'api')];
  return [...new Set(needs.map(placeOfRef))];
}

function listed(dependsOn: readonly string[]): { readonly dependsOn?: readonly string[] } {
  return dependsOn.length === 0 ? {} : { dependsOn };
}

function texts(values: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => {
      const text = typeof value === 'string' ? plainText(value, 60) : undefined;
      return text === undefined ? [] : [[key, text]];
    }),
  );
}

/** The same thing in other sources, as annotations say it, and the repository that the file stands in. */
function namingsOf(entity: Entity, place: Place, { repository }: CatalogPlace): readonly Naming[] {
  const { annotations } = entity;
  const said = (name: string, shape: RegExp) => shape.exec(annotations.get(name) ?? '')?.[1];
  const slug = said('github.com/project-slug', /^\s*([\w.-]+\/[\w.-]+)\s*$/);
  const [gitlab, service] = [said('gitlab.com/project-slug', /^\s*([\w./-]+)\s*$/), said('pagerduty.com/service-id', /^\s*(\w{4,20})\s*$/)];
  const location = /^url:https?:\/\/([\w.-]+\/[\w.-]+\/[\w.-]+)/.exec(
    annotations.get('backstage.io/source-location') ?? annotations.get('backstage.io/managed-by-location') ?? '',
  )?.[1];
  // The host of a project that only its slug names is where its file says it is.
  const host = (location ?? repository ?? '').split('/')[0] ?? '';
  const repositories = [
    slug === undefined ? undefined : `${/github/.test(host) ? host : 'github.com'}/${slug}`,
    gitlab === undefined ? undefined : `${/gitlab/.test(host) ? host : 'gitlab.com'}/${gitlab}`,
    location,
  ];
  const found = repositories.flatMap((one) => (one === undefined ? [] : [`repository:${one}` as const]));
  const own = found.length === 0 && repository !== undefined && entity.kind === 'component' ? [`repository:${repository}` as const] : [];
  const sameAs: readonly Place[] = [
    ...new Set([...found, ...own, ...(service === undefined ? [] : [`service:pagerduty/${service}` as const])]),
  ];
  const name = plainText(entity.title ?? entity.name, 100);
  return [{ of: place, ...(name === undefined ? {} : { name }), ...(sameAs.length === 0 ? {} : { sameAs }) }];
}
