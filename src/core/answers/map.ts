import { type FolderSums, folderSums } from '#core/because/folder-sums.ts';
import type { Answer, Because, Column, Row } from '#core/terms/answer.ts';
import { counted, percentOf } from '#core/terms/figures.ts';
import { aiTracesOf } from '#core/world/ai-traces-of.ts';
import { envelope } from '#core/world/envelope.ts';
import { landscapeOf } from '#core/world/landscape-of.ts';
import type { World } from '#core/world/world.ts';

export interface MapValue {
  readonly folders: number;
  readonly files: number;
  readonly expected: number;
}

export interface MapInput {
  /** Folders deeper than this are left out of the rows; their work stays in their parents. */
  readonly depth?: number | undefined;
}

export interface MapRow extends Row {
  readonly path: string;
  readonly depth: number;
  readonly files: number;
  readonly area: string | null;
  readonly expected: number;
  readonly share: number;
  readonly covered: number | null;
  readonly carried: number | null;
  readonly notUnderstood: number | null;
}

/** The tree as figures: every folder with its expected work, how much of it is covered, and how much one absence leaves. */
export function answerMap(world: World, { depth = Number.POSITIVE_INFINITY }: MapInput = {}): Answer<MapValue, MapRow> {
  const sums = folderSums({
    landscape: landscapeOf(world),
    files: world.evidence.files,
    repositories: world.evidence.repositories.map((r) => r.name),
    unshown: aiTracesOf(world).notUnderstood,
  });
  const total = sums.filter((folder) => folder.depth === 0).reduce((sum, folder) => sum + folder.demand, 0);
  const rows = sums.map((folder) => rowOf(world, folder, total));
  const value = {
    folders: rows.length,
    files: sums.filter((f) => f.depth === 0).reduce((sum, f) => sum + f.files, 0),
    expected: total * world.settings.absenceDays,
  };
  return envelope(world, {
    name: 'map',
    question: 'Where in the tree is work expected, and how much of it is covered?',
    value,
    reading: `${counted(value.files, 'file')} in ${counted(value.folders, 'folder')}; ${widest(rows)}`,
    columns: COLUMNS,
    rows: rows.filter((row) => row.depth <= depth),
    because: [BECAUSE],
    method: { name: 'worst single absence per folder', version: '1' },
  });
}

function rowOf({ partition, settings }: World, folder: FolderSums, total: number): MapRow {
  const { path, depth, files, area, demand, covered, notUnderstood, mostGain } = folder;
  const judged = demand > 0;
  return {
    path: path || '.',
    because: 'value',
    depth,
    files,
    area: area === undefined ? null : partition.areas[area]!.name,
    expected: demand * settings.absenceDays,
    share: total === 0 ? 0 : demand / total,
    covered: judged ? covered / demand : null,
    carried: judged ? Math.max(0, covered - mostGain) / demand : null,
    notUnderstood: judged ? notUnderstood / demand : null,
  };
}

/** The folder near the top where most work would be left lying. */
function widest(rows: readonly MapRow[]): string {
  const near = rows.filter((row) => row.depth > 0 && row.depth <= 2 && row.carried !== null);
  const worst = near.reduce<MapRow | undefined>((held, row) => (held === undefined || lost(row) > lost(held) ? row : held), undefined);
  if (worst === undefined) return 'no work is expected in it.';
  return `most work would be left lying in ${worst.path}/, where one absence leaves ${percentOf(worst.carried!)} carried.`;
}

function lost(row: MapRow): number {
  return row.expected * (1 - row.carried!);
}

const BECAUSE: Because = {
  id: 'value',
  claim: 'Every folder is judged by the one absence that costs it most; a folder’s figure is not the mean of its parts.',
  formula:
    'covered = Σ over files of expected changes × (1 − Π(1 − P(knows) × P(present))) ÷ Σ expected changes; still carried = the same without the person whose absence costs this folder most',
  inputs: [],
  evidence: [],
  wouldChange: ['A second person taking part where one carries alone.'],
  confidence: 'middle of the calibration; intervals stand with the areas',
  method: 'cover/1',
};

const COLUMNS: readonly Column[] = [
  { key: 'path', label: 'Folder', kind: 'text', meaning: 'Folder from the top of the repository.' },
  { key: 'files', label: 'Files', kind: 'count', meaning: 'Counted files at or below it.' },
  { key: 'expected', label: 'Changes', kind: 'number', meaning: 'Changes expected in the window.' },
  { key: 'share', label: 'Of all', kind: 'probability', meaning: 'Its share of all expected work.' },
  {
    key: 'covered',
    label: 'Covered',
    kind: 'probability',
    meaning: 'Share of the expected work that somebody present knows, with everybody here.',
  },
  { key: 'carried', label: 'Still carried', kind: 'probability', meaning: 'The same in the single absence that costs this folder most.' },
  {
    key: 'notUnderstood',
    label: 'Not understood',
    kind: 'probability',
    meaning: 'Share of the expected work on files that only AI has written and no person has shown to understand.',
    detail: true,
  },
  { key: 'area', label: 'Area', kind: 'text', meaning: 'The area it lies in, where all of it lies in one.', detail: true },
  { key: 'depth', label: 'Depth', kind: 'count', meaning: 'Folders above it.', detail: true },
];
