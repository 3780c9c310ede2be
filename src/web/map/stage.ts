import type { Verdict } from '#core/terms/verdict.ts';
import type { Palette } from '#web/look/palettes.ts';
import type { MapLayout } from './map-layout.ts';
import type { MapTree } from '#core/board/map-tree.ts';
import { outline } from './outline.ts';
import { painterOf } from './painter.ts';
import { between, type View, WHOLE } from './view.ts';

/** What the stage draws, asked anew at every frame. */
export interface Shown {
  readonly tree: MapTree;
  readonly layout: MapLayout | null;
  readonly colours: Uint32Array;
  readonly palette: Palette;
  readonly markOf: (area: number) => Verdict | null;
  readonly marked: number;
}

export interface Stage {
  readonly view: () => View;
  /** Shows a view now, as fingers and wheel ask for. */
  readonly show: (view: View) => void;
  /** Flies to a view; jumps when the layout is new or `ms` is 0. */
  readonly go: (view: View, ms: number) => void;
  readonly draw: () => void;
  /** Draws only the line around the marked node: the picture below stays as it is. */
  readonly line: () => void;
  readonly stop: () => void;
}

interface Flight {
  readonly from: View;
  readonly to: View;
  readonly began: number;
  readonly ms: number;
}

/** After the last movement by hand, this long until the frame is painted sharply again. */
const SETTLE_MS = 120;

/** Holds the view of one map and asks for at most one frame at a time. */
export function stageOf(canvases: { readonly base: HTMLCanvasElement; readonly over: HTMLCanvasElement }, shown: () => Shown): Stage {
  const paint = painterOf(canvases.base);
  let view = WHOLE;
  let asked = 0;
  let flight: Flight | null = null;
  let placed: MapLayout | null = null;
  const ask = (): void => {
    if (asked === 0) asked = requestAnimationFrame(frame);
  };
  const settle = settler(ask);
  const frame = (now: number): void => {
    asked = 0;
    const { layout, ...rest } = shown();
    if (layout === null || rest.colours.length !== rest.tree.count || layout.x0.length !== rest.tree.count) return;
    if (flight !== null) {
      view = placeIn(flight, layout, now);
      if (view === flight.to) flight = null;
      else ask();
    }
    paint({ ...rest, layout, view, moving: flight !== null || settle.isOpen() });
    line();
  };
  const line = (): void => {
    const { layout, marked, palette } = shown();
    if (layout !== null) outline(canvases.over, { layout, view, marked, palette });
  };
  return {
    view: () => view,
    show: (next) => {
      flight = null;
      view = next;
      settle.restart();
      ask();
    },
    go: (next, ms) => {
      const { layout } = shown();
      const near = layout === placed && ms > 0;
      flight = near ? { from: view, to: next, began: performance.now(), ms } : null;
      if (!near) view = next;
      placed = layout;
      ask();
    },
    draw: ask,
    line,
    stop: () => {
      cancelAnimationFrame(asked);
      settle.stop();
    },
  };
}

/** How far the flight has come: fast at first, then slower; at its end exactly where it goes. */
function placeIn(flight: Flight, layout: MapLayout, now: number): View {
  const t = Math.min(1, Math.max(0, (now - flight.began) / flight.ms));
  return t === 1 ? flight.to : between(layout, flight, 1 - (1 - t) ** 3);
}

/** Calls back once, some time after it was last asked to. */
function settler(settled: () => void): { readonly restart: () => void; readonly isOpen: () => boolean; readonly stop: () => void } {
  let timer = 0;
  return {
    restart: () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        timer = 0;
        settled();
      }, SETTLE_MS);
    },
    isOpen: () => timer !== 0,
    stop: () => clearTimeout(timer),
  };
}
