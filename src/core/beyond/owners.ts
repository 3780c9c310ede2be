import { howFilesName } from './gates/whom-names-mean.ts';
import { maySeeNames } from '#core/policy/name-person.ts';
import type { Answer, NotJudged } from '#core/terms/answer.ts';
import { counted, listed } from '#core/terms/figures.ts';
import { dateOf } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import { findActor } from '#core/lookup/find-person.ts';
import { type StatedDays, windowAsked } from '#core/lookup/window-asked.ts';
import { envelope } from '#core/world/envelope.ts';
import { areaAsked, type Beheld, stillBlind, toConnect } from './beheld.ts';
import { becauseOfGates, becauseOfOwners } from './because-of-owners.ts';
import { type Gates, gatesOf, type GatesOrder } from './gates/gates-of.ts';
import { OWNER_COLUMNS, type OwnerRow, ownerRows, stuckOnSomeDays, tellerOf, tellsActive } from './owner-rows.ts';
import type { OwnersValue } from './owners-value.ts';
import { patchThatHelps } from './gates/patch-that-helps.ts';

export interface OwnersInput extends StatedDays {
  /** Names or e-mail addresses of those away. */
  readonly away?: readonly string[] | undefined;
  /** The same as rows, for whoever has no names. */
  readonly people?: readonly PersonId[] | undefined;
  /** As `understudy areas` names it: only rules that decide one of its files. */
  readonly area?: string | undefined;
}

/** A scene together with what files of owners are held against. `named` holds names: it is looked into, and nothing of it is told but through policy. */
export interface OwnersBeheld extends Beheld {
  readonly named: Pick<GatesOrder, 'world' | 'handles' | 'texts'>;
}

/** Whom CODEOWNERS names against who works there; what nobody could approve in an absence; and the line that would mend it. */
export function answerOwners(beheld: OwnersBeheld, input: OwnersInput = {}): Answer<OwnersValue, OwnerRow> {
  const { world, scene, named, held, repository } = beheld;
  const window = windowAsked({ ...world, at: scene.at }, input);
  const names = maySeeNames(world.viewer);
  // Rows are those of the world that the scene was built on; only whoever may see its names may look somebody up in it.
  const asked = (input.away ?? []).map((name) => findActor(names ? named.world : world, name));
  const stated = [...new Set([...asked, ...(input.people ?? [])])];
  const texts = named.texts.map((own, row) => (repository === undefined || repository === row ? own : []));
  const meant = input.area === undefined ? undefined : areaAsked(beheld, input.area);
  const area = meant === undefined ? undefined : meant === null ? input.area : scene.areas[meant]!.id;
  const all = gatesOf({ ...named, texts, scene, held, area, away: stated, window, names });
  const accounts = new Map([...named.handles].map(([handle, person]) => [person, handle] as const));
  const tell = tellerOf(world, named.world, accounts);
  const rows = all.flatMap((gates) => ownerRows(tell, gates));
  const value: OwnersValue = {
    from: dateOf(window.from),
    to: dateOf(window.to - 1),
    away: stated.length,
    files: all.map(({ codeowners }) => codeowners.path),
    rules: rows.length,
    ...statesOf(rows),
    judged: rows.filter(({ gate }) => gate !== '' && gate !== 'not judged').length,
    stuckForAll: rows.filter(({ gate }) => /^stuck(?:,|$)/.test(gate)).length,
    stuckForOne: rows.filter(({ gate }) => gate.startsWith('stuck for')).length,
    branch: all.length === 0 ? 'not judged' : all.every(({ assumed }) => !assumed) ? 'known' : 'assumed',
    patch: patchOf(beheld, all),
  };
  const answer = envelope(
    { ...world, at: scene.at },
    {
      name: 'owners',
      question: `Whom does CODEOWNERS name, who works there, and what could nobody approve from ${value.from} to ${value.to}?`,
      value,
      reading: readingOf(value, {
        tellsAll: rows.every(({ active }) => active !== null),
        onSomeDays: all.reduce((sum, gates) => sum + stuckOnSomeDays(gates), 0),
      }),
      columns: OWNER_COLUMNS,
      rows,
      because: [becauseOfOwners(value), becauseOfGates(value, all, names)],
      method: { name: 'file against fact, exact', version: '1' },
      notJudged: notJudged(beheld, all),
    },
  );
  return { ...answer, notJudged: stillBlind(scene, answer.notJudged) };
}

function statesOf(
  rows: readonly OwnerRow[],
): Pick<OwnersValue, 'dead' | 'shadowed' | 'clearing' | 'leftNames' | 'unknownNames' | 'unattended'> {
  const of = (state: OwnerRow['state']): number => rows.filter((row) => row.state === state).length;
  return {
    dead: of('dead'),
    shadowed: of('shadowed'),
    clearing: of('clearing'),
    leftNames: rows.filter(({ left }) => left.length > 0).length,
    unknownNames: rows.filter(({ unknown }) => unknown.length > 0).length,
    unattended: rows.filter(({ state, unknown, active }) => state === 'in use' && unknown.length === 0 && active === 0).length,
  };
}

/** With names only where they may be seen; elsewhere nothing is proposed by name. */
function patchOf({ world, named }: OwnersBeheld, all: readonly Gates[]): string | null {
  if (!maySeeNames(world.viewer)) return null;
  const patches = all.flatMap((gates) => {
    const spelled = howFilesName({ evidence: named.world.evidence, handles: named.handles }, gates.codeowners.dialect, world.viewer);
    return patchThatHelps(gates, spelled)?.patch ?? [];
  });
  return patches.length === 0 ? null : patches.join('');
}

interface ReadingMore {
  /** Whether the named are active is said of every rule. */
  readonly tellsAll: boolean;
  /** Rules that nobody could approve changes under, but on some of the days alone. */
  readonly onSomeDays: number;
}

function readingOf(value: OwnersValue, { tellsAll, onSomeDays }: ReadingMore): string {
  if (value.files.length === 0) return 'No repository here has a CODEOWNERS file, so nobody is named for anything.';
  const { rules, dead, shadowed, unattended, unknownNames, leftNames, stuckForAll, stuckForOne } = value;
  const odd = [
    dead ? `${counted(dead, 'matches', 'match')} nothing` : '',
    shadowed ? `${counted(shadowed, 'is', 'are')} shadowed` : '',
    unattended ? `${counted(unattended, 'names', 'name')} nobody who worked there in a year` : '',
    leftNames ? `${counted(leftNames, 'names', 'name')} somebody who has left` : '',
    unknownNames ? `${counted(unknownNames, 'names', 'name')} somebody whom nothing here knows` : '',
  ].filter(Boolean);
  const fine = tellsAll ? 'each names somebody who works there' : 'none is dead or shadowed, and each names somebody who is here';
  const alone = tellsAll ? 'The one rule names somebody who works there' : 'The one rule is in use, and names somebody who is here';
  const file = rules === 1 && odd.length === 0 ? `${alone}.` : `Of ${counted(rules, 'rule')} ${odd.length === 0 ? fine : listed(odd)}.`;
  const gates = [
    stuckForAll ? `changes under ${counted(stuckForAll, 'rule')} could be approved by nobody${saidSome(stuckForAll, onSomeDays)}` : '',
    stuckForOne ? `under ${counted(stuckForOne, 'rule')} the one who is named alone could not land their own` : '',
  ].filter(Boolean);
  const assumed = value.branch === 'assumed' ? ', if the branch asks for one approval by somebody named' : '';
  const days = `From ${value.from} to ${value.to}`;
  if (value.judged === 0) return `${file} Who may approve cannot be judged under any of them.`;
  return `${file} ${days} ${gates.length === 0 ? 'every rule that can be judged has somebody who may approve' : listed(gates)}${assumed}.`;
}

function saidSome(all: number, onSomeDays: number): string {
  if (onSomeDays === 0) return '';
  return all === onSomeDays ? ' on some of these days' : ` (under ${onSomeDays} of them on some of these days)`;
}

function notJudged(beheld: Beheld, all: readonly Gates[]): readonly NotJudged[] {
  const unknown = all.reduce((sum, { rules }) => sum + rules.filter((rule) => rule.unknown.length > 0).length, 0);
  const who: NotJudged = {
    facet: 'review',
    what: `who may approve under ${counted(unknown, 'rule')}`,
    why: 'They name accounts or teams that neither the history nor a connected source knows.',
    remedy: `${toConnect(beheld, ['rights'])} Or say who it is: understudy joins --confirm HANDLE --as "Name <e-mail>"`,
  };
  const branch: NotJudged = {
    facet: 'review',
    what: 'rules of the branch',
    why: 'No source tells how many approvals it takes and whose; one, by somebody named, is assumed.',
    remedy: toConnect(beheld, ['rights']),
  };
  return [
    ...(unknown > 0 ? [who] : []),
    ...(all.some(({ assumed }) => assumed) ? [branch] : []),
    ...(maySeeNames(beheld.world.viewer) ? [] : heldBack(all)),
  ];
}

/** What would speak of fewer people than the floor, where names may not be seen. */
function heldBack(all: readonly Gates[]): readonly NotJudged[] {
  const few = all.reduce((sum, { rules }) => sum + rules.filter((rule) => rule.files > 0 && !tellsActive(rule)).length, 0);
  if (few === 0) return [];
  return [
    {
      facet: 'review',
      what: `who is active, and whose leave a calendar knows, under ${counted(few, 'rule')}`,
      why: 'They mean fewer than five people each: what those do, and when they are away, is held back here.',
      remedy: 'A team of five or more as the name in the rule; or, on your own machine: understudy owners',
    },
  ];
}
