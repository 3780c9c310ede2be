import type { Company } from './founding/company.ts';
import { awayTable } from './away.ts';
import { drawAbsences } from './life/draw-absences.ts';
import { drawBlocks } from './life/draw-blocks.ts';
import { type DraftChange, drawChanges } from './life/draw-changes.ts';
import { drawDecisions, drawRehearsals } from './life/draw-decisions.ts';
import { drawDeployments } from './life/draw-deployments.ts';
import { drawIncidents } from './life/draw-incidents.ts';
import { drawIssues } from './life/draw-issues.ts';
import { drawRecognitions } from './life/draw-recognitions.ts';
import { drawShifts } from './life/draw-shifts.ts';
import { drawThreads } from './life/draw-threads.ts';
import { drawTickets } from './life/draw-tickets.ts';
import { drawVisits } from './life/draw-visits.ts';
import { countThrough } from './count-through.ts';
import { changeUntil, issueUntil } from './until.ts';
import type { InventedDecision, Organisation } from './organisation.ts';
import { writeDocuments } from './write-documents.ts';

/** Two years of an invented company: every part drawn by itself, so that what is planted in one changes no other. */
export function liveThrough(company: Company): Organisation {
  const { to } = company.window;
  const absences = drawAbsences(company);
  const away = awayTable(absences);
  const areas = company.areas.map((_, at) => at);
  const shifts = drawShifts(company, away);
  const issued = areas.map((at) => drawIssues(company, at, away));
  const drafts: readonly (readonly DraftChange[])[] = areas.map((at) =>
    [...drawChanges(company, at, away), ...drawVisits(company, at, away), ...issued[at]!.changes].map((change) => changeUntil(to, change)),
  );
  const incidents = areas
    .flatMap((at) => drawIncidents(company, at, { away, shifts }))
    .filter(({ resolvedAt }) => resolvedAt < to)
    .toSorted((a, b) => a.openedAt - b.openedAt);
  const decisions = numbered(
    company,
    areas.flatMap((at) => drawDecisions(company, at, away)).filter(({ decidedAt }) => decidedAt < to),
  );
  const rehearsals = areas.flatMap((at) => drawRehearsals(company, at, away));
  const written = writeDocuments(company, decisions, rehearsals);
  return {
    company,
    absences,
    shifts,
    ...countThrough(company, {
      issues: issued.map(({ issues }) => issues.map((issue) => issueUntil(to, issue))),
      changes: drafts,
      written,
    }),
    incidents,
    threads: drawThreads(company, away),
    tickets: areas
      .flatMap((at) => drawTickets(company, at, away))
      .filter(({ closedAt }) => closedAt < to)
      .toSorted((a, b) => a.openedAt - b.openedAt)
      .map((ticket, n) => ({ ...ticket, number: 1000 + n })),
    decisions,
    rehearsals,
    blocks: drawBlocks(company, away, incidents),
    recognitions: drawRecognitions(company),
    deployments: areas.flatMap((at) => drawDeployments(company, at, away)),
  };
}

/** Decision records are numbered in each repository, in the order of their proposal. */
function numbered(company: Company, drafts: readonly Omit<InventedDecision, 'number' | 'path'>[]): readonly InventedDecision[] {
  const counts = new Map<number, number>();
  return drafts
    .toSorted((a, b) => a.proposedAt - b.proposedAt)
    .map((draft) => {
      const { repository } = company.areas[draft.area]!;
      const number = (counts.get(repository) ?? 0) + 1;
      counts.set(repository, number);
      const slug = draft.title.toLowerCase().replace(/[^a-z]+/g, '-');
      return { ...draft, number, path: `${company.areas[draft.area]!.slug}/docs/decisions/${String(number).padStart(4, '0')}-${slug}.md` };
    });
}
