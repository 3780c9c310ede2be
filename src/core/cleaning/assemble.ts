import { SET_ASIDE_RULES } from '#core/evidence/clean-options.ts';
import type { Cleaned } from './cleaned.ts';
import { countLeftOut, openTally, type Tally } from './count-left-out.ts';
import { ACT_FLAG, ACT_KINDS, type Evidence, type EvidenceCommits, EVIDENCE_FLAG } from '#core/evidence/evidence.ts';
import type { Actors } from '#core/credit/identify-actors.ts';
import { type CommitOrder, offsets, orderCommits } from './commit-order.ts';
import { joinFiles } from './join-files.ts';
import { layCommits } from './lay-commits.ts';
import { openRegister, type PeopleRegister } from '#core/credit/people-register.ts';
import { NO_ROW, type RawHistory } from '#core/evidence/raw-history.ts';
import type { Doers } from '#core/credit/doers.ts';
import { type ActColumns, addPart, closeActColumns, type CommitFiles, openActColumns, type Parts, writeActs } from './act-columns.ts';

/** Everything that the walk over commits writes into. */
interface Desk {
  readonly cleaned: readonly Cleaned[];
  readonly order: CommitOrder;
  readonly actors: Actors;
  readonly register: PeopleRegister;
  readonly fileOffset: readonly number[];
  readonly commits: EvidenceCommits;
  readonly acts: ActColumns;
  readonly tally: Tally;
  /** Files of the commit at hand and who took part; used again for each. */
  readonly files: CommitFiles;
  readonly parts: Parts;
  /** Commit that last touched each file, to write a file once per commit. */
  readonly lastCommit: Uint32Array;
}

/** Room for reviews, so that columns seldom have to grow. */
const ACTS_PER_TOUCH = 1.5;
const AUTHORED = ACT_KINDS.indexOf('authored');
const REVIEWED = ACT_KINDS.indexOf('reviewed');
const [DELETED, RENAMED] = [68, 82];
const RULE = Object.fromEntries(SET_ASIDE_RULES.map((rule, row) => [rule, row])) as Record<(typeof SET_ASIDE_RULES)[number], number>;

/** Lays all histories into one set of columns, oldest first, and counts what was set aside. */
export function assembleEvidence(cleaned: readonly Cleaned[], actors: Actors): Evidence {
  const desk = openDesk(cleaned, actors);
  for (let place = 0; place < desk.order.count; place++) writeCommit(desk, place);
  const files = joinFiles(cleaned);
  return {
    repositories: cleaned.map(({ history }) => ({
      name: history.repository,
      head: history.head,
      headAt: history.commits.committedAt[0] ?? 0,
      hashBytes: history.hashBytes,
    })),
    people: desk.register.records(),
    files,
    commits: desk.commits,
    acts: closeActColumns(desk.acts),
    leftOut: countLeftOut(cleaned, actors, desk.tally),
    merges: desk.register.merges(),
  };
}

function openDesk(cleaned: readonly Cleaned[], actors: Actors): Desk {
  const histories = cleaned.map(({ history }) => history);
  const order = orderCommits(histories);
  const fileOffset = offsets(cleaned.map(({ trace }) => trace.count));
  return {
    cleaned,
    order,
    actors,
    register: openRegister(actors),
    fileOffset,
    commits: layCommits(histories, order),
    acts: openActColumns(ACTS_PER_TOUCH * histories.reduce((sum, { touches }) => sum + touches.count, 0)),
    tally: openTally(),
    files: { count: 0, file: new Uint32Array(widest(histories)), flags: new Uint8Array(widest(histories)) },
    parts: { count: 0, person: [], kind: [], credit: [], flags: 0 },
    lastCommit: new Uint32Array(fileOffset.at(-1)!).fill(NO_ROW),
  };
}

function writeCommit(desk: Desk, place: number): void {
  const one = desk.cleaned[desk.order.history[place]!]!;
  const row = desk.order.row[place]!;
  const author = one.identityRow[one.history.commits.author[row]!]!;
  const doers = one.doers(row);
  desk.register.sawSpelling(author);
  desk.commits.author[place] = desk.register.personOf(doers.authors[0] ?? desk.actors.group[author]!);
  desk.commits.flags[place] = flagsOf(desk.actors, one, row) | (doers.aiAssisted ? EVIDENCE_FLAG.aiAssisted : 0);
  const rule = one.judgement.rule[row]!;
  if (rule === 0)
    writeActs(desk.acts, { files: countedTouches(desk, place), parts: partsOf(desk, doers), at: desk.order.at[place]!, commit: place });
  else desk.tally.touchesOfRule[rule]! += one.history.commits.firstTouch[row + 1]! - one.history.commits.firstTouch[row]!;
}

function flagsOf(actors: Actors, { history, judgement, identityRow }: Cleaned, row: number): number {
  const rule = judgement.rule[row]!;
  const kind = actors.kind[identityRow[history.commits.author[row]!]!];
  const same = history.commits.flags[row]! & (EVIDENCE_FLAG.merge | EVIDENCE_FLAG.squash | EVIDENCE_FLAG.revert);
  return (
    same |
    (rule === RULE['mass change'] || rule === RULE['initial import'] ? EVIDENCE_FLAG.massChange : 0) |
    (rule === RULE['ignored revision'] ? EVIDENCE_FLAG.ignoredRevision : 0) |
    (kind === 'bot' ? EVIDENCE_FLAG.bot : 0) |
    (kind === 'agent' ? EVIDENCE_FLAG.agent : 0) |
    (kind === 'human' && isMachine(actors, identityRow[history.commits.committer[row]!]!) ? EVIDENCE_FLAG.landedByMachine : 0)
  );
}

/** The platform is none: it lands what anybody merges by themselves, too. */
function isMachine({ kind, platform }: Actors, identity: number): boolean {
  return kind[identity] === 'bot' && platform[identity] === 0;
}

function partsOf({ register, parts }: Desk, { authors, reviewers, aiAssisted }: Doers): Parts {
  parts.count = 0;
  parts.flags = aiAssisted ? ACT_FLAG.aiAssisted : 0;
  for (let i = 0; i < authors.length; i++)
    addPart(parts, { person: register.personOf(authors[i]!), kind: AUTHORED, credit: 1 / authors.length });
  for (let i = 0; i < reviewers.length; i++)
    addPart(parts, { person: register.personOf(reviewers[i]!.identity), kind: REVIEWED, credit: reviewers[i]!.credit });
  return parts;
}

/** Gathers the counted files of a commit, each once, and tallies the others. */
function countedTouches(desk: Desk, place: number): CommitFiles {
  const { files, lastCommit, tally } = desk;
  const which = desk.order.history[place]!;
  const { history, trace, exclusion } = desk.cleaned[which]!;
  const row = desk.order.row[place]!;
  const offset = desk.fileOffset[which]!;
  const end = history.commits.firstTouch[row + 1]!;
  files.count = 0;
  for (let touch = history.commits.firstTouch[row]!; touch < end; touch++) {
    const own = trace.fileOfTouch[touch]!;
    if (exclusion[own] !== 0) {
      tally.touchesOfExclusion[exclusion[own]!]!++;
    } else if (lastCommit[offset + own] === place) {
      tally.doubled++;
    } else {
      lastCommit[offset + own] = place;
      files.file[files.count] = offset + own;
      files.flags[files.count++] = touchFlags(history, trace.creates, touch);
    }
  }
  return files;
}

/** Touches of the widest commit: room for any commit's files. */
function widest(histories: readonly RawHistory[]): number {
  let most = 0;
  for (const { commits } of histories) {
    const { firstTouch, count } = commits;
    for (let row = 0; row < count; row++) {
      const touches = firstTouch[row + 1]! - firstTouch[row]!;
      if (touches > most) most = touches;
    }
  }
  return most;
}

function touchFlags({ touches }: RawHistory, creates: Uint8Array, touch: number): number {
  const status = touches.status[touch]!;
  return (
    (creates[touch] === 1 ? ACT_FLAG.creates : 0) |
    (status === DELETED ? ACT_FLAG.deletes : 0) |
    (status === RENAMED ? ACT_FLAG.renames : 0)
  );
}
