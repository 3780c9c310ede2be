import { amountOf, listed, percentOf } from '#core/terms/figures.ts';
import type { Plot, PlotAxis, PlotPoint, PlotSeries } from '#core/terms/plot.ts';
import { visible } from './visible.ts';

const WIDTH = 680;
const LINE = 20;
const LEFT = 66;
const RIGHT = 20;
const BELOW = 52;
const HEIGHT = 360;

/** A plot as one file: title and description for screen readers, light and dark by the reader's setting, no script, nothing loaded. */
export function writePlotSvg(plot: Plot): string {
  const frame = frameOf(plot);
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${frame.height}" role="img" aria-labelledby="t d">`,
    `<title id="t">${text(plot.title)}</title>`,
    `<desc id="d">${text(describe(plot))}</desc>`,
    `<style>${STYLE}</style>`,
    `<rect class="ground" width="${WIDTH}" height="${frame.height}"/>`,
    ...legend(plot),
    ...axes(plot, frame),
    ...(plot.diagonal ? [diagonal(plot, frame)] : []),
    ...plot.series.toSorted((a, b) => Number(a.main) - Number(b.main)).map((series) => draw(series, plot, frame)),
  ];
  return `${parts.join('\n')}\n</svg>\n`;
}

/** Colours with a contrast above 4.5 on either ground; dash and shape tell series apart without colour. */
const STYLE = [
  'text{font:13px system-ui,sans-serif;fill:#333}.title{font-weight:600}.ground{fill:#fff}.grid{stroke:#e2e2e2}.axis{stroke:#777}.even{stroke:#999;stroke-dasharray:2 4}',
  '.main{stroke:#0b5563;fill:#0b5563}.s0{stroke:#8a5300;fill:#8a5300}.s1{stroke:#5f6368;fill:#5f6368}.s2{stroke:#7a3e78;fill:#7a3e78}.s3{stroke:#3d6b2f;fill:#3d6b2f}',
  '.line{fill:none;stroke-width:2}.s0.line{stroke-dasharray:7 3}.s1.line{stroke-dasharray:2 3}.s2.line{stroke-dasharray:9 3 2 3}.s3.line{stroke-dasharray:4 2}.band{stroke-width:1.5;opacity:.55}',
  '@media(prefers-color-scheme:dark){text{fill:#ddd}.ground{fill:#16181a}.grid{stroke:#33373b}.axis{stroke:#999}.main{stroke:#7fd0da;fill:#7fd0da}.s0{stroke:#f0b45c;fill:#f0b45c}.s1{stroke:#b0b5ba;fill:#b0b5ba}.s2{stroke:#d9a3d6;fill:#d9a3d6}.s3{stroke:#a3d192;fill:#a3d192}.line{fill:none}}',
].join('');

interface Frame {
  readonly top: number;
  readonly height: number;
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

function frameOf(plot: Plot): Frame {
  const top = 16 + LINE * (1 + plot.series.length);
  const along = ({ from, to }: PlotAxis, value: number): number => (to === from ? 0 : (value - from) / (to - from));
  return {
    top,
    height: top + HEIGHT + BELOW,
    x: (value) => round(LEFT + along(plot.x, value) * (WIDTH - LEFT - RIGHT)),
    y: (value) => round(top + HEIGHT - along(plot.y, value) * HEIGHT),
  };
}

function describe({ says, x, y, series }: Plot): string {
  const points = series.map(({ name, points: own }) => `${name} (${own.map((p) => `${tick(x, p.x)}: ${tick(y, p.y)}`).join(', ')})`);
  return `${says} ${y.label} over ${x.label}: ${listed(points)}.`;
}

function legend({ title, series }: Plot): readonly string[] {
  const words = (line: number, what: string, weight = ''): string =>
    `<text x="${line === 0 ? 16 : 44}" y="${16 + LINE * line + 8}"${weight}>${text(what)}</text>`;
  return [
    words(0, title, ' class="title"'),
    ...series.flatMap((one, i) => [mark(one, classOf(series, one), { x: 29, y: 16 + LINE * (i + 1) + 4 }), words(i + 1, one.name)]),
  ];
}

function classOf(all: readonly PlotSeries[], one: PlotSeries): string {
  if (one.main) return 'main';
  return `s${all.filter(({ main }) => !main).indexOf(one) % 4}`;
}

function mark(series: PlotSeries, name: string, { x, y }: { readonly x: number; readonly y: number }): string {
  if (series.kind !== 'points') return `<path class="${name} line" d="M${x - 12} ${y}h24"/>`;
  return dot(name, { x, y }, series.name);
}

function dot(name: string, { x, y }: { readonly x: number; readonly y: number }, note: string): string {
  const title = `<title>${text(note)}</title>`;
  if (name === 'main') return `<circle class="${name}" cx="${x}" cy="${y}" r="4.5">${title}</circle>`;
  return `<rect class="${name}" x="${round(x - 3.5)}" y="${round(y - 3.5)}" width="7" height="7">${title}</rect>`;
}

function axes({ x, y }: Plot, frame: Frame): readonly string[] {
  const [right, bottom] = [WIDTH - RIGHT, frame.top + HEIGHT];
  const across = ticks(y).map(
    (at) =>
      `<path class="grid" d="M${LEFT} ${frame.y(at)}H${right}"/><text x="${LEFT - 8}" y="${frame.y(at) + 4}" text-anchor="end">${tick(y, at)}</text>`,
  );
  const down = ticks(x).map((at) => `<text x="${frame.x(at)}" y="${bottom + 18}" text-anchor="middle">${tick(x, at)}</text>`);
  return [
    ...across,
    ...down,
    `<path class="axis" fill="none" d="M${LEFT} ${frame.top}V${bottom}H${right}"/>`,
    `<text x="${(LEFT + right) / 2}" y="${bottom + 40}" text-anchor="middle">${text(x.label)}</text>`,
    `<text transform="translate(16 ${frame.top + HEIGHT / 2}) rotate(-90)" text-anchor="middle">${text(y.label)}</text>`,
  ];
}

function diagonal({ x, y }: Plot, frame: Frame): string {
  const [from, to] = [Math.max(x.from, y.from), Math.min(x.to, y.to)];
  return `<path class="even" d="M${frame.x(from)} ${frame.y(from)}L${frame.x(to)} ${frame.y(to)}"/>`;
}

function draw(series: PlotSeries, plot: Plot, frame: Frame): string {
  const name = classOf(plot.series, series);
  const bands = series.points.map((point) => band(point, name, frame)).join('');
  if (series.kind === 'points') return bands + series.points.map((p) => dot(name, at(p, frame), noteOf(p, plot))).join('');
  const path = series.points.map((point, i) => step(series, i, at(point, frame))).join('');
  return `${bands}<path class="${name} line" d="${path}"/>`;
}

function step({ kind }: PlotSeries, i: number, { x, y }: { readonly x: number; readonly y: number }): string {
  if (i === 0) return `M${x} ${y}`;
  return kind === 'steps' ? `H${x}V${y}` : `L${x} ${y}`;
}

function band({ x, low, high }: PlotPoint, name: string, frame: Frame): string {
  if (low === undefined || high === undefined || low === high) return '';
  return `<path class="${name} band" d="M${frame.x(x)} ${frame.y(low)}V${frame.y(high)}"/>`;
}

function at({ x, y }: PlotPoint, frame: Frame): { readonly x: number; readonly y: number } {
  return { x: frame.x(x), y: frame.y(y) };
}

function noteOf({ x, y, note }: PlotPoint, plot: Plot): string {
  return `${note === undefined ? '' : `${note}: `}${plot.x.label} ${tick(plot.x, x)}, ${plot.y.label} ${tick(plot.y, y)}`;
}

/** Round values, at most seven of them. */
function ticks({ from, to }: PlotAxis): readonly number[] {
  const span = to - from;
  if (!(span > 0)) return [from];
  const rough = span / 6;
  const ten = 10 ** Math.floor(Math.log10(rough));
  const apart = [1, 2, 5, 10].map((k) => k * ten).find((k) => k >= rough)!;
  const first = Math.ceil(from / apart - 1e-9);
  return Array.from({ length: Math.floor(to / apart + 1e-9) - first + 1 }, (_, k) => Number(((first + k) * apart).toPrecision(12)));
}

function tick({ unit }: PlotAxis, value: number): string {
  if (unit === 'share') return value === 0 ? '0 %' : percentOf(value);
  return value < 0 ? `−${amountOf(-value)}` : amountOf(value);
}

function round(x: number): number {
  return Number(x.toFixed(1));
}

function text(words: string): string {
  return visible(words).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
