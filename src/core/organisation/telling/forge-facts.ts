import type { Fact } from '#core/facts/fact.ts';
import type { InventedChange, InventedIssue, Organisation } from '#core/organisation/organisation.ts';
import type { HashOf } from './hash-of.ts';
import { rolledOut } from './rolled-out.ts';
import { type Spelled, spelledBy } from './spelled-by.ts';

/** Changes and issues as a forge records them. */
export function forgeFacts(organisation: Organisation, hashOf: HashOf): readonly Fact[] {
  const { company, changes, issues, commits } = organisation;
  const spelled = spelledBy(company);
  const closedBy = new Map(
    changes.flatMap((change) =>
      change.closes === null ? [] : [[spelled.item(change.area, change.closes), spelled.item(change.area, change.number)] as const],
    ),
  );
  return [
    ...rolledOut(organisation).map(
      ({ deployment: { area, at, person }, commit }, n): Fact => ({
        kind: 'deployed',
        reference: `deployed:${n}`,
        at,
        actor: spelled.login(person),
        place: spelled.repository(area),
        detail: { commit: hashOf(commit), environment: 'production' },
      }),
    ),
    ...changes.flatMap((change) =>
      factsOfChange(
        spelled,
        change,
        change.commit === null ? undefined : { title: commits[change.commit]!.subject, commit: hashOf(change.commit) },
      ),
    ),
    ...issues.flatMap((issue) => factsOfIssue(spelled, issue, closedBy.get(spelled.item(issue.area, issue.number)))),
  ];
}

interface Landed {
  readonly title: string;
  readonly commit: string;
}

function factsOfChange(spelled: Spelled, change: InventedChange, landed: Landed | undefined): readonly Fact[] {
  const { area, number, author } = change;
  const base = { item: spelled.item(area, number), place: spelled.repository(area) };
  const key = base.item;
  const opened: Fact = {
    ...base,
    kind: 'change-opened',
    reference: `change-opened:${key}`,
    at: change.openedAt,
    actor: spelled.login(author),
    size: change.lines,
    detail: { title: landed?.title ?? change.title, bodyLength: change.bodyLength, files: change.paths.length, base: 'main' },
  };
  const asked = change.asked.map(
    ({ at, person }): Fact => ({
      ...base,
      kind: 'review-asked',
      reference: `review-asked:${key}:${spelled.login(person)}:${at}`,
      at,
      actor: spelled.login(author),
      other: spelled.login(person),
    }),
  );
  const reviews = change.reviews.map(
    ({ at, person, state, comments }, n): Fact => ({
      ...base,
      kind: 'reviewed',
      reference: `reviewed:${key}:review/${n}`,
      at,
      actor: spelled.login(person),
      size: comments,
      detail: { state, bodyLength: state === 'approved' ? 0 : 80 },
    }),
  );
  return [opened, ...asked, ...reviews, ...ended(spelled, change, landed?.commit)];
}

function ended(spelled: Spelled, change: InventedChange, commit: string | undefined): readonly Fact[] {
  const { area, number, author, mergedAt, closedAt, override, paths } = change;
  const base = { item: spelled.item(area, number), place: spelled.repository(area) };
  if (mergedAt === null)
    return closedAt === null
      ? []
      : [{ ...base, kind: 'change-closed', reference: `change-closed:${base.item}`, at: closedAt, actor: spelled.login(author) }];
  return [
    {
      ...base,
      kind: 'change-merged',
      reference: `change-merged:${base.item}`,
      at: mergedAt,
      actor: spelled.login(change.mergedBy!),
      other: spelled.login(author),
      detail: { override, base: 'main', paths, ...(commit === undefined ? {} : { commit }) },
    },
  ];
}

function factsOfIssue(spelled: Spelled, issue: InventedIssue, byChange: string | undefined): readonly Fact[] {
  const { area, number, title, labels, openedBy, openedAt, closedAt } = issue;
  const base = { item: spelled.item(area, number), place: spelled.repository(area) };
  const key = base.item;
  const opened: Fact = {
    ...base,
    kind: 'issue-opened',
    reference: `issue-opened:${key}`,
    at: openedAt,
    actor: spelled.login(openedBy),
    detail: { title, labels: [...labels, `area: ${areaOf(issue, spelled)}`] },
  };
  const assigned = issue.assigned.map(
    ({ at, person }): Fact => ({
      ...base,
      kind: 'issue-assigned',
      reference: `issue-assigned:${key}:${spelled.login(person)}:${at}`,
      at,
      other: spelled.login(person),
    }),
  );
  const comments = issue.comments.map(
    ({ at, person, mentions }, n): Fact => ({
      ...base,
      kind: 'issue-commented',
      reference: `issue-commented:${key}:${n}`,
      at,
      actor: spelled.login(person),
      detail: { mentions: mentions.map(spelled.login) },
    }),
  );
  const closed: Fact[] =
    closedAt === null
      ? []
      : [
          {
            ...base,
            kind: 'issue-closed',
            reference: `issue-closed:${key}`,
            at: closedAt,
            actor: spelled.login(issue.closedBy!),
            ...(byChange === undefined ? {} : { detail: { byChange } }),
          },
        ];
  return [opened, ...assigned, ...comments, ...closed];
}

/** The label by which issues of this company say which area they are about. */
function areaOf({ area }: InventedIssue, spelled: Spelled): string {
  return spelled.service(area).split('/P')[1]!.toLowerCase();
}
