import type { Verdict } from '#core/terms/verdict.ts';
import { VerdictMark } from '#web/parts/verdict-mark.tsx';
import css from './hover-card.module.css';

export interface HoverCardProps {
  readonly x: number;
  readonly y: number;
  readonly title: string;
  readonly kind: string;
  readonly say: string;
  readonly verdict: Verdict | null;
}

const WIDTH = 300;

/** What the pointer is on: the path, what it is, and its sentence. */
export function HoverCard({ x, y, title, kind, say, verdict }: HoverCardProps) {
  const left = x + WIDTH + 28 > innerWidth ? x - WIDTH - 16 : x + 16;
  const below = y < innerHeight - 190;
  return (
    <div
      className={css['card']}
      style={{ left, width: WIDTH, ...(below ? { top: y + 16 } : { bottom: innerHeight - y + 12 }) }}
      aria-hidden="true"
    >
      <strong>{title}</strong>
      <span>
        {kind}
        {verdict === null ? null : (
          <>
            {' '}
            · area <VerdictMark verdict={verdict} />
          </>
        )}
      </span>
      <p>{say}</p>
    </div>
  );
}
