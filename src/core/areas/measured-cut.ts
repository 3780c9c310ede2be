/**
 * # Measured cut
 * What it says: where to cut a folder tree so that its pieces carry comparable amounts of recent work, along folders
 *   that maintainers already name.
 * Formula: K = clamp(round(min(4 · log2(1 + files / 8), 1.2 · √S)), 3, 40) wanted pieces, S = discounted commits plus a
 *   fiftieth of all commits. A folder is cut into its subfolders when it carries more than max(2.5 / K, 0.08) of the work
 *   (a declared package: 0.35). A subfolder becomes a piece of its own from 1 / (3 K) of the work, at the top of the tree
 *   from 1 / (6 K), a declared one from 1 / (12 K); smaller ones and loose files stay together as the rest of their folder;
 *   a rest below 1 / (4 K) joins the rest above. A cut that would part one piece from a rest of less than a quarter of the
 *   folder is not made, folders of test material (fixtures, testdata, snapshots) are never cut out, and fewer than 6 files
 *   are one piece.
 * Reading: more pieces in larger and busier repositories; each is one folder, or "the rest of" one.
 * Source: our own, looked at on eight public repositories; the idea of bounded shares follows top-down treemap pruning.
 * Weakness: follows the folder tree only; systems whose parts cut across folders need areas by hand.
 */
import type { AreaSource } from '#core/terms/area.ts';
import type { Folder } from './grow-folders.ts';

/** One piece of the tree: a folder and whatever of it no other piece took. */
export interface Piece {
  /** Folder path, '' for the root. */
  readonly path: string;
  readonly source: AreaSource;
  /** True when other pieces were cut out of this folder. */
  readonly rest: boolean;
  /** What of the root's subfolders was too small to stand alone, as people read it; empty elsewhere. */
  readonly gathered: readonly string[];
}

/** What is known beside the tree. */
export interface Declarations {
  /** Folders that people declared as parts (packages, owned folders), with where they did. */
  readonly declared: ReadonlyMap<string, AreaSource>;
  /** Discounted commits plus a fiftieth of all commits. */
  readonly work: number;
}

interface Cut extends Declarations {
  readonly total: number;
  readonly wanted: number;
}

/** What became of a folder: pieces cut out of it, and what they left. */
interface Remains {
  readonly pieces: readonly Piece[];
  readonly share: number;
  readonly files: number;
}

/** Fewer files than this are one area. */
const LEAST_FILES = 6;
const MATERIAL = /^(?:testdata|fixtures?|snapshots?|cassettes?|golden|__\w+__|_files)$/i;

export function measuredCut(root: Folder, { declared, work }: Declarations): readonly Piece[] {
  if (root.files === 0) return [];
  if (root.files < LEAST_FILES && declared.size === 0) return [{ path: '', source: 'tree', rest: false, gathered: [] }];
  const cut: Cut = { declared, work, total: root.share || 1, wanted: wantedPieces(root.files, work) };
  const { pieces, files } = cutFolder(cut, root);
  if (files === 0) return pieces;
  const gathered = pieces.length === 0 ? [] : [...root.children].flatMap(([name, child]) => gatheredFrom(name, partOf(cut, child, true)));
  return [...pieces, { path: '', source: 'tree', rest: pieces.length > 0, gathered: gathered.toSorted() }];
}

function gatheredFrom(name: string, { pieces, files }: Remains): readonly string[] {
  if (files === 0) return [];
  return [pieces.length === 0 ? `${name}/` : `${name}/ (rest)`];
}

function wantedPieces(files: number, work: number): number {
  return Math.min(40, Math.max(3, Math.round(Math.min(4 * Math.log2(1 + files / 8), 1.2 * Math.sqrt(work)))));
}

function cutFolder(cut: Cut, folder: Folder): Remains {
  const parts = [...folder.children.values()].map((child) => partOf(cut, child, folder.path === ''));
  return {
    pieces: parts.flatMap(({ pieces }) => pieces),
    share: parts.reduce((sum, { share }) => sum + share, folder.ownShare),
    files: parts.reduce((sum, { files }) => sum + files, folder.ownFiles),
  };
}

function partOf(cut: Cut, child: Folder, atTop: boolean): Remains {
  const whole: Piece = { path: child.path, source: cut.declared.get(child.path) ?? 'tree', rest: false, gathered: [] };
  if (!worthAPiece(cut, child, atTop)) return { pieces: [], share: child.share, files: child.files };
  if (!tooLarge(cut, child)) return { pieces: [whole], share: 0, files: 0 };
  const left = cutFolder(cut, child);
  if (isLonely(cut, child, left)) return { pieces: [whole], share: 0, files: 0 };
  if (left.share / cut.total < 1 / (4 * cut.wanted)) return left;
  return { pieces: [...left.pieces, { ...whole, rest: left.files < child.files }], share: 0, files: 0 };
}

function worthAPiece(cut: Cut, folder: Folder, atTop: boolean): boolean {
  const share = folder.share / cut.total;
  if (cut.declared.has(folder.path)) return share >= 1 / (12 * cut.wanted);
  if (MATERIAL.test(folder.path.slice(folder.path.lastIndexOf('/') + 1))) return false;
  return share >= 1 / ((atTop ? 6 : 3) * cut.wanted) || holdsDeclared(cut, folder);
}

function tooLarge(cut: Cut, folder: Folder): boolean {
  if (folder.children.size === 0) return false;
  const share = folder.share / cut.total;
  if (cut.declared.has(folder.path)) return share > 0.35;
  return share > Math.max(2.5 / cut.wanted, 0.08) || holdsDeclared(cut, folder);
}

/** Nothing cut out, or one undeclared piece beside crumbs: people would name the folder. */
function isLonely(cut: Cut, folder: Folder, left: Remains): boolean {
  const [only] = left.pieces;
  if (left.pieces.length > 1 || (only !== undefined && cut.declared.has(only.path))) return false;
  return only === undefined || left.share < folder.share / 4;
}

/** A folder above a declared part that is itself worth a piece is always opened. */
function holdsDeclared(cut: Cut, folder: Folder): boolean {
  for (const child of folder.children.values()) {
    if (cut.declared.has(child.path) ? child.share / cut.total >= 1 / (12 * cut.wanted) : holdsDeclared(cut, child)) return true;
  }
  return false;
}
