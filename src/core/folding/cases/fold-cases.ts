import type { Fact, FactOf } from '#core/facts/fact.ts';
import type { FactFamily } from '#core/facts/fact-kinds.ts';
import { familyOf } from '#core/facts/fact-kinds.ts';
import type { Scene } from '#core/scene/scene.ts';
import { foldChange } from './fold-change.ts';
import { foldIncident } from './fold-incident.ts';
import { closersIn } from './closing-changes.ts';
import { foldIssue } from './fold-issue.ts';
import { foldThread, foldTicket } from './fold-talk.ts';
import { foldDecision, foldDocument, supersededBy } from './fold-written.ts';
import { FAMILY_BIT, type Gathering } from '#core/folding/gathering.ts';
import type { JoinedWords } from '#core/folding/ground/joined-words.ts';
import { bestTold } from './told-twice.ts';

type Cases = Pick<Scene, 'changes' | 'issues' | 'incidents' | 'threads' | 'tickets' | 'decisions' | 'documents'>;
type Growing = { -readonly [Key in keyof Cases]: Cases[Key][number][] };

/** Every case that was gathered, each kind in the order in which it began. `unfinished`: cases of which too little is told to say anything. */
export function foldCases(gathering: Gathering, words: JoinedWords): Cases & { readonly unfinished: number } {
  const cases: Growing = { changes: [], issues: [], incidents: [], threads: [], tickets: [], decisions: [], documents: [] };
  const closedBy = closersIn(gathering);
  const superseded = supersededBy(decidedIn(gathering));
  let unfinished = 0;
  const put = <One>(list: One[], one: One | undefined): void => void (one === undefined ? unfinished++ : list.push(one));
  for (const { item, facts: all, families } of gathering.cases()) {
    const facts = bestTold(all);
    const has = (family: keyof typeof FAMILY_BIT): boolean => (families & FAMILY_BIT[family]) !== 0;
    const own = (family: FactFamily): readonly Fact[] => (isOne(families) ? facts : facts.filter(({ kind }) => familyOf(kind) === family));
    const change = has('changes') ? foldChange(item, facts, words) : undefined;
    if (change !== undefined) cases.changes.push(change);
    else if (has('issues')) cases.issues.push(closedBy(foldIssue(item, facts, words)));
    else if (has('changes')) unfinished++;
    if (has('incidents')) cases.incidents.push(foldIncident(item, own('incidents'), words));
    if (has('chat')) put(cases.threads, foldThread(item, own('chat'), words));
    if (has('tickets')) cases.tickets.push(foldTicket(item, own('tickets'), words));
    if (has('decisions')) {
      const decided = own('decisions');
      cases.decisions.push(foldDecision(item, decided, { ...words, supersededAt: supersededAt(item, decided, superseded) }));
    }
    if (has('documents')) put(cases.documents, foldDocument(item, own('documents'), words));
  }
  return {
    changes: inOrder(cases.changes, ({ openedAt }) => openedAt),
    issues: inOrder(cases.issues, ({ openedAt }) => openedAt),
    incidents: inOrder(cases.incidents, ({ openedAt }) => openedAt),
    threads: inOrder(cases.threads, ({ at }) => at),
    tickets: inOrder(cases.tickets, ({ openedAt }) => openedAt),
    decisions: inOrder(cases.decisions, ({ decidedAt, proposedAt }) => proposedAt ?? decidedAt ?? 0),
    documents: inOrder(cases.documents, ({ writtenAt }) => writtenAt),
    unfinished,
  };
}

function isOne(bits: number): boolean {
  return (bits & (bits - 1)) === 0;
}

function decidedIn(gathering: Gathering): readonly FactOf<'decided'>[] {
  return [...gathering.cases('decisions', ['decided'])].flatMap(({ facts }) => facts) as unknown as readonly FactOf<'decided'>[];
}

/** Named by item, by number, or by the name of its file. */
function supersededAt(item: string, facts: readonly Fact[], since: ReadonlyMap<string, number>): number | null {
  const numbers = facts.flatMap((fact) => (fact.kind === 'decided' || fact.kind === 'proposed' ? (fact.detail?.number ?? []) : []));
  const own = [item, ...numbers, item.slice(item.lastIndexOf('/') + 1)].flatMap((name) => since.get(name) ?? []);
  return own.length === 0 ? null : Math.min(...own);
}

function inOrder<Case extends { readonly item: string }>(cases: Case[], atOf: (one: Case) => number): readonly Case[] {
  return cases.sort((a, b) => atOf(a) - atOf(b) || (a.item < b.item ? -1 : 1));
}
