import type { MapLayout } from './map-tree.ts';
import type { View } from './view.ts';
import { pan, zoomAt } from './view.ts';

export interface Hands {
  readonly layout: () => MapLayout | null;
  readonly view: () => View;
  readonly show: (view: View) => void;
}

/** Farther than this many pixels a press is a drag, not a click. */
const DRAG_FROM = 4;

/** Wheel and pinch zoom where the pointer is, drag moves. Returns how to let go again. */
export function handsOn(box: HTMLElement, hands: Hands): () => void {
  const fingers = new Map<number, { x: number; y: number }>();
  let moved = 0;
  const wheel = (event: WheelEvent): void => {
    const layout = hands.layout();
    if (layout === null) return;
    event.preventDefault();
    const step = event.deltaMode === 1 ? event.deltaY * 16 : event.deltaY;
    const edge = box.getBoundingClientRect();
    hands.show(
      zoomAt(layout, hands.view(), {
        x: event.clientX - edge.left,
        y: event.clientY - edge.top,
        factor: Math.exp(-Math.max(-240, Math.min(240, step)) * (event.ctrlKey ? 0.01 : 0.0022)),
      }),
    );
  };
  const down = (event: PointerEvent): void => {
    if (fingers.size === 0) {
      moved = 0;
      tell(event.target, false);
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
      tell(event.target, true);
      if (!box.hasPointerCapture(event.pointerId) && event.target instanceof Element) event.target.setPointerCapture(event.pointerId);
      hands.show(
        fingers.size === 2
          ? pinch(box, hands, fingers, event.pointerId, now)
          : pan(layout, hands.view(), { x: now.x - before.x, y: now.y - before.y }),
      );
    }
    fingers.set(event.pointerId, now);
  };
  const up = (event: PointerEvent): void => {
    fingers.delete(event.pointerId);
  };
  box.addEventListener('wheel', wheel, { passive: false });
  box.addEventListener('pointerdown', down);
  box.addEventListener('pointermove', move);
  box.addEventListener('pointerup', up);
  box.addEventListener('pointercancel', up);
  return () => {
    box.removeEventListener('wheel', wheel);
    box.removeEventListener('pointerdown', down);
    box.removeEventListener('pointermove', move);
    box.removeEventListener('pointerup', up);
    box.removeEventListener('pointercancel', up);
  };
}

function tell(target: EventTarget | null, dragged: boolean): void {
  if (target instanceof HTMLElement) target.dataset['dragged'] = String(dragged);
}

function pinch(
  box: HTMLElement,
  hands: Hands,
  fingers: ReadonlyMap<number, { x: number; y: number }>,
  id: number,
  now: { x: number; y: number },
): View {
  const [other] = [...fingers].filter(([finger]) => finger !== id).map(([, at]) => at);
  const before = fingers.get(id)!;
  const edge = box.getBoundingClientRect();
  const span = (a: { x: number; y: number }): number => Math.max(1, Math.hypot(a.x - other!.x, a.y - other!.y));
  return zoomAt(hands.layout()!, hands.view(), {
    x: (now.x + other!.x) / 2 - edge.left,
    y: (now.y + other!.y) / 2 - edge.top,
    factor: span(now) / span(before),
  });
}
