import type { OwnReport } from '#core/terms/evaluation-record.ts';
import { OwnReports } from '#store/own-reports.ts';

/** What suites found on exactly these repositories when somebody last ran them here. */
export function ownReportsOf(dataFolder: string, keys: readonly string[]): readonly OwnReport[] {
  const kept = new OwnReports(dataFolder, keys);
  try {
    return kept.newest();
  } finally {
    kept.close();
  }
}
