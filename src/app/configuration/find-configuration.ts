import type { Configuration } from '#contract/configuration.ts';
import { MODES } from '#core/policy/viewer.ts';
import { CONFIGURATION_FILES, type ConfigurationText, workTreeConfiguration } from './configuration-text.ts';

/** Where one repository may hold its configuration: its work tree, or (bare) the text at HEAD. */
export interface Configured {
  readonly name: string;
  readonly workTree: string;
  readonly texts: readonly { readonly path: string; readonly text: string }[];
}

/** What holds for these repositories together: lists are joined, each area stays in its own repository, first word wins elsewhere, and the strictest mode. */
export async function configurationOf(repositories: readonly Configured[], named: ConfigurationText | undefined): Promise<Configuration> {
  if (named) return await read(named);
  const found: Configuration[] = [];
  for (const repository of repositories) {
    const text = workTreeConfiguration(repository.workTree) ?? textAtHead(repository);
    if (text) found.push(scopedTo(repository, await read(text), repositories.length > 1));
  }
  return found.reduce(joined, {});
}

/** Most repositories have none, and its reader is the largest part of the program to load. */
async function read({ text, place }: ConfigurationText): Promise<Configuration> {
  const { readConfiguration } = await import('./read-configuration.ts');
  return readConfiguration(text, place);
}

function textAtHead({ texts, workTree, name }: Configured): ConfigurationText | undefined {
  if (workTree !== '') return undefined;
  const found = CONFIGURATION_FILES.map((path) => texts.find((file) => file.path === path)).find((file) => file !== undefined);
  return found ? { place: `${name}: ${found.path}`, text: found.text } : undefined;
}

function scopedTo({ name }: Configured, configuration: Configuration, many: boolean): Configuration {
  if (!many || !configuration.areas) return configuration;
  return { ...configuration, areas: configuration.areas.map((area) => ({ ...area, repository: area.repository ?? name })) };
}

function joined(one: Configuration, other: Configuration): Configuration {
  const people = { ...other.people, ...one.people };
  for (const key of ['same', 'different'] as const) people[key] = [...(one.people?.[key] ?? []), ...(other.people?.[key] ?? [])];
  for (const key of ['bots', 'agents', 'humans'] as const) people[key] = [...(one.people?.[key] ?? []), ...(other.people?.[key] ?? [])];
  return {
    areas: [...(one.areas ?? []), ...(other.areas ?? [])],
    ignore: [...(one.ignore ?? []), ...(other.ignore ?? [])],
    people,
    judgement: { ...other.judgement, ...one.judgement },
    check: { ...other.check, ...one.check },
    signals: [...(one.signals ?? []), ...(other.signals ?? [])],
    privacy: { mode: MODES[Math.max(...[one, other].map(({ privacy }) => MODES.indexOf(privacy?.mode ?? 'solo')))] },
  };
}
