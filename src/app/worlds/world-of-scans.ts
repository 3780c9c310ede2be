import { configurationOf } from '#app/configuration/find-configuration.ts';
import { settingsOf } from '#app/configuration/settings-of.ts';
import { limitsBySignal } from '#contract/operations/signals/own-limits.ts';
import type { Configuration } from '#contract/configuration.ts';
import type { WhoIsWho } from '#core/accounts/who-is-who.ts';
import { type Mode, MODES } from '#core/policy/viewer.ts';
import type { OwnLimits } from '#core/signals/read-signals.ts';
import { retireActs } from '#core/retention/erase-acts.ts';
import { withLeavers } from '#core/accounts/with-leavers.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { Settings } from '#core/terms/settings.ts';
import type { Groundwork } from '#core/world/world.ts';
import { distinctNames } from './distinct-names.ts';
import { groundworkOf } from './groundwork-of.ts';
import { knownWorld } from './world-of.ts';
import type { KnownRepository, KnownWorld } from './world-of.ts';

/** A scan as a database keeps it, under the name that its source has now. */
export interface NamedScan {
  readonly name: string;
  readonly scan: Pick<KnownRepository, 'history' | 'facts'>;
}

export interface ScansOrder {
  /** The least that the one who asks keeps to; a repository may ask for more in its own file, never for less. */
  readonly mode: Mode;
  /** Seconds since epoch. */
  readonly now: Moment;
  /** Who is who, as people have said and confirmed: added to what the configuration says. */
  readonly people?: WhoIsWho;
}

/** One or several kept scans as one system, under the configuration that stands in them. */
export async function worldOfScans(scans: readonly NamedScan[], order: ScansOrder): Promise<KnownWorld> {
  const { settings, mode, ground } = await groundOfScans(scans, order);
  return knownWorld({ settings, mode }, ground);
}

/** What a world over several scans stands on, with names, whoever may look at it. */
interface GroundOfScans {
  readonly repositories: readonly KnownRepository[];
  readonly settings: Settings;
  /** As strict as the one who asks and every repository want it. */
  readonly mode: Mode;
  readonly ground: Groundwork;
  /** What the repositories say of signals: when each speaks. */
  readonly limits: OwnLimits;
}

/** One or several kept scans, cleaned and cut into areas. Nothing of it leaves the process but through `knownWorld` and policy. */
export async function groundOfScans(scans: readonly NamedScan[], { mode, now, people }: ScansOrder): Promise<GroundOfScans> {
  const names = distinctNames(scans.map(({ name, scan }) => ({ name, folder: scan.facts.path })));
  const repositories = scans.map(({ scan: { history, facts } }, i) => ({
    name: names[i]!,
    history: { ...history, repository: names[i]! },
    facts,
  }));
  const configured = repositories.map(({ name, facts }) => ({ name, workTree: '', texts: facts.texts }));
  const configuration = withPeople(await configurationOf(configured, undefined), people);
  const settings = settingsOf(configuration);
  const order = { repositories, configuration, settings, mode: stricter(mode, configuration.privacy?.mode ?? 'solo'), now };
  const groundwork = groundworkOf(order);
  const evidence = retireActs(groundwork.evidence, people?.keptFrom ?? 0);
  const ground = { ...groundwork, evidence: withLeavers(evidence, people?.left ?? [], groundwork.at) };
  const limits = limitsBySignal(configuration.signals ?? []);
  return { repositories, settings, mode: order.mode, ground, limits };
}

function withPeople(configuration: Configuration, people: WhoIsWho | undefined): Configuration {
  if (people === undefined) return configuration;
  const { same = [], different = [] } = configuration.people ?? {};
  const lists = { same: [...same, ...copied(people.same)], different: [...different, ...copied(people.different)] };
  return { ...configuration, people: { ...configuration.people, ...lists } };
}

function copied(lists: readonly (readonly string[])[]): string[][] {
  return lists.map((list) => [...list]);
}

function stricter(one: Mode, other: Mode): Mode {
  return MODES[Math.max(MODES.indexOf(one), MODES.indexOf(other))]!;
}
