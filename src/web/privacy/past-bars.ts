import type { ReplyOf } from '#contract/operations.ts';

export type PastArea = ReplyOf<'read-past-counts'>['areas'][number];
type Span = PastArea['spans'][number];

/** A span as a bar: where it stands and how high, as shares of the picture. */
export interface PastBar {
  readonly x: number;
  readonly width: number;
  readonly height: number;
  readonly say: string;
}

/** Bars over whole months, each as high as its acts a month: a long span is no higher for being long. */
export function barsOf(spans: readonly Span[]): readonly PastBar[] {
  if (spans.length === 0) return [];
  const [first, last] = [monthOf(spans[0]!.from), monthOf(spans.at(-1)!.to)];
  const all = last - first + 1;
  const pace = ({ from, to, acts }: Span): number => acts / (monthOf(to) - monthOf(from) + 1);
  const top = Math.max(...spans.map(pace));
  return spans.map((span) => ({
    x: (monthOf(span.from) - first) / all,
    width: (monthOf(span.to) - monthOf(span.from) + 1) / all,
    height: pace(span) / top,
    say: `${spanWords(span)}: ${span.acts} acts`,
  }));
}

/** `2024-06`, or `2024-06 to 2024-09`. */
export function spanWords({ from, to }: Pick<Span, 'from' | 'to'>): string {
  return from === to ? from : `${from} to ${to}`;
}

function monthOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}
