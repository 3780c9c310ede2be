import { NO_AREA, type Partition } from '#core/areas/partition.ts';
import { ACT_KINDS, type Evidence } from '#core/evidence/evidence.ts';
import { DAY, type Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import { WINDOW_DAYS } from '#core/absence/natural-absences.ts';

const AUTHORED = ACT_KINDS.indexOf('authored');
/** Recent work: what an area's shares are counted from, days. */
const RECENT_DAYS = 180;

/** Changes per area: all of them, and those in which one person had no part. A commit counts once in each area that it touches. */
export interface Changes {
  readonly all: Uint32Array;
  readonly byOthers: Uint32Array;
  /** Who wrote the newest of them; −1 where there is none. */
  readonly last: Int32Array;
}

export interface ChangesQuestion {
  readonly evidence: Evidence;
  /** Area of each file row, or NO_AREA. */
  readonly areaOfFile: Uint16Array;
  readonly areas: number;
  readonly from: Moment;
  readonly to: Moment;
  readonly without: ReadonlySet<PersonId>;
}

/** Commits of people and agents, as demand counts them. */
export function changesIn({ evidence: { acts, people }, areaOfFile, areas, from, to, without }: ChangesQuestion): Changes {
  const changes = { all: new Uint32Array(areas), byOthers: new Uint32Array(areas), last: new Int32Array(areas).fill(-1) };
  const newest = new Int32Array(areas).fill(-1),
    own = new Uint8Array(areas);
  for (let i = firstAct(acts.at, from); i < acts.count && acts.at[i]! < to; i++) {
    const area = areaOfFile[acts.file[i]!]!,
      person = acts.person[i]!;
    if (acts.kind[i] !== AUTHORED || area === NO_AREA || people[person]!.kind === 'bot') continue;
    if (newest[area] !== acts.commit[i]) {
      newest[area] = acts.commit[i]!;
      own[area] = 0;
      changes.all[area]!++;
      changes.byOthers[area]!++;
    }
    changes.last[area] = person;
    if (own[area] === 1 || !without.has(person)) continue;
    own[area] = 1;
    changes.byOthers[area]!--;
  }
  return changes;
}

/** The half year before a moment. */
export function recentChanges(question: Omit<ChangesQuestion, 'from' | 'to'> & { readonly at: Moment }): Changes {
  return changesIn({ ...question, from: question.at - RECENT_DAYS * DAY, to: question.at });
}

/** The fortnight that begins at a moment. */
export function windowChanges(question: Omit<ChangesQuestion, 'from' | 'to'> & { readonly at: Moment }): Changes {
  return changesIn({ ...question, from: question.at, to: question.at + WINDOW_DAYS * DAY });
}

/**
 * Areas of then for the files of today: a file that was there keeps its area; one that came later lies in the deepest area of then around its
 * path, as it would have if it had come by then.
 */
export function areasForLaterFiles(
  { areas, ofFile }: Partition,
  { later, fileLater }: { readonly later: Evidence; readonly fileLater: Int32Array },
): Uint16Array {
  const around = new Map(areas.map((area, row) => [area.paths[0]!.replace(/^\/|\/$/g, ''), row]));
  const areaOfFile = Uint16Array.from(later.files.path, (path, file) =>
    later.files.exclusion[file] === 0 ? deepestAround(around, path) : NO_AREA,
  );
  fileLater.forEach((file, then) => {
    if (file >= 0) areaOfFile[file] = ofFile[then]!;
  });
  return areaOfFile;
}

function deepestAround(around: ReadonlyMap<string, number>, path: string): number {
  for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
    const area = around.get(path.slice(0, slash));
    if (area !== undefined) return area;
  }
  return around.get('') ?? NO_AREA;
}

/** Row of the first act at or after a moment: acts are sorted by time. */
function firstAct(at: Uint32Array, moment: Moment): number {
  let low = 0,
    high = at.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at[middle]! < moment) low = middle + 1;
    else high = middle;
  }
  return low;
}
