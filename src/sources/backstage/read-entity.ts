import { entityRef, type EntityRef } from './entity-ref.ts';

/** One entity of a catalog, as far as we look. */
export interface Entity extends EntityRef {
  readonly title: string | undefined;
  readonly annotations: ReadonlyMap<string, string>;
  readonly spec: ReadonlyMap<string, unknown>;
}

/** Apart from ours, companies give their entities groups of their own. */
const VERSION = /^[a-z0-9.-]+\/v\d+[a-z0-9]*$/i;

/** The entity that a document says, or why it is none. */
export function readEntity(said: unknown): Entity | string {
  const document = mapOf(said);
  const [version, kind, metadata] = [document.get('apiVersion'), document.get('kind'), mapOf(document.get('metadata'))];
  if (typeof version !== 'string' || !VERSION.test(version)) return 'it says no apiVersion';
  const namespace = metadata.get('namespace') ?? 'default';
  const name = metadata.get('name');
  const ref = typeof kind === 'string' && typeof namespace === 'string' ? entityRef(name, { kind, namespace }) : undefined;
  if (ref === undefined) return 'it says neither kind nor name that can be read';
  const annotations = [...mapOf(metadata.get('annotations'))].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const title = metadata.get('title');
  return {
    ...ref,
    title: typeof title === 'string' ? title : undefined,
    annotations: new Map(annotations.slice(0, 200)),
    spec: mapOf(document.get('spec')),
  };
}

export function mapOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>(typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []);
}

/** References in a list of the entity's spec, with the entity's own namespace. */
export function refsIn(entity: Entity, field: string, kind: string): readonly EntityRef[] {
  const list = entity.spec.get(field);
  return (Array.isArray(list) ? list : [list])
    .slice(0, 1000)
    .flatMap((one: unknown) => entityRef(one, { kind, namespace: entity.namespace }) ?? []);
}
