import { useMergedRef, useReducedMotion, useResizeObserver } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { findNode, type Point } from './find-node.ts';
import { handsOn } from './hands-on.ts';
import css from './map-canvas.module.css';
import { type Shown, type Stage, stageOf } from './stage.ts';
import { viewOf } from './view.ts';

export interface MapCanvasProps extends Shown {
  /** The node the screen is filled with. */
  readonly focus: number;
  /** What a screen reader hears in place of the picture. */
  readonly label: string;
  readonly zoomable: boolean;
  readonly onSize: (width: number, height: number) => void;
  readonly onHover?: (node: number, at: Point) => void;
  readonly onPick?: (node: number) => void;
}

const MOVE_MS = 200;

/** The map itself: a canvas of pixels, a canvas of lines above it, and hands for mouse, trackpad and touch. */
export function MapCanvas(props: MapCanvasProps) {
  const { box, base, over, sized, nodeAt } = useStage(props);
  return (
    <div ref={useMergedRef(box, sized)} className={css['map']} data-zoomable={props.zoomable} data-testid="map">
      <canvas ref={base} className={css['base']} role="img" aria-label={props.label} />
      {/* The outline beside the map is its twin for keyboard and screen reader: these hands repeat what it offers. */}
      <canvas
        ref={over}
        className={css['over']}
        data-pick={props.onPick !== undefined}
        aria-hidden="true"
        onPointerMove={(event) =>
          event.pointerType === 'mouse' && event.buttons === 0 && props.onHover?.(nodeAt(event), { x: event.clientX, y: event.clientY })
        }
        onPointerLeave={() => props.onHover?.(-1, { x: 0, y: 0 })}
        onClick={(event) => event.currentTarget.dataset['dragged'] !== 'true' && props.onPick?.(nodeAt(event))}
      />
    </div>
  );
}

/** Ties the stage to the page: draws when what is shown changes, flies when the focus does. */
function useStage(props: MapCanvasProps) {
  const base = useRef<HTMLCanvasElement>(null);
  const over = useRef<HTMLCanvasElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const stage = useRef<Stage | null>(null);
  const latest = useRef(props);
  const [sized, { width, height }] = useResizeObserver<HTMLDivElement>();
  const still = useReducedMotion();
  const { zoomable, onSize, layout, focus, tree, colours, palette, markOf, marked } = props;
  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => {
    const own = stageOf({ base: base.current!, over: over.current! }, () => latest.current);
    stage.current = own;
    const letGo = zoomable ? handsOn(box.current!, { layout: () => latest.current.layout, view: own.view, show: own.show }) : undefined;
    return () => {
      letGo?.();
      own.stop();
    };
  }, [zoomable]);
  useEffect(() => {
    if (width > 0 && height > 0) onSize(Math.round(width), Math.round(height));
  }, [width, height, onSize]);
  useEffect(() => stage.current?.draw(), [tree, colours, palette, markOf]);
  useEffect(() => stage.current?.line(), [marked]);
  useEffect(() => {
    if (layout !== null) stage.current?.go(viewOf(layout, focus), still ? 0 : MOVE_MS);
  }, [layout, focus, still]);
  const nodeAt = (event: React.MouseEvent): number => {
    const edge = event.currentTarget.getBoundingClientRect();
    const view = stage.current?.view();
    return layout === null || view === undefined
      ? 0
      : findNode({ tree, layout, view }, { x: event.clientX - edge.left, y: event.clientY - edge.top });
  };
  return { box, base, over, sized, nodeAt };
}
