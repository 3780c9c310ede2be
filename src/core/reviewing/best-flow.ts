export interface FlowArc {
  readonly from: number;
  readonly to: number;
  readonly room: number;
  readonly worth: number;
}

/** A network in which whole units flow from source to sink and earn what their arcs are worth. */
export interface BestFlow {
  /** Adds an arc; tells afterwards whether anything flows through it. */
  readonly arc: (arc: FlowArc) => () => boolean;
  /** Lets flow whatever adds to the sum; answers the sum. */
  readonly fill: (nodes: number) => number;
}

/** Less than this is chance of rounding, not worth a detour. */
const NOTHING = 1e-9;

/** Each arc stands with its reverse (`arc ^ 1`), so that what flows can be taken back. The columns grow and are mutated. */
export function bestFlow({ source, sink }: { readonly source: number; readonly sink: number }): BestFlow {
  const [to, room, worth]: [number[], number[], number[]] = [[], [], []];
  const arcsOf: number[][] = [];
  const put = (from: number, arc: number): void => void (arcsOf[from] ??= []).push(arc);
  return {
    arc: (one) => {
      const arc = to.length;
      to.push(one.to, one.from);
      room.push(one.room, 0);
      worth.push(one.worth, -one.worth);
      put(one.from, arc);
      put(one.to, arc + 1);
      return () => room[arc + 1]! > 0;
    },
    fill: (nodes) => {
      let sum = 0;
      for (;;) {
        const path = bestPath({ to, room, worth, arcsOf }, { source, sink, nodes });
        if (path === undefined || path.worth <= NOTHING) return sum;
        for (const arc of path.arcs) {
          room[arc]!--;
          room[arc ^ 1]!++;
        }
        sum += path.worth;
      }
    },
  };
}

interface Network {
  readonly to: readonly number[];
  readonly room: readonly number[];
  readonly worth: readonly number[];
  readonly arcsOf: readonly (readonly number[] | undefined)[];
}

interface Ends {
  readonly source: number;
  readonly sink: number;
  readonly nodes: number;
}

/** The path of greatest worth with room on every arc, by Bellman and Ford with a queue; units that flow best leave no cycle that would earn. */
function bestPath(
  { to, room, worth, arcsOf }: Network,
  { source, sink, nodes }: Ends,
): { readonly arcs: readonly number[]; readonly worth: number } | undefined {
  const best = new Float64Array(nodes).fill(-Infinity);
  const by = new Int32Array(nodes).fill(-1);
  const waits = new Uint8Array(nodes);
  const queue = [source];
  best[source] = 0;
  for (let at = 0; at < queue.length; at++) {
    const node = queue[at]!;
    waits[node] = 0;
    for (const arc of arcsOf[node] ?? []) {
      const next = to[arc]!;
      if (room[arc]! <= 0 || best[node]! + worth[arc]! <= best[next]! + NOTHING) continue;
      best[next] = best[node]! + worth[arc]!;
      by[next] = arc;
      if (waits[next] === 0) queue.push(next);
      waits[next] = 1;
    }
  }
  if (best[sink] === -Infinity) return undefined;
  const arcs: number[] = [];
  for (let node = sink; node !== source; node = to[by[node]! ^ 1]!) arcs.push(by[node]!);
  return { arcs, worth: best[sink]! };
}
