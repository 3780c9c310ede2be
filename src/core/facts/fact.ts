import type { Moment } from '#core/terms/moment.ts';
import type { FactDetails } from './fact-details.ts';
import type { FactKind } from './fact-kinds.ts';

/**
 * Somebody, in the words of a source: `github:octo-ada`, `pagerduty:PUSER1`, `mail:ada@example.org` (lower case), `name:Ada Example`.
 * Which person of ours that is, `core/joins` says. Leaves the process only through `core/policy`.
 */
export type Handle = `${string}:${string}`;

/**
 * What a fact is about where that is no path: `repository:github.com/acme/shop`, `service:pagerduty/PSVC1`, `service:checkout-api` (as a label says it),
 * `schedule:pagerduty/PSCHED1`, `component:default/checkout`, `team:github.com/acme/payments`, `channel:slack/C123`, `customer:acme`, `calendar:NAME`.
 */
export type Place = `${string}:${string}`;

/**
 * What several facts belong to, unique over all sources: `github.com/acme/shop#12` (a change or an issue), `pagerduty:incident/PINC1`,
 * `slack:C123/1531420618.000100` (a thread), `decision:github.com/acme/shop/docs/adr/0007-x.md`, `ticket:4711`.
 */
export type Item = string;

/** One thing that a source beyond git has recorded: who, when, about which item, where. Never what was said. */
export type Fact = { readonly [Kind in FactKind]: FactOf<Kind> }[FactKind];

export interface FactOf<Kind extends FactKind> {
  readonly kind: Kind;
  /** Unique in its connection and made of what the source says, so that reading the same thing twice, by file, webhook or API, gives the same fact once. */
  readonly reference: string;
  readonly at: Moment;
  /** End of what lasts (absence, shift, block, session, right); half open. */
  readonly until?: Moment;
  /** Who did it, who is away, who holds the right, who is on shift. */
  readonly actor?: Handle;
  /** Whom it concerns besides: asked to review, escalated to, assigned, thanked, mentioned. */
  readonly other?: Handle;
  readonly item?: Item;
  readonly place?: Place;
  /** Path inside the repository that `place` names. */
  readonly path?: string;
  /** How much, by kind: see `FactDetails`. */
  readonly size?: number;
  readonly detail?: FactDetails[Kind];
}
