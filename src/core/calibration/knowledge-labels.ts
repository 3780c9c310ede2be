import { csvRows } from '#core/evaluation/csv-rows.ts';

/** What somebody said of their own knowledge of a file, and what a history shows of both. */
export interface KnowledgeLabel {
  readonly system: string;
  /** 1 where they called themselves able to maintain it (4 or 5 of 5). */
  readonly knows: 0 | 1;
  readonly first: number;
  readonly own: number;
  readonly othersSince: number;
  readonly days: number;
  readonly lines: number;
  readonly others: number;
  /** Published measures as their authors computed them, 0 to 1. */
  readonly doa: number;
  readonly commitShare: number;
  readonly blameShare: number;
}

export const LABEL_COLUMNS = [
  'system',
  'self_rated_knowledge_1to5',
  'doa_norm',
  'commit_norm',
  'blame_norm',
  'first_author',
  'DL_deliveries',
  'AC_others_changes',
  'loc',
  'days_since_last_commit',
  'commits_after',
] as const;

export interface KnowledgeLabels {
  readonly labels: readonly KnowledgeLabel[];
  /** Rows that could not be read. */
  readonly bad: number;
}

export function readLabels(text: string): KnowledgeLabels {
  const rows = csvRows(text);
  const labels = rows.flatMap((row) => labelOf(row) ?? []);
  return { labels, bad: rows.length - labels.length };
}

function labelOf(row: Readonly<Record<string, string>>): KnowledgeLabel | undefined {
  const figure = (name: (typeof LABEL_COLUMNS)[number]): number => (row[name]?.trim() ? Number(row[name]) : Number.NaN);
  const said = figure('self_rated_knowledge_1to5');
  const counts = {
    first: figure('first_author'),
    own: figure('DL_deliveries'),
    othersSince: figure('commits_after'),
    days: figure('days_since_last_commit'),
    lines: figure('loc'),
    others: figure('AC_others_changes'),
  };
  const shares = { doa: figure('doa_norm'), commitShare: figure('commit_norm'), blameShare: figure('blame_norm') };
  const fine = Object.values(counts).every((x) => x >= 0) && Object.values(shares).every((x) => x >= 0 && x <= 1);
  if (!fine || !(said >= 1 && said <= 5) || !row['system']) return undefined;
  return { system: row['system'], knows: said >= 4 ? 1 : 0, ...counts, ...shares };
}

/** What a history says of a person and a file, as the models take it; each with the way in which it may only move the odds. */
export const KNOWLEDGE_FEATURES = {
  first: { says: 'created the file', direction: 1, of: (label: KnowledgeLabel) => label.first },
  own: { says: 'own changes', direction: 1, of: (label: KnowledgeLabel) => Math.log1p(label.own) },
  othersSince: { says: 'changes by others since', direction: -1, of: (label: KnowledgeLabel) => Math.log1p(label.othersSince) },
  days: { says: 'days since', direction: -1, of: (label: KnowledgeLabel) => Math.log1p(label.days) },
  lines: { says: 'size', direction: -1, of: (label: KnowledgeLabel) => Math.log1p(label.lines) },
  others: { says: 'all changes by others', direction: -1, of: (label: KnowledgeLabel) => Math.log1p(label.others) },
  doa: { says: 'degree of authorship', direction: 1, of: (label: KnowledgeLabel) => label.doa },
  commitShare: { says: 'share of commits', direction: 1, of: (label: KnowledgeLabel) => label.commitShare },
  blameShare: { says: 'share of surviving lines', direction: 1, of: (label: KnowledgeLabel) => label.blameShare },
  last: { says: 'changed it last', direction: 1, of: (label: KnowledgeLabel) => (label.othersSince === 0 ? 1 : 0) },
} as const;
export type KnowledgeFeature = keyof typeof KNOWLEDGE_FEATURES;

/** Features of the product's own model, in the order of its coefficients. */
export const OWN_FEATURES = ['first', 'own', 'othersSince', 'days', 'lines'] as const satisfies readonly KnowledgeFeature[];

export function featureRows(labels: readonly KnowledgeLabel[], features: readonly KnowledgeFeature[]): readonly (readonly number[])[] {
  return labels.map((label) => features.map((feature) => KNOWLEDGE_FEATURES[feature].of(label)));
}
