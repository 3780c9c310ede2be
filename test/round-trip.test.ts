import { expect, it } from 'vitest';
import { readerOf } from '#app/actions/importing/recognise.ts';
import { foundCompany } from '#core/organisation/founding/found-company.ts';
import { liveThrough } from '#core/organisation/live-through.ts';
import { payloadsOf } from '#core/organisation/payloads/payloads-of.ts';
import { factsOf } from '#core/organisation/telling/facts-of.ts';
import { countedHashes } from '#core/organisation/telling/hash-of.ts';
import type { Fact } from '#core/facts/fact.ts';
import type { FactKind } from '#core/facts/fact-kinds.ts';
import { toldTogether, type Told } from '#core/facts/told.ts';
import { givenFile, TELLING, toldOf } from './given-file.ts';
import { zipOf } from './zip-of.ts';

const NOW = Date.UTC(2026, 10, 2) / 1000;
const organisation = liveThrough(foundCompany({ seed: 3, until: NOW, planted: true }));
const hashOf = countedHashes(organisation);
const telling = { ...TELLING, host: 'github.com', now: NOW };
const files = payloadsOf(organisation, hashOf);
const chat = files.filter(({ path }) => path.startsWith('chat/')).map(({ path, text }) => ({ name: path.slice(5), content: text }));
const given = [
  ...files.filter(({ path }) => !path.startsWith('chat/')).map(({ path, text }) => givenFile(path.slice(path.lastIndexOf('/') + 1), text)),
  givenFile('chat-export.zip', zipOf(chat)),
];
const parts: Told[] = [];
const unread: string[] = [];
for (const file of given) {
  const connector = readerOf(file);
  if (connector === undefined) unread.push(file.name);
  else parts.push(await toldOf(connector.file, file, telling));
}
const { facts: read, skipped } = toldTogether(parts);
const meant = factsOf(organisation, hashOf).facts;

/** Told elsewhere, and why not by these files. */
const ELSEWHERE: Readonly<Partial<Record<FactKind, string>>> = {
  decided: 'decision records lie in the repositories, and are told with their scan',
  proposed: 'the same',
  documented: 'documents lie in the repositories',
  rehearsed: 'the same',
  declared: 'catalog files lie in the repositories',
  'rule-set': 'only the files say how a branch is protected: the company lives by it',
  joined: 'the table of people says it so that handles can stand in the row; the company was founded with all of them',
};

type Field = 'at' | 'actor' | 'other' | 'item';
const DAY = ['at'] as const;
/** Fields in which a file says more, less or something else than the company itself, and why. */
const APART: Readonly<Partial<Record<FactKind, readonly [readonly Field[], string]>>> = {
  away: [['item'], 'a calendar names its entries in its own way'],
  focus: [['item'], 'the same'],
  planning: [['item'], 'the same'],
  'issue-assigned': [['actor'], 'GitHub says who assigned it'],
  'change-closed': [['actor'], 'a list of changes does not say who closed one'],
  'ticket-escalated': [['at', 'actor'], 'the table has one moment for all steps, and says from whom'],
  recognised: [DAY, 'the table has days'],
};

const numbers = new Map(
  organisation.company.people.flatMap(({ login, mail, pager, chat }, who) =>
    [`github:${login}`, `mail:${mail}`, `pagerduty:${pager}`, `slack:${chat}`].map((handle) => [handle.toLowerCase(), who] as const),
  ),
);
const channels = new Map(
  (JSON.parse(chat.find(({ name }) => name === 'channels.json')!.content) as readonly { id: string; name: string }[]).map(
    ({ id, name }) => [id, name],
  ),
);

/** Items of chat by the name of their channel and the second of their thread. */
function itemOf(item: string | undefined): string {
  const thread = /^slack:([^/]+)\/(\d+)/.exec(item ?? '');
  return thread === null ? (item ?? '') : `slack:${channels.get(thread[1]!) ?? thread[1]}/${thread[2]}`;
}

function said(fact: Fact): string {
  const who = (handle: string | undefined): string | number => (handle === undefined ? '' : (numbers.get(handle.toLowerCase()) ?? handle));
  const fields = { at: fact.at, actor: who(fact.actor), other: who(fact.other), item: itemOf(fact.item) };
  const apart = APART[fact.kind]?.[0] ?? [];
  return JSON.stringify(Object.entries(fields).flatMap(([field, value]) => (apart.includes(field as Field) ? [] : [value])));
}

function saidIn(facts: readonly Fact[], kind: FactKind): readonly string[] {
  const own = facts.filter((fact) => fact.kind === kind);
  return [...new Map(own.map((fact) => [fact.reference, fact])).values()].map(said).toSorted();
}

it('every file of an invented company is read by somebody, and every record is understood', () => {
  expect([unread, skipped]).toEqual([[], []]);
});

it.each([...new Set([...read, ...meant].map(({ kind }) => kind))].toSorted())('%s is read as the company lived it', (kind) => {
  const [found, wanted] = [saidIn(read, kind), saidIn(meant, kind)];
  if (ELSEWHERE[kind] !== undefined) expect(Math.min(found.length, wanted.length)).toBe(0);
  else expect({ missing: without(wanted, found), beyond: without(found, wanted) }).toEqual({ missing: [], beyond: [] });
});

/** Those that the other list has fewer of; the first ones. */
function without(one: readonly string[], other: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const text of other) left.set(text, (left.get(text) ?? 0) + 1);
  const more = one.filter((text) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count <= 0;
  });
  return more.slice(0, 3);
}

it.each(['focus', 'planning'] as const)('%s that was dropped or moved is read as such', (kind) => {
  const fate = (facts: readonly Fact[], what: 'dropped' | 'moved'): number =>
    facts.filter((fact) => fact.kind === kind && (fact.detail as { readonly [Key in typeof what]?: boolean } | undefined)?.[what] === true)
      .length;
  expect([fate(read, 'dropped'), fate(read, 'moved')]).toEqual([fate(meant, 'dropped'), fate(meant, 'moved')]);
});

it('absences that nobody planned are read as such', () => {
  const sudden = (facts: readonly Fact[]): number => facts.filter((fact) => fact.kind === 'away' && fact.detail?.planned === false).length;
  expect(sudden(read)).toBe(sudden(meant));
});

it('what was rolled out is brought by its commit, so that its area is known', () => {
  const commits = (facts: readonly Fact[]) =>
    facts.flatMap((fact) => (fact.kind === 'deployed' ? [`${fact.place} ${fact.detail?.commit}`] : []));
  expect(commits(meant).length).toBeGreaterThan(500);
  expect(commits(read).toSorted()).toEqual(commits(meant).toSorted());
});

it('who closed what is read as the company lived it', () => {
  const closes = read.flatMap((fact) =>
    fact.kind === 'change-opened' ? (fact.detail?.closes ?? []).map((issue) => `${issue} ${fact.item}`) : [],
  );
  const closed = meant.flatMap((fact) =>
    fact.kind === 'issue-closed' && fact.detail?.byChange !== undefined ? [`${fact.item} ${fact.detail.byChange}`] : [],
  );
  expect(closed.length).toBeGreaterThan(100);
  expect(without(closed, closes)).toEqual([]);
});
