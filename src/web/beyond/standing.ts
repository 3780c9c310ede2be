import type { ReplyOf } from '#contract/operations.ts';
import type { Standing } from '#web/judged/judged-picture.tsx';

export type Connection = ReplyOf<'list-connections'>['connections'][number];
export type Kind = ReplyOf<'list-connections'>['kinds'][number];

/** How far each kind of source is for each family, over all connections of that kind. */
export function standingBy(connections: readonly Pick<Connection, 'kind' | 'judges'>[]): (kind: string, family: string) => Standing {
  return (kind, family) => {
    const ones = connections.filter((one) => one.kind === kind);
    if (ones.some(({ judges }) => judges.some((one) => one.family === family))) return 'tells';
    return ones.length > 0 ? 'silent' : 'could';
  };
}
