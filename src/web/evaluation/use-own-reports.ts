import { useEffect, useState } from 'react';
import type { OwnReport } from '#core/terms/evaluation-record.ts';
import { useWorld } from '#web/data/world-context.ts';

/** What `understudy evaluate` last found on the repositories that are shown; nothing on a page without its server. */
export function useOwnReports(): readonly OwnReport[] {
  const { served } = useWorld();
  const [reports, setReports] = useState<readonly OwnReport[]>([]);
  useEffect(() => {
    if (!served) return;
    const stop = new AbortController();
    fetch('/api/evaluation', { signal: stop.signal })
      .then((response) => (response.ok ? response.json() : { reports: [] }))
      .then((body: { readonly reports: readonly OwnReport[] }) => setReports(body.reports))
      // Without them the page still says how to get them.
      .catch(() => {});
    return () => stop.abort();
  }, [served]);
  return reports;
}
