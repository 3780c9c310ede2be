/** Where the boundaries of an area come from. */
export type AreaSource = 'configuration' | 'codeowners' | 'workspace' | 'tree';

/** A part of the system that people would name: a package, a service, a folder. */
export interface Area {
  /** Stable text id, unique in one answer, e.g. `activerecord` or `api:billing`. Never empty. */
  readonly id: string;
  /** What people call it, e.g. `activerecord/`. */
  readonly name: string;
  readonly source: AreaSource;
  /** 1 = critical … 3 = minor. Weighs the north star: 3, 2, 1. Default 2. */
  readonly tier: 1 | 2 | 3;
  /** Index into `Evidence.repositories`. */
  readonly repository: number;
  /** Path prefix or patterns that define it, for display. */
  readonly paths: readonly string[];
}
