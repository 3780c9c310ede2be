import type { SignalPattern } from '#contract/operations/signals/folded-signals.ts';
import { Empty, Page } from '#web/plain/page.tsx';
import { PlotLegend, type SignalRow } from '#web/patterns/interval-plot.tsx';
import { SignalItem } from '#web/patterns/signal-item.tsx';
import css from './signals.module.css';

/** What the page would show, the smallest thing to connect, and an example from the invented company of `understudy demo`. */
export function NothingTold() {
  return (
    <Page
      headline="Nothing can be noticed yet: nothing beyond git is connected."
      say="Reviews that wait for one person, incidents that always end with the same one, planning that gives way: such patterns show once a tool that the team already has tells who reviewed, who was paged, who decided. Never what was said."
    >
      <Empty>
        The smallest thing: an export of pull requests, incidents or a calendar, with <code>understudy import FILE</code>. It stays on this
        machine. <code>understudy demo</code> shows all of it for a company that does not exist.
      </Empty>
      <section className={css['example']} aria-label="An example">
        <p>An example, from that company:</p>
        <PlotLegend />
        <ul>
          <SignalItem row={EXAMPLE} pattern={PATTERN} example />
        </ul>
      </section>
    </Page>
  );
}

const EXAMPLE: SignalRow = {
  id: 'example',
  kind: 'review-wait',
  signal: 'Reviews wait for one',
  about: 'fleet: depots/store/',
  area: null,
  team: null,
  state: 'open',
  since: null,
  was: null,
  n: 16,
  value: { value: 0.69, low: 0.44, high: 0.87, level: 0.95, n: 16 },
  measured: '69 % (44–87)',
  unit: 'share',
  threshold: 0.25,
  baseline: { value: 0.6, low: 0.48, high: 0.71, level: 0.95, n: 70 },
  usual: '60 % (48–71)',
  sentence:
    '11 of 16 changes waited more than a day while one person alone was able to review them, 74 hours a week together; before that: 42 of 70.',
  helps: 'Let a second person review beside the first until they are able to alone.',
  notes: [],
  limitsBefore: null,
  limitsChanged: null,
  limitsReason: null,
  limitsBy: null,
  because: 'example',
};

const PATTERN: SignalPattern = {
  kind: EXAMPLE.kind,
  name: EXAMPLE.signal,
  question: 'concentration',
  asks: 'Do changes queue because one person alone is able to review them?',
  helps: EXAMPLE.helps,
  speaks: 'above 25 %, from 8 cases on, over 90 days, as shipped',
  isOwn: false,
};
