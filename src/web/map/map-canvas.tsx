import { useMergedRef, useReducedMotion, useResizeObserver } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import type { Palette } from '#web/look/inks.ts';
import { findNode } from './find-node.ts';
import { handsOn } from './hands.ts';
import type { MapLayout, MapTree } from './map-tree.ts';
import css from './map-canvas.module.css';
import { outline } from './outline.ts';
import { painterOf } from './painter.ts';
import type { View } from './view.ts';
import { between, viewOf, WHOLE } from './view.ts';

export interface MapCanvasProps {
  readonly tree: MapTree;
  readonly layout: MapLayout | null;
  readonly colours: Uint32Array;
  readonly palette: Palette;
  readonly markOf: (area: number) => string;
  /** The node the screen is filled with. */
  readonly focus: number;
  /** A node to draw a line around: what the pointer or the outline is on. */
  readonly marked: number;
  /** What a screen reader hears in place of the picture. */
  readonly label: string;
  readonly zoomable: boolean;
  readonly onSize: (width: number, height: number) => void;
  readonly onHover: (node: number, at: { readonly x: number; readonly y: number }) => void;
  readonly onPick: (node: number) => void;
}

const MOVE_MS = 200;

/** The map itself: a canvas of pixels, a canvas of lines above it, and hands for mouse, trackpad and touch. */
export function MapCanvas(props: MapCanvasProps) {
  const base = useRef<HTMLCanvasElement>(null);
  const over = useRef<HTMLCanvasElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [sized, rect] = useResizeObserver<HTMLDivElement>();
  const still = useReducedMotion();
  const stage = useRef<Stage | null>(null);
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    stage.current = stageOf(base.current!, over.current!, () => latest.current);
    const letGo = props.zoomable
      ? handsOn(box.current!, {
          layout: () => latest.current.layout,
          view: () => stage.current!.view(),
          show: (view) => stage.current!.show(view),
        })
      : () => {};
    return () => {
      letGo();
      stage.current?.stop();
    };
  }, [props.zoomable]);
  useEffect(() => {
    if (rect.width > 0 && rect.height > 0) props.onSize(Math.round(rect.width), Math.round(rect.height));
  }, [rect.width, rect.height, props.onSize]);
  useEffect(() => {
    stage.current?.draw();
  }, [props.tree, props.colours, props.palette, props.markOf]);
  useEffect(() => {
    stage.current?.line();
  }, [props.marked]);
  useEffect(() => {
    if (props.layout !== null) stage.current?.go(viewOf(props.layout, props.focus), still === true ? 0 : MOVE_MS);
  }, [props.layout, props.focus, still]);

  const nodeOf = (event: React.PointerEvent | React.MouseEvent): number => {
    const { tree, layout } = latest.current;
    const edge = event.currentTarget.getBoundingClientRect();
    return layout === null
      ? 0
      : findNode(tree, layout, stage.current!.view(), { x: event.clientX - edge.left, y: event.clientY - edge.top });
  };
  return (
    // The outline beside the map is its keyboard and screen reader twin; the pointer handlers here repeat what it offers.
    <div ref={useMergedRef(box, sized)} className={css['map']} data-zoomable={props.zoomable} data-testid="map">
      <canvas ref={base} className={css['base']} role="img" aria-label={props.label} />
      <canvas
        ref={over}
        className={css['over']}
        aria-hidden="true"
        onPointerMove={(event) => {
          if (event.pointerType === 'mouse') props.onHover(nodeOf(event), { x: event.clientX, y: event.clientY });
        }}
        onPointerLeave={() => props.onHover(-1, { x: 0, y: 0 })}
        onClick={(event) => {
          if (event.currentTarget.dataset['dragged'] !== 'true') props.onPick(nodeOf(event));
        }}
      />
    </div>
  );
}

interface Stage {
  readonly view: () => View;
  readonly show: (view: View) => void;
  readonly go: (view: View, ms: number) => void;
  readonly draw: () => void;
  readonly line: () => void;
  readonly stop: () => void;
}

/** Holds the view and asks for at most one frame at a time. */
function stageOf(base: HTMLCanvasElement, over: HTMLCanvasElement, props: () => MapCanvasProps): Stage {
  const paint = painterOf(base);
  let view = WHOLE;
  let asked = 0;
  let flight: { readonly from: View; readonly to: View; readonly began: number; readonly ms: number } | null = null;
  let placed: MapLayout | null = null;
  const ask = (): void => {
    if (asked === 0) asked = requestAnimationFrame(frame);
  };
  const frame = (now: number): void => {
    asked = 0;
    const { tree, layout, colours, palette, markOf, marked } = props();
    if (layout === null || colours.length !== tree.count || layout.x0.length !== tree.count) return;
    if (flight !== null) {
      const t = Math.min(1, (now - flight.began) / flight.ms);
      view = t === 1 ? flight.to : between(layout, flight.from, flight.to, 1 - (1 - t) ** 3);
      if (t === 1) flight = null;
      else ask();
    }
    paint({ tree, layout, view, colours, palette, markOf, labels: true });
    outline(over, { layout, view, marked, palette });
  };
  return {
    view: () => view,
    show: (next) => {
      flight = null;
      view = next;
      ask();
    },
    go: (next, ms) => {
      const layout = props().layout;
      // A new layout has other coordinates: there is nothing to fly between.
      if (layout !== placed || ms === 0) {
        placed = layout;
        flight = null;
        view = next;
      } else flight = { from: view, to: next, began: performance.now(), ms };
      ask();
    },
    draw: ask,
    line: ask,
    stop: () => cancelAnimationFrame(asked),
  };
}
