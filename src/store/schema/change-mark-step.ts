/** So that what has changed is found in indexes alone: the rows of scans hold megabytes, and findings that are over stay for long. */
export const CHANGE_MARK_INDEXES: readonly string[] = [
  'create index source_added on source (added_at)',
  'create index scan_crc on scan (crc)',
  'create index scan_summed on scan_summary (summed_at)',
  'create index finding_held on finding (others_from) where gone_at is null',
];
