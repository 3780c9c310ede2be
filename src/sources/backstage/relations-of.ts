import type { FactDetails } from '#core/facts/fact-details.ts';
import { placeOfRef } from './entity-ref.ts';
import { refsIn, type Entity } from './read-entity.ts';

type Declared = FactDetails['declared'];

/** What holds it, by its kind: the field, and the kind that a bare name in it means. */
const HELD_BY: Readonly<Record<Declared['entity'], readonly [field: string, kind: string] | undefined>> = {
  component: ['subcomponentOf', 'component'],
  system: ['domain', 'domain'],
  domain: ['subdomainOf', 'domain'],
  group: ['parent', 'group'],
  resource: undefined,
  api: undefined,
};

/** What it needs and what needs it, what it is a part of and what it offers: as its own file says it, in either direction. */
export function relationsOf(
  entity: Entity,
  kind: Declared['entity'],
): Pick<Declared, 'dependsOn' | 'dependencyOf' | 'provides' | 'partOf' | 'parts'> {
  const held = HELD_BY[kind];
  const [partOf] = held === undefined ? [] : refsIn(entity, ...held);
  return {
    ...listed('dependsOn', [...refsIn(entity, 'dependsOn', 'component'), ...refsIn(entity, 'consumesApis', 'api')].map(placeOfRef)),
    ...listed('dependencyOf', refsIn(entity, 'dependencyOf', 'component').map(placeOfRef)),
    // As files of the catalog's first year call it.
    ...listed('provides', [...refsIn(entity, 'providesApis', 'api'), ...refsIn(entity, 'implementsApis', 'api')].map(placeOfRef)),
    ...(partOf === undefined ? {} : { partOf: placeOfRef(partOf) }),
    ...listed('parts', kind === 'group' ? refsIn(entity, 'children', 'group').map(placeOfRef) : []),
  };
}

function listed(key: 'dependsOn' | 'dependencyOf' | 'provides' | 'parts', places: readonly string[]): Partial<Pick<Declared, typeof key>> {
  return places.length === 0 ? {} : { [key]: [...new Set(places)] };
}
