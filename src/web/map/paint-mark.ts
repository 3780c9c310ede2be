import type { Verdict } from '#core/terms/verdict.ts';
import type { Point } from './find-node.ts';

const RADIUS = 4;

/** A verdict's shape in the ink that is set: drawn and not written, since not every font has these signs. */
export function paintMark(ink: CanvasRenderingContext2D, verdict: Verdict, { x, y }: Point): void {
  ink.strokeStyle = ink.fillStyle;
  ink.lineWidth = 1.5;
  ink.beginPath();
  if (verdict === 'not judged') {
    for (const by of [-3, 0, 3]) {
      ink.moveTo(x + by - 2, y + 3.5);
      ink.lineTo(x + by + 2, y - 3.5);
    }
    ink.stroke();
    return;
  }
  ink.arc(x, y, RADIUS, 0, 2 * Math.PI);
  ink.stroke();
  if (verdict === 'stops') return;
  ink.beginPath();
  if (verdict === 'moves') ink.arc(x, y, RADIUS, 0, 2 * Math.PI);
  else ink.arc(x, y, RADIUS, Math.PI / 2, 1.5 * Math.PI);
  ink.fill();
}
