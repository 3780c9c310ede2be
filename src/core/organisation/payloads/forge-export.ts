import { type Moment } from '#core/terms/moment.ts';
import type { Cast, Company } from '#core/organisation/founding/company.ts';
import type { InventedChange, InventedDeployment, InventedIssue, Organisation } from '#core/organisation/organisation.ts';
import type { HashOf } from '#core/organisation/telling/hash-of.ts';
import { rolledOut } from '#core/organisation/telling/rolled-out.ts';
import type { PayloadFile } from './payload-file.ts';

/**
 * What `gh api --paginate` writes for each repository: changes, reviews, issues, what happened to them, and comments. Of roll-outs, whose lists do
 * not say how they ended, the bodies of the deliveries that do.
 */
export function forgeExport(organisation: Organisation, hashOf: HashOf): readonly PayloadFile[] {
  const { company, changes, issues, commits } = organisation;
  const rollOuts = rolledOut(organisation).map(({ deployment, commit }, n) => ({ ...deployment, number: n + 1, sha: hashOf(commit) }));
  return company.repositories.flatMap((repository, index) => {
    const here = <Row extends { readonly area: number }>(rows: readonly Row[]): readonly Row[] =>
      rows.filter(({ area }) => company.areas[area]!.repository === index);
    const forge = new Forge(company, repository);
    const mine = here(changes);
    const files = {
      pulls: mine.map((change) =>
        forge.change(
          change,
          change.commit === null
            ? { title: change.title, commit: null }
            : { title: commits[change.commit]!.subject, commit: hashOf(change.commit) },
        ),
      ),
      reviews: mine.flatMap((change) => forge.reviews(change)),
      issues: here(issues).map((issue) => forge.issue(issue)),
      events: [...mine.flatMap((change) => forge.asked(change)), ...here(issues).flatMap((issue) => forge.assigned(issue))],
      comments: here(issues).flatMap((issue) => forge.comments(issue)),
      deliveries: here(rollOuts).map((rollOut) => forge.rolledOut(rollOut)),
    };
    const all = Object.entries<unknown>({ ...files, protection: forge.protection() });
    return all.map(([what, told]) => ({ path: `github/${repository}-${what}.json`, text: `${JSON.stringify(told)}\n` }));
  });
}

/** One repository in the shapes of GitHub's REST API, version 2022-11-28; only the fields that a reader could need. */
class Forge {
  readonly #company: Company;
  readonly #page: string;
  readonly #api: string;

  constructor(company: Company, repository: string) {
    this.#company = company;
    this.#page = `https://github.com/harbour/${repository}`;
    this.#api = `https://api.github.com/repos/harbour/${repository}`;
  }

  /** A change takes one approval, by somebody whom CODEOWNERS names. */
  protection(): object {
    return {
      url: `${this.#api}/branches/main/protection`,
      required_pull_request_reviews: { required_approving_review_count: 1, require_code_owner_reviews: true },
      enforce_admins: { enabled: false },
    };
  }

  change(change: InventedChange, { title, commit }: { readonly title: string; readonly commit: string | null }): object {
    const { number, author, openedAt, mergedAt, closedAt, bodyLength } = change;
    const ended = mergedAt ?? closedAt;
    return {
      id: idOf('change', number),
      number,
      html_url: `${this.#page}/pull/${number}`,
      url: `${this.#api}/pulls/${number}`,
      state: ended === null ? 'open' : 'closed',
      title,
      body: `${change.closes === null ? '' : `Closes #${change.closes}\n`}${'x'.repeat(bodyLength)}`,
      user: this.#account(author),
      draft: false,
      created_at: iso(openedAt),
      updated_at: iso(ended ?? openedAt),
      closed_at: ended === null ? null : iso(ended),
      merged_at: mergedAt === null ? null : iso(mergedAt),
      merge_commit_sha: commit,
      merged_by: change.mergedBy === null ? null : this.#account(change.mergedBy),
      additions: Math.round(change.lines * 0.7),
      deletions: change.lines - Math.round(change.lines * 0.7),
      changed_files: change.paths.length,
      labels: [],
      requested_reviewers: [],
      base: { ref: 'main' },
      head: { ref: `work-${number}` },
    };
  }

  reviews({ number, reviews }: InventedChange): readonly object[] {
    return reviews.map(({ at, person, state, comments }, n) => ({
      id: idOf('review', number * 10 + n),
      user: this.#account(person),
      body: comments > 0 ? 'y'.repeat(80 * comments) : '',
      state: state.toUpperCase().replace('-', '_'),
      html_url: `${this.#page}/pull/${number}#pullrequestreview-${idOf('review', number * 10 + n)}`,
      pull_request_url: `${this.#api}/pulls/${number}`,
      submitted_at: iso(at),
    }));
  }

  asked({ number, author, asked }: InventedChange): readonly object[] {
    return asked.map(({ at, person }, n) => ({
      id: idOf('asked', number * 10 + n),
      event: 'review_requested',
      actor: this.#account(author),
      review_requester: this.#account(author),
      requested_reviewer: this.#account(person),
      created_at: iso(at),
      issue: { number, html_url: `${this.#page}/pull/${number}`, pull_request: { html_url: `${this.#page}/pull/${number}` } },
    }));
  }

  issue(issue: InventedIssue): object {
    const { number, title, labels, openedBy, openedAt, closedAt, closedBy, assigned } = issue;
    const holder = assigned.at(-1)?.person;
    return {
      id: idOf('issue', number),
      number,
      html_url: `${this.#page}/issues/${number}`,
      url: `${this.#api}/issues/${number}`,
      title,
      body: '',
      user: this.#account(openedBy),
      labels: [...labels, `area: ${this.#company.areas[issue.area]!.slug}`].map((name) => ({ name })),
      state: closedAt === null ? 'open' : 'closed',
      assignee: holder === undefined ? null : this.#account(holder),
      assignees: holder === undefined ? [] : [this.#account(holder)],
      created_at: iso(openedAt),
      updated_at: iso(closedAt ?? openedAt),
      closed_at: closedAt === null ? null : iso(closedAt),
      closed_by: closedBy === null ? null : this.#account(closedBy),
    };
  }

  assigned({ number, assigned, openedBy }: InventedIssue): readonly object[] {
    return assigned.map(({ at, person }, n) => ({
      id: idOf('assigned', number * 10 + n),
      event: 'assigned',
      actor: this.#account(openedBy),
      assigner: this.#account(openedBy),
      assignee: this.#account(person),
      created_at: iso(at),
      issue: { number, html_url: `${this.#page}/issues/${number}` },
    }));
  }

  comments({ number, comments }: InventedIssue): readonly object[] {
    return comments.map(({ at, person, mentions }, n) => ({
      id: idOf('comment', number * 10 + n),
      html_url: `${this.#page}/issues/${number}#issuecomment-${idOf('comment', number * 10 + n)}`,
      issue_url: `${this.#api}/issues/${number}`,
      user: this.#account(person),
      body: [...mentions.map((who) => `@${this.#company.people[who]!.login}`), 'looked at it'].join(' '),
      created_at: iso(at),
      updated_at: iso(at),
    }));
  }

  rolledOut({ number, at, person, sha }: RollOut): object {
    const [id, by] = [idOf('deployment', number), this.#account(person)];
    return {
      action: 'created',
      deployment_status: { id, state: 'success', environment: 'production', creator: by, created_at: iso(at) },
      deployment: { id, sha, ref: 'main', environment: 'production', creator: by, created_at: iso(at) },
      repository: { html_url: this.#page },
      sender: by,
    };
  }

  #account(who: Cast): object {
    const { login, role } = this.#company.people[who]!;
    return { login, id: 9000 + who, type: role === 'agent' ? 'Bot' : 'User' };
  }
}

interface RollOut extends InventedDeployment {
  readonly number: number;
  readonly sha: string;
}

const NUMBERED = ['change', 'review', 'asked', 'issue', 'assigned', 'comment', 'deployment'] as const;

/** Numbers that look like those of a forge and never meet. */
function idOf(what: (typeof NUMBERED)[number], number: number): number {
  return NUMBERED.indexOf(what) * 100_000_000 + number;
}

function iso(at: Moment): string {
  return `${new Date(at * 1000).toISOString().slice(0, 19)}Z`;
}
