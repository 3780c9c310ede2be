import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Configuration } from '#contract/configuration.ts';
import { refusal } from '#core/terms/refusals.ts';
import { readConfiguration } from './read-configuration.ts';

export const CONFIGURATION_FILES = ['understudy.yaml', 'understudy.yml'] as const;
const LARGEST = 1024 * 1024;

/** Where one repository may hold its configuration: its work tree, or (bare) the text at HEAD. */
export interface Configured {
  readonly name: string;
  readonly workTree: string;
  readonly texts: readonly { readonly path: string; readonly text: string }[];
}

/** A configuration as text, before it is understood: cheap enough to key a kept answer by. */
export interface ConfigurationText {
  readonly place: string;
  readonly text: string;
}

/** The text of the one configuration file that was named. */
export function namedConfiguration(path: string): ConfigurationText {
  const text = fileText(path);
  if (text === undefined) throw refusal('configuration-missing', { path });
  return { place: path, text };
}

/** The configuration text in a work tree, if there is one. A pipe or a huge file that calls itself so is not read. */
export function workTreeConfiguration(workTree: string): ConfigurationText | undefined {
  for (const name of CONFIGURATION_FILES) {
    const text = workTree === '' ? undefined : fileText(join(workTree, name));
    if (text !== undefined) return { place: name, text };
  }
  return undefined;
}

/** What holds for these repositories together: lists are joined, each area stays in its own repository, first word wins elsewhere. */
export function configurationOf(repositories: readonly Configured[], named: ConfigurationText | undefined): Configuration {
  if (named) return readConfiguration(named.text, named.place);
  const found = repositories.flatMap((repository) => {
    const text = workTreeConfiguration(repository.workTree) ?? textAtHead(repository);
    return text ? [scopedTo(repository, readConfiguration(text.text, text.place), repositories.length > 1)] : [];
  });
  return found.reduce(joined, {});
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
  };
}

function fileText(path: string): string | undefined {
  try {
    const found = statSync(path);
    return found.isFile() && found.size <= LARGEST ? readFileSync(path, 'utf8') : undefined;
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    if (code === 'EACCES' || code === 'EPERM') throw refusal('path-unreadable', { path, reason: 'permission denied' });
    throw problem;
  }
}
