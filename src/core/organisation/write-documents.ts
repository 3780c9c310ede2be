import { dateOf, DAY } from '#core/terms/moment.ts';
import { bornAt, type Company, type InventedArea } from './founding/company.ts';
import type { InventedCommit, InventedDecision, InventedRehearsal } from './organisation.ts';
import { runbookOf } from './paths-in.ts';

/** Decision records, runbooks, catalog and CODEOWNERS, as commits that write them. */
export function writeDocuments(
  company: Company,
  decisions: readonly InventedDecision[],
  rehearsals: readonly InventedRehearsal[],
): readonly InventedCommit[] {
  return [...foundations(company), ...runbooks(company, rehearsals), ...decisions.flatMap((decision) => recordsOf(company, decision))];
}

/** What stands in each repository from the first day on: its areas, who is named for them, one file of each path. */
function foundations(company: Company): readonly InventedCommit[] {
  const { areas, people, repositories, teams, window } = company;
  return repositories.map((repository, index) => {
    const here = areas.map((area, at) => ({ ...area, at })).filter((area) => area.repository === index);
    const codeowners = here.map((area) => `/${area.slug}/ @${ownerOf(area, company)}`).join('\n');
    const catalog = here.map((area) => entityOf(area, teams[area.team]!.slug, repository)).join('---\n');
    const first = here[0]!;
    const declared = here
      .map(({ slug, tier }) => `  - name: ${slug}\n    paths: [${slug}/, docs/runbooks/${slug}-slow.md]\n    tier: ${tier}\n`)
      .join('');
    const texts = { '.github/CODEOWNERS': `${codeowners}\n`, 'catalog-info.yaml': catalog, 'understudy.yaml': `areas:\n${declared}` };
    const author = teams[first.team]!.lead;
    return {
      repository: index,
      area: first.at,
      at: window.from - 30 * DAY,
      author,
      with: [],
      assisted: false,
      paths: Object.keys(texts),
      subject: `Begin ${repository} by ${people[author]!.fullName.split(' ')[0]!}`,
      texts,
    };
  });
}

/** The team; where everything falls to one person, nobody has bothered to name another. */
function ownerOf({ slug, team, people: own }: InventedArea, { people, teams, planted }: Company): string {
  const alone = planted.some(({ place, plant }) => place === slug && NAMED_ALONE.has(plant));
  return alone ? people[own[0]!]!.login : `harbour/${teams[team]!.slug}`;
}

const NAMED_ALONE = new Set(['four roles', 'review gate']);

function entityOf({ slug, tier }: Pick<InventedArea, 'slug' | 'tier'>, team: string, repository: string): string {
  return [
    'apiVersion: backstage.io/v1alpha1',
    'kind: Component',
    'metadata:',
    `  name: ${slug}`,
    '  annotations:',
    `    github.com/project-slug: harbour/${repository}`,
    `    pagerduty.com/service-id: P${slug.toUpperCase()}`,
    `    backstage.io/source-location: url:https://github.com/harbour/${repository}/tree/main/${slug}/`,
    'spec:',
    '  type: service',
    '  lifecycle: production',
    `  owner: group:${team}`,
    `  tier: ${tier}`,
    '',
  ].join('\n');
}

/** A runbook is written once; a rehearsal by somebody else adds its line. */
function runbooks(company: Company, rehearsals: readonly InventedRehearsal[]): readonly InventedCommit[] {
  return company.areas.flatMap((area, at) => {
    const path = runbookOf(area);
    const mine = rehearsals.filter((one) => one.area === at);
    const base = { repository: area.repository, area: at, with: [], assisted: false, paths: [path] };
    const written = {
      ...base,
      at: bornAt(company, area) + DAY,
      author: area.people[0]!,
      subject: `Write down what to do when ${area.slug} is slow`,
      texts: { [path]: runbookText(area.slug, []) },
    };
    const walked = mine.map((one, n) => ({
      ...base,
      at: one.at,
      author: one.person,
      subject: `Walk through the runbook of ${area.slug}`,
      texts: {
        [path]: runbookText(
          area.slug,
          mine.slice(0, n + 1).map((each) => `${dateOf(each.at)} by ${company.people[each.person]!.fullName}`),
        ),
      },
    }));
    return [written, ...walked];
  });
}

function runbookText(slug: string, rehearsed: readonly string[]): string {
  const name = `${slug[0]!.toUpperCase()}${slug.slice(1)}Latency`;
  const lines = rehearsed.map((said) => `- Rehearsed on ${said}`);
  return `# ${name}\n\n## Meaning\n\nAnswers of ${slug} take longer than two seconds.\n\n## Impact\n\nCustomers wait.\n\n## Diagnosis\n\nLook at the queue, then at the pool.\n\n## Mitigation\n\nDrain the queue; recycle the pool.\n\n## Rehearsals\n\n${lines.join('\n')}\n`;
}

/** Proposed in one commit, accepted in a later one. */
function recordsOf({ areas, people }: Company, decision: InventedDecision): readonly InventedCommit[] {
  const { repository } = areas[decision.area]!;
  const base = { repository, area: decision.area, with: [], assisted: false, paths: [decision.path] };
  const names = decision.deciders.map((who) => people[who]!.fullName);
  const text = (status: string, at: number): string =>
    recordText(
      decision,
      `status: ${status}
date: ${dateOf(at)}`,
      status === 'proposed' ? [] : names,
    );
  return [
    {
      ...base,
      at: decision.proposedAt,
      author: decision.proposedBy,
      subject: `Propose: ${decision.title}`,
      texts: { [decision.path]: text('proposed', decision.proposedAt) },
    },
    {
      ...base,
      at: decision.decidedAt,
      author: decision.proposedBy,
      subject: `Decide: ${decision.title}`,
      texts: { [decision.path]: text('accepted', decision.decidedAt) },
    },
  ];
}

function recordText({ title, number, options }: InventedDecision, standing: string, deciders: readonly string[]): string {
  const choices = Array.from({ length: options }, (_, i) => `* Choice ${i + 1}`).join('\n');
  const front = ['---', standing, `decision-makers: [${deciders.join(', ')}]`, '---'].join('\n');
  return `${front}\n\n# ${number}. ${title}\n\n## Context and Problem Statement\n\nWhat we do now does not hold any longer.\n\n## Considered Options\n\n${choices}\n\n## Decision Outcome\n\nChosen: Choice 1, because it is the one that others can undo.\n`;
}
