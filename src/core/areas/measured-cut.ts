/**
 * # Measured cut
 * What it says: where to cut a folder tree so that its pieces carry comparable amounts of recent work, along folders
 *   that maintainers already name.
 * Formula: with K = clamp(round(4 · log2(1 + files / 8)), 3, 40) wanted pieces, a folder is cut into its subfolders when it
 *   carries more than max(1 / K · 2.5, 0.08) of the work (a declared package: more than 0.35). A subfolder becomes a
 *   piece of its own from 1 / (3 K) of the work (a declared one: from 1 / (12 K)); smaller ones and loose files stay
 *   together as the rest of their folder. A rest below 1 / (4 K) joins the rest of the folder above.
 * Reading: more pieces in larger repositories; each is one folder, or "the rest of" one.
 * Source: our own; the idea of fewest cuts with bounded shares follows hierarchical top-down treemap pruning.
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
}

interface Cut {
  readonly total: number;
  readonly wanted: number;
  readonly declared: ReadonlyMap<string, AreaSource>;
  readonly pieces: Piece[];
}

/** `declared`: folders that people declared as parts (packages, owned folders), with where they did. */
export function measuredCut(root: Folder, declared: ReadonlyMap<string, AreaSource>): readonly Piece[] {
  const cut: Cut = { total: root.share || 1, wanted: wantedPieces(root.files), declared, pieces: [] };
  if (root.files === 0) return [];
  const left = cutFolder(cut, root);
  if (left.files > 0) cut.pieces.push({ path: '', source: 'tree', rest: cut.pieces.length > 0 });
  return cut.pieces;
}

function wantedPieces(files: number): number {
  return Math.min(40, Math.max(3, Math.round(4 * Math.log2(1 + files / 8))));
}

/** Cuts below `folder`; returns what no piece took, for the folder itself or the one above to keep. */
function cutFolder(cut: Cut, folder: Folder): { share: number; files: number } {
  let share = folder.ownShare;
  let files = folder.ownFiles;
  for (const child of folder.children.values()) {
    if (!worthAPiece(cut, child)) {
      share += child.share;
      files += child.files;
    } else if (!tooLarge(cut, child)) {
      cut.pieces.push({ path: child.path, source: sourceOf(cut, child), rest: false });
    } else {
      const left = cutFolder(cut, child);
      if (left.share / cut.total >= 1 / (4 * cut.wanted))
        cut.pieces.push({ path: child.path, source: sourceOf(cut, child), rest: left.files < child.files });
      else {
        share += left.share;
        files += left.files;
      }
    }
  }
  return { share, files };
}

function worthAPiece(cut: Cut, folder: Folder): boolean {
  const share = folder.share / cut.total;
  if (cut.declared.has(folder.path)) return share >= 1 / (12 * cut.wanted);
  return share >= 1 / (3 * cut.wanted) || holdsDeclared(cut, folder);
}

function tooLarge(cut: Cut, folder: Folder): boolean {
  if (folder.children.size === 0) return false;
  const share = folder.share / cut.total;
  if (cut.declared.has(folder.path)) return share > 0.35;
  return share > Math.max(2.5 / cut.wanted, 0.08) || holdsDeclared(cut, folder);
}

/** A folder above a declared part that is itself worth a piece is always opened. */
function holdsDeclared(cut: Cut, folder: Folder): boolean {
  for (const child of folder.children.values()) {
    if (cut.declared.has(child.path) ? child.share / cut.total >= 1 / (12 * cut.wanted) : holdsDeclared(cut, child)) return true;
  }
  return false;
}

function sourceOf(cut: Cut, folder: Folder): AreaSource {
  return cut.declared.get(folder.path) ?? 'tree';
}
