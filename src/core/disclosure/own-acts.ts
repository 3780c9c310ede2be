import type { RawHistory, RawIdentity } from '#core/evidence/raw-history.ts';
import { dateOf } from '#core/terms/moment.ts';

/** What a stored history holds of one person: how they are spelled in it, and how much they did in which month. */
export interface OwnActs {
  /** `Name <e-mail>` as commits spell them and as `.mailmap` says, in alphabetical order. */
  readonly spellings: readonly string[];
  readonly months: readonly OwnMonth[];
}

export interface OwnMonth {
  /** `2024-06` */
  readonly month: string;
  /** Commits that they wrote, and files in these. */
  readonly commits: number;
  readonly files: number;
  /** Times that a commit of somebody else names them, as co-author, reviewer or otherwise. */
  readonly named: number;
}

/** Everything of whoever these addresses (in lower case) belong to, and nothing of anybody else; months in order of time. */
export function ownActs(spelled: RawHistory, mapped: readonly RawIdentity[], addresses: ReadonlySet<string>): OwnActs {
  const isOwn = ({ email }: RawIdentity): boolean => addresses.has(email.trim().toLowerCase());
  const own = spelled.identities.map((identity, row) => isOwn(identity) || isOwn(mapped[row]!));
  const spellings = own.flatMap((mine, row) => (mine ? [said(spelled.identities[row]!), said(mapped[row]!)] : []));
  return { spellings: [...new Set(spellings)].toSorted(), months: monthsOf(spelled, own) };
}

function said({ name, email }: RawIdentity): string {
  return `${name} <${email}>`;
}

function monthsOf({ commits, trailers }: RawHistory, own: readonly boolean[]): readonly OwnMonth[] {
  const months = new Map<string, { commits: number; files: number; named: number }>();
  const at = (commit: number) => {
    const month = dateOf(commits.authoredAt[commit]!).slice(0, 7);
    const known = months.get(month) ?? { commits: 0, files: 0, named: 0 };
    months.set(month, known);
    return known;
  };
  for (let commit = 0; commit < commits.count; commit++) {
    if (!own[commits.author[commit]!]!) continue;
    at(commit).commits += 1;
    at(commit).files += commits.firstTouch[commit + 1]! - commits.firstTouch[commit]!;
  }
  for (let row = 0; row < trailers.count; row++) if (own[trailers.identity[row]!]!) at(trailers.commit[row]!).named += 1;
  return [...months].map(([month, counts]) => ({ month, ...counts })).toSorted((a, b) => (a.month < b.month ? -1 : 1));
}
