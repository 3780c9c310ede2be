import { expect, it } from 'vitest';
import type { Fact } from '#core/facts/fact.ts';
import { connectorOf } from '#sources/connecting/connectors.ts';
import { givenFile, TELLING, toldOf } from '#test/given-file.ts';
import { conformancePlaces } from './published-factors.ts';
import { versionsOf } from './versions-of.ts';

/** Folders of zulip's fixtures, and which of our sources they are payloads of. */
const KINDS: Readonly<Record<string, string>> = {
  github: 'github',
  gitlab: 'gitlab',
  gitea: 'gitea',
  gogs: 'gitea',
  pagerduty: 'pagerduty',
  opsgenie: 'opsgenie',
  alertmanager: 'alertmanager',
  grafana: 'alertmanager',
};

const { clones } = conformancePlaces(process.env);
const patterns = Object.keys(KINDS).map((folder) => `zerver/webhooks/${folder}/fixtures/*.json`);
const files = clones === undefined ? [] : versionsOf(clones, { named: /zulip|connect/i, mark: 'zerver/webhooks', patterns });
if (files.length === 0)
  console.warn(
    '\nSKIPPED: fixtures of zulip: UNDERSTUDY_CONFORMANCE_CLONES names no folder with its clones (docs/runbooks/conformance.md)\n',
  );

it.skipIf(files.length === 0)('every version of every fixture tells nothing that does not stand in it', { timeout: 600_000 }, async () => {
  const counts = new Map<string, { files: number; told: number; facts: number; silent: number }>();
  const wrong: string[] = [];
  for (const { clone, path, text } of files) {
    const folder = path.split('/')[2]!;
    const { facts, skipped } = await toldOf(connectorOf(KINDS[folder]!)!.file!, givenFile(path.split('/').at(-1)!, text));
    const said = saidIn(text);
    for (const fact of facts) wrong.push(...unsaid(fact, said).map((what) => `${clone} ${path}: ${fact.kind}: ${what}`));
    if (facts.length === 0 && skipped.length === 0) wrong.push(`${clone} ${path}: neither told nor skipped`);
    const count = counts.get(folder) ?? { files: 0, told: 0, facts: 0, silent: 0 };
    counts.set(folder, {
      files: count.files + 1,
      told: count.told + Number(facts.length > 0),
      facts: count.facts + facts.length,
      silent: count.silent + Number(facts.length === 0),
    });
  }
  console.info(Object.fromEntries(counts));
  expect(wrong).toEqual([]);
});

interface Said {
  readonly words: ReadonlySet<string>;
  readonly moments: ReadonlySet<number>;
  readonly text: string;
}

/** All words and moments of a payload, wherever they stand in it. */
function saidIn(text: string): Said {
  const words = new Set<string>();
  const moments = new Set<number>();
  const walk = (value: unknown): void => {
    if (typeof value === 'object' && value !== null) return Object.values(value).forEach(walk);
    if (typeof value === 'number') for (const unit of [1, 1e3, 1e6, 1e9]) moments.add(Math.floor(value / unit));
    const word = String(value);
    words.add(word.toLowerCase());
    const at = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(word)
      ? Date.parse(word.replace(/^(\S+) (\S+?) ?(?:UTC)?$/, '$1T$2Z').replace(/([+-]\d\d)(\d\d)$/, '$1:$2'))
      : Number.NaN;
    if (!Number.isNaN(at)) moments.add(Math.floor(at / 1000));
  };
  walk(JSON.parse(text));
  return { words, moments, text: text.toLowerCase() };
}

/** What of a fact stands nowhere in its payload: when, who, whom, of which number. */
function unsaid({ kind, at, actor, other, item }: Fact, { words, moments, text }: Said): readonly string[] {
  const who = [actor, other].flatMap((handle) =>
    handle === undefined
      ? []
      : [
          handle
            .slice(handle.indexOf(':') + 1)
            .replace(/^#/, '')
            .toLowerCase(),
        ],
  );
  const number = /[#!/](\w[\w-]*)$/.exec(item ?? '')?.[1]?.toLowerCase();
  return [
    // GitHub does not say when somebody joined a team: when it was heard is taken.
    ...(moments.has(at) || (kind === 'member' && at === TELLING.now) ? [] : [`at ${at}`]),
    ...who.filter((word) => !words.has(word)),
    ...(number === undefined || text.includes(number) ? [] : [`item ${number}`]),
  ];
}
