import type { MapLayout } from './map-layout.ts';
import type { Point } from './find-node.ts';
import { pan, type View, zoomAt } from './view.ts';

export interface Hands {
  readonly layout: () => MapLayout | null;
  readonly view: () => View;
  readonly show: (view: View) => void;
}

/** Farther than this many pixels a press is a drag, not a click. */
const DRAG_FROM = 4;
/** A wheel may turn by lines, and a fast one far: both are brought to pixels within reason. */
const LINE = 16;
const FASTEST = 240;

/** Wheel and pinch zoom where the pointer is, drag moves. Returns how to let go again. */
export function handsOn(box: HTMLElement, hands: Hands): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const fingers = new Map<number, Point>();
  let moved = 0;
  const down = (event: PointerEvent): void => {
    if (fingers.size === 0) {
      moved = 0;
      tellDragged(event.target, false);
    }
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  };
  const move = (event: PointerEvent): void => {
    const before = fingers.get(event.pointerId);
    const layout = hands.layout();
    if (before === undefined || layout === null) return;
    const now = { x: event.clientX, y: event.clientY };
    moved += Math.abs(now.x - before.x) + Math.abs(now.y - before.y);
    if (moved > DRAG_FROM) {
      tellDragged(event.target, true);
      if (event.target instanceof Element) event.target.setPointerCapture(event.pointerId);
      const other = [...fingers].find(([finger]) => finger !== event.pointerId)?.[1];
      const by = { x: now.x - before.x, y: now.y - before.y };
      hands.show(
        other === undefined ? pan(layout, hands.view(), by) : pinched(box, { layout, view: hands.view() }, { before, now, other }),
      );
    }
    fingers.set(event.pointerId, now);
  };
  const up = (event: PointerEvent): void => void fingers.delete(event.pointerId);
  box.addEventListener('wheel', (event) => turn(box, hands, event), { passive: false, signal });
  box.addEventListener('pointerdown', down, { signal });
  box.addEventListener('pointermove', move, { signal });
  box.addEventListener('pointerup', up, { signal });
  box.addEventListener('pointercancel', up, { signal });
  return () => stop.abort();
}

function turn(box: HTMLElement, hands: Hands, event: WheelEvent): void {
  const layout = hands.layout();
  if (layout === null) return;
  event.preventDefault();
  const step = Math.max(-FASTEST, Math.min(FASTEST, event.deltaMode === 1 ? event.deltaY * LINE : event.deltaY));
  const edge = box.getBoundingClientRect();
  // Trackpads send a pinch as a wheel with the control key, in smaller steps.
  const factor = Math.exp(-step * (event.ctrlKey ? 0.01 : 0.0022));
  hands.show(zoomAt(layout, hands.view(), { x: event.clientX - edge.left, y: event.clientY - edge.top, factor }));
}

function tellDragged(target: EventTarget | null, dragged: boolean): void {
  if (target instanceof HTMLElement) target.dataset['dragged'] = String(dragged);
}

interface Pinch {
  readonly before: Point;
  readonly now: Point;
  readonly other: Point;
}

function pinched(
  box: HTMLElement,
  { layout, view }: { readonly layout: MapLayout; readonly view: View },
  { before, now, other }: Pinch,
): View {
  const edge = box.getBoundingClientRect();
  const span = (finger: Point): number => Math.max(1, Math.hypot(finger.x - other.x, finger.y - other.y));
  return zoomAt(layout, view, {
    x: (now.x + other.x) / 2 - edge.left,
    y: (now.y + other.y) / 2 - edge.top,
    factor: span(now) / span(before),
  });
}
