import type { DatabasePlace } from '#store/database/database.ts';
import type { Load } from './generate-load.ts';
import type { LiveHeap } from './live-heap.ts';
import { type EngineName, table } from './reliability-page.ts';
import { megabytes, rowsIn, slopeWithin, type Weight, weigh } from './server-weight.ts';
import { brokenBy, unansweredOf } from './unanswered.ts';

/** Between two looks at the server, seconds. */
const LOOK_EVERY = 5;
/** Between two looks at what is left after a full collection, which holds the server up for a moment, seconds. */
const COLLECT_EVERY = 60;
/** Bytes a minute that are taken for none: half a gigabyte in a week. */
const NO_GROWTH = 5e4;
/** Answers that are kept may take 64 MiB; a quarter more for buffers that are under way. */
const MOST_BUFFERS = 80 * 2 ** 20;
/** Rows that are there to be added: who looked at what. */
const GROWS_ON_PURPOSE = new Set(['access_record', 'access_subject']);

export interface SoakOrder {
  /** Asks for as long as the soak takes. */
  readonly asked: () => Promise<Load>;
  readonly pid: number;
  readonly heap: LiveHeap;
  readonly place: DatabasePlace;
}

export interface Soaked {
  readonly load: Load;
  readonly weights: readonly Weight[];
  /** Objects and buffers after full collections. */
  readonly objects: readonly Weight[];
  readonly buffers: readonly Weight[];
  /** Tables by the rows that they have more than before. */
  readonly grown: readonly (readonly [string, number])[];
  /** Limits that were passed. */
  readonly broken: readonly string[];
}

/** Looks at a server again and again while it is asked: memory, what is left of it after full collections, open files; rows before and after. */
export async function soak({ asked, pid, heap, place }: SoakOrder): Promise<Soaked> {
  const rows = await rowsIn(place);
  const began = Date.now();
  const minutes = (): number => (Date.now() - began) / 60_000;
  const weights: Weight[] = [weigh(pid, 0)];
  const [objects, buffers]: [Weight[], Weight[]] = [[], []];
  const lookAtLive = async (): Promise<void> => {
    const [weight, held] = [weigh(pid, minutes()), await heap.held()];
    objects.push({ ...weight, memory: held.objects });
    buffers.push({ ...weight, memory: held.buffers });
  };
  await lookAtLive();
  const looking = setInterval(() => weights.push(weigh(pid, minutes())), LOOK_EVERY * 1000);
  const collecting = setInterval(() => void lookAtLive(), COLLECT_EVERY * 1000);
  const load = await asked().finally(() => {
    clearInterval(looking);
    clearInterval(collecting);
  });
  await lookAtLive();
  const grown = [...(await rowsIn(place))].flatMap(([name, count]) =>
    count === rows.get(name) ? [] : [[name, count - rows.get(name)!] as const],
  );
  const broken = [...brokenBy(load), ...heldTooMuch(objects, buffers), ...addedRows(grown)];
  return { load, weights, objects, buffers, grown, broken };
}

function heldTooMuch(objects: readonly Weight[], buffers: readonly Weight[]): readonly string[] {
  const { low } = slopeWithin(lateOf(objects));
  const most = Math.max(...buffers.map(({ memory }) => memory));
  return [
    ...(low > NO_GROWTH ? [`the objects that the server holds grow by more than ${perMinute(low)}`] : []),
    ...(most > MOST_BUFFERS ? [`the buffers that the server holds grew to ${megabytes(most)}`] : []),
  ];
}

function addedRows(grown: Soaked['grown']): readonly string[] {
  return grown.filter(([name]) => !GROWS_ON_PURPOSE.has(name)).map(([name, count]) => `${name} grew by ${count} rows`);
}

export function soakTable(
  { load: { asked, statuses, p50, p95, p99 }, weights, objects, buffers, grown }: Soaked,
  { engine, minutes }: { readonly engine: EngineName; readonly minutes: number },
): string {
  const [first, last] = [weights[0]!, weights.at(-1)!];
  const through = (of: readonly Weight[]): string => [of[0]!, lateOf(of)[0]!, of.at(-1)!].map(({ memory }) => megabytes(memory)).join(', ');
  const { slope, low, high } = slopeWithin(lateOf(objects));
  return table(
    ['what', 'figure', 'limit'],
    [
      ['database', engine, ''],
      ['requests', `${asked.toLocaleString('en')} in ${minutes} min`, ''],
      ['p50, p95, p99', [p50, p95, p99].map((value) => `${value.toFixed(1)} ms`).join(', '), ''],
      ['not answered', unansweredOf(statuses), '0'],
      ['objects held after a full collection at the beginning, in the middle, at the end', through(objects), ''],
      [
        'their slope in the second half, least squares, 95 % interval',
        `${perMinute(slope)} (${perMinute(low)} to ${perMinute(high)})`,
        `not surely above ${perMinute(NO_GROWTH)}`,
      ],
      ['buffers held then, answers that are kept among them', through(buffers), megabytes(MOST_BUFFERS)],
      ['resident memory at the beginning, in the middle, at the end', through(weights), ''],
      ['its slope in the second half', perMinute(slopeWithin(lateOf(weights)).slope), ''],
      ['open files and sockets at the beginning, at the end', `${first.handles}, ${last.handles}`, ''],
      ['rows added', grown.map(([name, count]) => `${name} ${count}`).join(', ') || 'none', 'only who looked at what'],
    ],
  );
}

/** What is kept of answers fills up first; growth is what comes after. */
function lateOf(weights: readonly Weight[]): readonly Weight[] {
  return weights.slice(Math.floor(weights.length / 2));
}

function perMinute(bytes: number): string {
  return `${(bytes / 1e6).toFixed(2)} MB a minute`;
}
