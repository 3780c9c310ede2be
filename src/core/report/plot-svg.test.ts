import { describe, expect, it } from 'vitest';
import type { Plot } from '#core/terms/plot.ts';
import { writePlotSvg } from './plot-svg.ts';

const PLOT: Plot = {
  key: 'reliability',
  title: 'Stated & <script>true</script>',
  says: 'On the line, as much came as was said.',
  x: { label: 'said', from: 0, to: 1, unit: 'share' },
  y: { label: 'came', from: 0, to: 1, unit: 'share' },
  diagonal: true,
  series: [
    { name: 'ours', kind: 'points', main: true, points: [{ x: 0.25, y: 0.5, low: 0.4, high: 0.6, note: '12 cases' }] },
    {
      name: 'other',
      kind: 'steps',
      main: false,
      points: [
        { x: 0, y: 0 },
        { x: 0.5, y: 1 },
      ],
    },
  ],
};

describe('a plot as a file', () => {
  const svg = writePlotSvg(PLOT);

  it('[report.11] stands alone and says every figure in words', () => {
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 680 \d+" role="img" aria-labelledby="t d">/);
    expect(svg).toContain(
      '<desc id="d">On the line, as much came as was said. came over said: ours (25 %: 50 %) and other (0 %: 0 %, 50 %: 100 %).</desc>',
    );
    expect(svg).toContain('prefers-color-scheme:dark');
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/<script|href|url\(|https?:/);
    expect(svg).toContain('Stated &amp; &lt;script&gt;true&lt;/script&gt;');
  });

  it('draws points with their intervals, steps across and then up, and what is ours last', () => {
    // 594 wide from 66, 360 high above 436.
    expect(svg).toContain('<circle class="main" cx="214.5" cy="256" r="4.5"><title>12 cases: said 25 %, came 50 %</title></circle>');
    expect(svg).toContain('<path class="main band" d="M214.5 292V220"/>');
    expect(svg).toContain('<path class="s0 line" d="M66 436H363V76"/>');
    expect(svg.indexOf('<circle class="main" cx="214.5"')).toBeGreaterThan(svg.indexOf('M66 436H363V76'));
  });
});
