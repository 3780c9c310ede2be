import type { Place } from '#core/facts/fact.ts';

/** A reference of the catalog, `[kind:][namespace/]name`, in lower case as Backstage compares it. */
export interface EntityRef {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

export interface RefDefaults {
  readonly kind: string;
  readonly namespace: string;
}

/** Braces and the like are what templates still have to fill in. */
const WRITTEN = /^(?:([a-z][a-z0-9-]{0,62}):)?(?:([^\s/:{}$<>|"'*]{1,100})\/)?([^\s/:{}$<>|"'*]{1,100})$/i;

/** Undefined where the text is no reference. */
export function entityRef(text: unknown, defaults: RefDefaults): EntityRef | undefined {
  const found = typeof text === 'string' ? WRITTEN.exec(text.trim()) : null;
  if (found === null) return undefined;
  return {
    kind: (found[1] ?? defaults.kind).toLowerCase(),
    namespace: (found[2] ?? defaults.namespace).toLowerCase(),
    name: found[3]!.toLowerCase(),
  };
}

/** `component:default/checkout`; groups are teams. */
export function placeOfRef({ kind, namespace, name }: EntityRef): Place {
  return kind === 'group' ? `team:${namespace}/${name}` : `${kind}:${namespace}/${name}`;
}
