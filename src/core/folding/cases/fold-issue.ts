import type { Fact } from '#core/facts/fact.ts';
import { thingKey } from '#core/joins/places/names-of-things.ts';
import { type AreaRow, NO_SCENE_AREA } from '#core/scene/area-row.ts';
import type { IssueCase } from '#core/scene/talk-cases.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import { find, firstOf, lastOf } from './find-facts.ts';
import { firstArea, type JoinedWords } from '#core/folding/ground/joined-words.ts';

/** Words in labels that say that nobody understands it yet, as public trackers use them. */
const UNCLEAR =
  /(?:^|-)(?:spike|investigat(?:e|ion|ing)|question|flaky|flake|heisenbug|intermittent|unexplained|unclear|unknown(?:-cause)?|root-cause|rca|mystery|discovery|research|cannot-reproduce|needs-(?:analysis|diagnosis|repro|reproduction|investigation))(?:-|$)/;
/** … and that it matters. */
const IMPORTANT =
  /(?:^|-)(?:p0|p1|prio(?:rity)?-(?:0|1|high|highest|critical|urgent)|(?:high|critical|urgent)-prio(?:rity)?|critical|urgent|blocker|sev-?(?:0|1)|security|regression|incident|outage|important)(?:-|$)/;

/** An issue from its facts, oldest first. */
export function foldIssue(item: string, facts: readonly Fact[], words: JoinedWords): IssueCase {
  const opened = firstOf(facts, 'issue-opened');
  const closed = closing(facts);
  const labels = labelsIn(facts);
  const keys = labels.ever.map(thingKey);
  return {
    item,
    area: areaOf(facts, labels.ever, words),
    openedBy: words.who(opened?.actor) ?? null,
    openedAt: opened?.at ?? facts[0]!.at,
    closedAt: closed?.at ?? null,
    closedBy: words.who(closed?.actor) ?? null,
    labels: labels.now,
    unclear: keys.some((key) => UNCLEAR.test(key)),
    important: keys.some((key) => IMPORTANT.test(key)),
    reopened: find(facts, 'issue-reopened').length,
    holders: meant(find(facts, 'issue-assigned'), words),
    traces: tracesIn(facts, words),
    mentioned: mentionedIn(facts, words),
    byChange: closed?.detail?.byChange ?? null,
  };
}

function closing(facts: readonly Fact[]): ReturnType<typeof find<'issue-closed'>>[number] | undefined {
  const closed = lastOf(facts, 'issue-closed');
  const again = lastOf(facts, 'issue-reopened');
  return closed !== undefined && again !== undefined && again.at >= closed.at ? undefined : closed;
}

/** Those it has, and all it ever had: what was unclear when it came in may be clear by now. */
function labelsIn(facts: readonly Fact[]): { readonly now: readonly string[]; readonly ever: readonly string[] } {
  const now = new Set<string>();
  const ever = new Set<string>();
  for (const fact of facts) {
    if (fact.kind === 'issue-opened')
      for (const label of fact.detail?.labels ?? []) {
        now.add(label);
        ever.add(label);
      }
    if (fact.kind !== 'issue-labelled' || fact.detail === undefined) continue;
    ever.add(fact.detail.label);
    if (fact.detail.removed === true) now.delete(fact.detail.label);
    else now.add(fact.detail.label);
  }
  return { now: [...now].toSorted(), ever: [...ever].toSorted() };
}

/** By a path, by a label that is called like an area, else where the repository is one area. */
function areaOf(facts: readonly Fact[], labels: readonly string[], words: JoinedWords): AreaRow {
  const path = facts.find((fact) => fact.path !== undefined)?.path;
  const labelled = labels.map((label) => words.areaCalled(label.slice(label.search(/[:/][^:/]*$/) + 1).trim()));
  return firstArea(
    path === undefined ? NO_SCENE_AREA : words.areaInRepository(facts[0]!, path),
    ...labelled,
    ...facts.map(({ place }) => words.areaOfPlace(place)),
    words.areaInRepository(facts[0]!, undefined),
  );
}

function meant(facts: readonly Fact[], { who }: JoinedWords): IssueCase['holders'] {
  return facts.flatMap(({ at, other, actor }) => {
    const person = who(other ?? actor);
    return person === undefined ? [] : [{ at, person }];
  });
}

const TRACES: ReadonlySet<Fact['kind']> = new Set(['issue-commented', 'issue-closed', 'issue-reopened', 'change-commented']);

function tracesIn(facts: readonly Fact[], { who }: JoinedWords): IssueCase['traces'] {
  const traces: { readonly at: Moment; readonly person: PersonId }[] = [];
  for (const { kind, at, actor } of facts) {
    const person = TRACES.has(kind) ? who(actor) : undefined;
    if (person !== undefined) traces.push({ at, person });
  }
  return traces;
}

function mentionedIn(facts: readonly Fact[], { whoOf }: JoinedWords): { readonly at: Moment; readonly person: PersonId }[] {
  return find(facts, 'issue-commented').flatMap(({ at, detail }) => whoOf(detail?.mentions).map((person) => ({ at, person })));
}
