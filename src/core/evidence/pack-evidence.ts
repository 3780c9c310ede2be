import type { ColumnArray, Packed } from '#core/terms/columns.ts';
import type { Evidence, EvidenceActs, EvidenceCommits, EvidenceFiles } from './evidence.ts';

/** What stays JSON; everything else is a column. */
export interface PackedEvidenceMeta {
  readonly repositories: Evidence['repositories'];
  readonly people: Evidence['people'];
  readonly paths: readonly string[];
  readonly leftOut: Evidence['leftOut'];
  readonly merges: NonNullable<Evidence['merges']>;
}

/** Evidence in about ten bytes per act: what follows from the commit is not written again. */
export function packEvidence(evidence: Evidence): Packed<PackedEvidenceMeta> {
  const { repositories, people, leftOut, merges, files, commits, acts } = evidence;
  return {
    meta: { repositories, people, paths: files.path, leftOut, merges: merges ?? [] },
    columns: { ...packFiles(files), ...packCommits(commits), ...packActs(acts, commits, people.length) },
  };
}

export function unpackEvidence({ meta, columns }: Packed<PackedEvidenceMeta>): Evidence {
  const { repositories, people, leftOut, merges } = meta;
  const commits = unpackCommits(columns, repositories);
  return { repositories, people, leftOut, merges, commits, files: unpackFiles(columns, meta.paths), acts: unpackActs(columns, commits) };
}

type Columns = Readonly<Record<string, ColumnArray>>;

function packFiles({ repository, alive, bytes, exclusion, bornAt, endedAt }: EvidenceFiles): Columns {
  const lives: Columns = bornAt === undefined || endedAt === undefined ? {} : { fileBornAt: bornAt, fileEndedAt: endedAt };
  return { fileRepository: repository, fileAlive: alive, fileBytes: bytes, fileExclusion: exclusion, ...lives };
}

function unpackFiles(columns: Columns, path: readonly string[]): EvidenceFiles {
  return {
    count: path.length,
    path,
    repository: columns['fileRepository'] as Uint16Array,
    alive: columns['fileAlive'] as Uint8Array,
    bytes: columns['fileBytes'] as Uint32Array,
    exclusion: columns['fileExclusion'] as Uint8Array,
    ...(columns['fileBornAt'] === undefined
      ? {}
      : { bornAt: columns['fileBornAt'] as Uint32Array, endedAt: columns['fileEndedAt'] as Uint32Array }),
  };
}

function packCommits({ hash, repository, at, author, flags, firstParent, parent }: EvidenceCommits): Columns {
  return {
    commitHash: hash,
    commitRepository: repository,
    commitAt: at,
    commitAuthor: author,
    commitFlags: flags,
    commitFirstParent: firstParent,
    commitParent: parent,
  };
}

function unpackCommits(columns: Columns, repositories: Evidence['repositories']): EvidenceCommits {
  const repository = columns['commitRepository'] as Uint16Array;
  const hashAt = new Uint32Array(repository.length);
  for (let row = 1; row < repository.length; row++) hashAt[row] = hashAt[row - 1]! + repositories[repository[row - 1]!]!.hashBytes;
  return {
    count: repository.length,
    hash: columns['commitHash'] as Uint8Array,
    hashAt,
    repository,
    at: columns['commitAt'] as Uint32Array,
    author: columns['commitAuthor'] as Uint32Array,
    flags: columns['commitFlags'] as Uint16Array,
    firstParent: columns['commitFirstParent'] as Uint32Array,
    parent: columns['commitParent'] as Uint32Array,
  };
}

/** Flags take the low bits, the kind the bits above. */
const KIND_SHIFT = 5;
const FLAG_MASK = (1 << KIND_SHIFT) - 1;

function packActs(acts: EvidenceActs, commits: EvidenceCommits, people: number): Columns {
  const ofCommit = new Uint32Array(commits.count);
  const how = new Uint8Array(acts.count);
  const credit = new Uint8Array(acts.count);
  const shares = new Map<number, number>();
  for (let row = 0; row < acts.count; row++) {
    if (row > 0 && acts.commit[row]! < acts.commit[row - 1]!) throw new RangeError('acts must stand in the order of their commits');
    ofCommit[acts.commit[row]!]!++;
    how[row] = acts.flags[row]! | (acts.kind[row]! << KIND_SHIFT);
    const share = shares.get(acts.credit[row]!) ?? shares.size;
    if (share > 255) throw new RangeError('more than 256 different shares of credit');
    shares.set(acts.credit[row]!, share);
    credit[row] = share;
  }
  const person = people > 0xffff ? acts.person : Uint16Array.from(acts.person);
  return {
    actsOfCommit: ofCommit,
    actFile: acts.file,
    actPerson: person,
    actHow: how,
    actCredit: credit,
    actShares: Float32Array.from(shares.keys()),
  };
}

function unpackActs(columns: Columns, commits: EvidenceCommits): EvidenceActs {
  const file = columns['actFile'] as Uint32Array;
  const count = file.length;
  const how = columns['actHow'] as Uint8Array;
  const share = columns['actCredit'] as Uint8Array;
  const shares = columns['actShares'] as Float32Array;
  const commit = new Uint32Array(count);
  const at = new Uint32Array(count);
  let row = 0;
  (columns['actsOfCommit'] as Uint32Array).forEach((acts, place) => {
    commit.fill(place, row, row + acts);
    at.fill(commits.at[place]!, row, row + acts);
    row += acts;
  });
  const person = columns['actPerson']!;
  return {
    count,
    at,
    commit,
    file,
    person: person instanceof Uint32Array ? person : Uint32Array.from(person),
    kind: how.map((value) => value >> KIND_SHIFT),
    credit: Float32Array.from(share, (index) => shares[index]!),
    flags: how.map((value) => value & FLAG_MASK),
  };
}

/** What stays JSON where every column is packed as it is. */
export type LaidEvidenceMeta = Omit<PackedEvidenceMeta, 'paths'>;

/** Evidence in twice the room, of which nothing has to be worked out again: to be read in one go. */
export function layEvidence({ repositories, people, leftOut, merges, files, commits, acts }: Evidence): Packed<LaidEvidenceMeta> {
  const paths = new TextEncoder().encode(files.path.join('\0'));
  return {
    meta: { repositories, people, leftOut, merges: merges ?? [] },
    columns: { ...columnsOf('files', files), ...columnsOf('commits', commits), ...columnsOf('acts', acts), paths },
  };
}

export function laidEvidence({ meta, columns }: Packed<LaidEvidenceMeta>): Evidence {
  const paths = new TextDecoder('utf-8', { ignoreBOM: true }).decode(columns['paths']);
  const [files, commits, acts] = [tableOf('files', columns), tableOf('commits', columns), tableOf('acts', columns)];
  return {
    ...meta,
    files: {
      count: files['alive']!.length,
      path: files['alive']!.length === 0 ? [] : paths.split('\0'),
      ...files,
    } as unknown as EvidenceFiles,
    commits: { count: commits['at']!.length, ...commits } as unknown as EvidenceCommits,
    acts: { count: acts['at']!.length, ...acts } as unknown as EvidenceActs,
  };
}

function columnsOf(name: string, table: object): Columns {
  const columns = Object.entries(table).filter(([, column]) => ArrayBuffer.isView(column)) as [string, ColumnArray][];
  return Object.fromEntries(columns.map(([key, column]) => [`${name}.${key}`, column]));
}

function tableOf(name: string, columns: Columns): Columns {
  const own = Object.entries(columns).filter(([key]) => key.startsWith(`${name}.`));
  return Object.fromEntries(own.map(([key, column]) => [key.slice(name.length + 1), column]));
}
