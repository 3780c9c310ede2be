import type { Area, AreaSource } from '#core/terms/area.ts';
import type { Evidence } from '#core/evidence/evidence.ts';
import type { Moment } from '#core/terms/moment.ts';
import { changeShares } from './change-share.ts';
import { findCodeowners } from './codeowners.ts';
import type { ConfiguredArea, Declared, DeclaringText } from './declared.ts';
import { growFolders } from './grow-folders.ts';
import { measuredCut, type Piece } from './measured-cut.ts';
import { packageRoots } from './package-roots.ts';
import { NO_AREA, type Partition } from './partition.ts';
import { compilePattern, folderOfPattern } from './compile-pattern.ts';

/**
 * Gives every counted file exactly one area. Configured areas take their files first (the last pattern that matches
 * wins); the rest of each repository is cut along declared packages and owned folders, and where those are silent or
 * too large, by the measured cut. Files that are gone keep the area in which they lie by path.
 */
export function choosePartition({
  evidence,
  declared,
  at,
}: {
  readonly evidence: Evidence;
  readonly declared: Declared;
  readonly at: Moment;
}): Partition {
  const shares = changeShares(evidence, at);
  const areas: Area[] = [];
  const ofFile = new Uint16Array(evidence.files.count).fill(NO_AREA);
  evidence.repositories.forEach((repository, r) => {
    const rows = rowsOf(evidence, r);
    const free = placeConfigured({
      evidence,
      areas,
      ofFile,
      rows,
      repository: r,
      configured: declared.configured.filter((a) => a.repository === undefined || a.repository === repository.name),
    });
    placePieces({ evidence, areas, ofFile, rows: free, repository: r, shares, texts: declared.texts[r] ?? [] });
  });
  return { areas: withUniqueIds(areas), ofFile, reading: readingOf(areas) };
}

/** Counted files of one repository, living first. */
function rowsOf({ files }: Evidence, repository: number): number[] {
  const rows: number[] = [];
  for (const alive of [1, 0])
    for (let f = 0; f < files.count; f++)
      if (files.repository[f] === repository && files.exclusion[f] === 0 && files.alive[f] === alive) rows.push(f);
  return rows;
}

interface Placing {
  readonly evidence: Evidence;
  readonly areas: Area[];
  readonly ofFile: Uint16Array;
  readonly rows: readonly number[];
  readonly repository: number;
}

/** Places the files of configured areas; returns the rows that none claims. */
function placeConfigured(placing: Placing & { readonly configured: readonly ConfiguredArea[] }): readonly number[] {
  const { evidence, areas, ofFile, rows, repository, configured } = placing;
  if (configured.length === 0) return rows;
  const tests = configured.map(({ paths }) => paths.map(compilePattern));
  const placed = configured.map(() => -1);
  return rows.filter((f) => {
    const path = evidence.files.path[f]!;
    const chosen = tests.findLastIndex((patterns) => patterns.some((matches) => matches(path)));
    if (chosen < 0) return true;
    if (placed[chosen]! < 0) placed[chosen] = areas.push(areaOfConfigured(evidence, configured[chosen]!, repository)) - 1;
    ofFile[f] = placed[chosen]!;
    return false;
  });
}

function areaOfConfigured(evidence: Evidence, { name, paths, tier }: ConfiguredArea, repository: number): Area {
  return {
    id: idOf(evidence, repository, name),
    name: nameOf(evidence, repository, name),
    source: 'configuration',
    tier: tier ?? 2,
    repository,
    paths,
  };
}

/** Cuts what is left of one repository and places every file in the deepest piece above it. */
function placePieces(placing: Placing & { readonly shares: Float64Array; readonly texts: readonly DeclaringText[] }): void {
  const { evidence, areas, ofFile, rows, repository, shares, texts } = placing;
  const { path, alive } = evidence.files;
  const living = rows.filter((f) => alive[f] === 1);
  const shown = living.length > 0 ? living : rows;
  const root = growFolders(
    shown.map((f) => path[f]!),
    shown.map((f) => shares[f]!),
  );
  const pieces = measuredCut(root, { declared: declaredFolders(texts), work: root.share + commitsOf(evidence, repository) / 50 });
  const areaAt = new Map(pieces.map((piece) => [piece.path, areas.push(areaOfPiece(evidence, piece, repository)) - 1]));
  for (const f of rows) ofFile[f] = deepestAbove(areaAt, path[f]!);
}

function declaredFolders(texts: readonly DeclaringText[]): ReadonlyMap<string, AreaSource> {
  const ruled = (findCodeowners(texts)?.rules ?? []).flatMap(({ pattern, named }) =>
    named.length > 0 ? (folderOfPattern(pattern) ?? []) : [],
  );
  return new Map<string, AreaSource>([
    ...ruled.map((folder) => [folder, 'codeowners'] as const),
    ...packageRoots(texts).map((folder) => [folder, 'workspace'] as const),
  ]);
}

function commitsOf({ commits }: Evidence, repository: number): number {
  return commits.repository.reduce((count, of) => count + (of === repository ? 1 : 0), 0);
}

function deepestAbove(areaAt: ReadonlyMap<string, number>, path: string): number {
  for (let slash = path.lastIndexOf('/'); slash >= 0; slash = path.lastIndexOf('/', slash - 1)) {
    const area = areaAt.get(path.slice(0, slash));
    if (area !== undefined) return area;
    if (slash === 0) break;
  }
  return areaAt.get('') ?? NO_AREA;
}

function areaOfPiece(evidence: Evidence, piece: Piece, repository: number): Area {
  const { path, source, rest } = piece;
  const label = path === '' ? labelOfRoot(piece) : rest ? `${path}/ (rest)` : `${path}/`;
  const id = path === '' ? (rest ? 'top-level' : 'all') : path;
  return {
    id: idOf(evidence, repository, id),
    name: nameOf(evidence, repository, label),
    source,
    tier: 2,
    repository,
    paths: [path === '' ? '/' : `/${path}/`],
  };
}

/** Two small folders are named, more are only said to be there. */
function labelOfRoot({ rest, gathered }: Piece): string {
  if (!rest) return 'whole repository';
  if (gathered.length === 0) return 'top level';
  return gathered.length > 2 ? 'top level and small folders' : `top level, ${gathered.join(' and ')}`;
}

function idOf(evidence: Evidence, repository: number, id: string): string {
  return evidence.repositories.length > 1 ? `${evidence.repositories[repository]!.name}:${id}` : id;
}

function nameOf(evidence: Evidence, repository: number, name: string): string {
  return evidence.repositories.length > 1 ? `${evidence.repositories[repository]!.name}: ${name}` : name;
}

/** A configured name may equal a folder's: the later one gets a number. */
function withUniqueIds(areas: readonly Area[]): readonly Area[] {
  const seen = new Map<string, number>();
  return areas.map((area) => {
    const times = (seen.get(area.id) ?? 0) + 1;
    seen.set(area.id, times);
    return times === 1 ? area : { ...area, id: `${area.id}~${times}` };
  });
}

const SOURCE_WORDS: Readonly<Record<AreaSource, string>> = {
  configuration: 'configuration',
  codeowners: 'CODEOWNERS',
  workspace: 'packages',
  tree: 'a measured cut of the tree',
};

function readingOf(areas: readonly Area[]): string {
  const counts = (Object.keys(SOURCE_WORDS) as AreaSource[]).map((source) => ({
    source,
    n: areas.filter((area) => area.source === source).length,
  }));
  const parts = counts.filter(({ n }) => n > 0).map(({ source, n }) => `${n} from ${SOURCE_WORDS[source]}`);
  return `${areas.length} ${areas.length === 1 ? 'area' : 'areas'}: ${parts.join(', ') || 'none'}.`;
}
