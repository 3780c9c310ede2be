import type { Fact, Handle, Item, Place } from '#core/facts/fact.ts';
import type { FactDetails } from '#core/facts/fact-details.ts';
import type { FactKind } from '#core/facts/fact-kinds.ts';
import type { Naming, Skipped, Told } from '#core/facts/told.ts';
import type { Moment } from '#core/terms/moment.ts';

/** Fields as they were found, or not. */
type Found<T> = { readonly [Key in keyof T]: T[Key] | undefined };
type Named = { readonly [Key in keyof Naming]: Naming[Key] | undefined };

interface FoundFact<Kind extends FactKind> {
  readonly reference: string | undefined;
  readonly at: Moment | undefined;
  readonly until?: Moment | undefined;
  readonly actor?: Handle | undefined;
  readonly other?: Handle | undefined;
  readonly item?: Item | undefined;
  readonly place?: Place | undefined;
  readonly path?: string | undefined;
  readonly size?: number | undefined;
  readonly detail?: Found<FactDetails[Kind]> | undefined;
}

/** What a reader finds in one payload, written down as it goes. */
export interface Notes {
  /** What handles begin with where this was written: `github`. */
  readonly forge: string;
  /** A fact that lacks a reference or a moment is skipped, and says so; what was not found is left away. */
  readonly tell: <Kind extends FactKind>(kind: Kind, found: FoundFact<Kind>) => void;
  /** Once for the same thing, however often it is named. */
  readonly name: (naming: Named & Pick<Naming, 'of'>) => void;
  readonly skip: (what: string, why: string) => void;
  readonly told: () => Told;
}

export function startNotes(forge: string): Notes {
  const facts: Fact[] = [];
  const namings = new Map<string, Naming>();
  const skipped = new Map<string, Skipped>();
  const skip = (what: string, why: string) => void skipped.set(`${what}\n${why}`, { what: what.slice(0, 200), why });
  return {
    forge,
    skip,
    tell: (kind, { detail, ...fields }) => {
      if (fields.at === undefined) return skip(kind, 'it does not say when');
      if (fields.reference === undefined) return skip(kind, 'it does not say which');
      const said = present(detail ?? {});
      facts.push({ kind, ...present(fields), ...(Object.keys(said).length > 0 && { detail: said }) } as unknown as Fact);
    },
    name: (naming) => {
      const said = present(naming) as unknown as Naming;
      if (Object.keys(said).length > 1) namings.set(JSON.stringify(said), said);
    },
    told: () => ({ facts, namings: [...namings.values()], skipped: [...skipped.values()] }),
  };
}

function present(fields: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
