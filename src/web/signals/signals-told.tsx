import { signalsValueSchema, type SignalsRead } from '#contract/operations/signals/signals-value.ts';
import { wantedSignals } from '#contract/operations/signals/folded-signals.ts';
import type { ReplyOf } from '#contract/operations.ts';
import { visible } from '#core/report/visible.ts';
import type { SignalRow } from '#web/patterns/interval-plot.tsx';
import { SignalFilter } from '#web/patterns/signal-filter.tsx';
import { SignalGroups } from '#web/patterns/signal-groups.tsx';
import { WhatChanged } from '#web/patterns/what-changed.tsx';
import { Page, Part } from '#web/plain/page.tsx';
import { useAddress } from '#web/shell/address.ts';
import { asOfWords } from './as-of-words.ts';
import { DriftLine } from './drift-line.tsx';
import css from './signals.module.css';
import { SystemPart, VIEWS, type ViewName } from './systems-part.tsx';

type Answer = ReplyOf<'answer-signals'>;

/** What was noticed: of the whole, as far as it may be seen, and of the one who looks. One of both is there. */
export function SignalsTold({ all, own }: { readonly all: Answer | null; readonly own: Answer | null }) {
  const answers = [all, own].filter((answer) => answer !== null);
  const value = all === null ? null : signalsValueSchema.parse(all.value);
  const ownValue = own === null ? null : signalsValueSchema.parse(own.value);
  const changed = value ?? ownValue;
  return (
    <Page headline={headlineOf(all, own)} say={changed === null ? SAY : `${SAY} ${asOfWords(changed)}`}>
      {changed === null ? null : (
        <WhatChanged rows={everyRow(answers)} families={changed.families} since={changed.changedSince} looked={changed.takenAt} />
      )}
      {value?.drift === undefined || value.drift === null ? null : <DriftLine drift={value.drift} />}
      {own === null || ownValue === null || own.rows.length === 0 ? null : (
        <Part
          title="What concerns you"
          say="You look first: others see it after 72 hours, or once you let it go on My picture. It names nobody."
        >
          <SignalGroups rows={own.rows} families={ownValue.families} />
        </Part>
      )}
      {all === null || value === null ? null : <Views answer={all} value={value} own={own} />}
    </Page>
  );
}

const SAY =
  'About the system, never about anybody: each is raised only where the whole interval lies past its bound on enough cases. Open a figure to read why, and on which cases.';

/** What concerns oneself may stand among the others too: each once. */
function everyRow(answers: readonly Answer[]): readonly SignalRow[] {
  return [...new Map(answers.flatMap(({ rows }) => rows).map((row) => [row.id, row])).values()];
}

function headlineOf(all: Answer | null, own: Answer | null): string {
  const answer = all ?? own;
  if (answer === null) return 'Signals';
  const [first] = answer.reading.split('. ');
  return visible(first!.endsWith('.') ? first! : `${first}.`);
}

function Views({ answer, value, own }: { readonly answer: Answer; readonly value: SignalsRead; readonly own: Answer | null }) {
  const [{ kind, state, find }, change] = useAddress();
  const { systems, families } = value;
  const view = systems !== null && kind !== undefined && Object.hasOwn(VIEWS, kind) ? (kind as ViewName) : null;
  const mine = new Set(own?.rows.map(({ id }) => id));
  const all = answer.rows.filter(({ id }) => !mine.has(id));
  const speaking = (question: ViewName): readonly SignalRow[] => wantedSignals(all, families, { question });
  const rows = view === null ? all : speaking(view);
  const shown = wantedSignals(rows, families, { state, find });
  return (
    <div>
      {systems === null ? null : (
        <nav className={css['views']} aria-label="Views">
          <button type="button" aria-current={view === null} onClick={() => change({ kind: undefined, why: undefined })}>
            Signals <small>{all.length}</small>
          </button>
          {(Object.keys(VIEWS) as ViewName[]).map((name) => (
            <button key={name} type="button" aria-current={view === name} onClick={() => change({ kind: name, why: undefined })}>
              {VIEWS[name]} <small>{speaking(name).length}</small>
            </button>
          ))}
        </nav>
      )}
      {view !== null && systems !== null ? <SystemPart view={view} systems={systems} families={families} /> : <Held answer={answer} />}
      <section aria-label={view === null ? 'What is worth a look' : 'Signals that speak to it'}>
        <h2 className={css['title']}>{view === null ? 'What is worth a look' : 'Signals that speak to it'}</h2>
        {rows.length === 0 ? (
          <p className={css['quiet']}>{view === null ? 'Nothing else is raised.' : 'None is raised.'}</p>
        ) : (
          <>
            <SignalFilter rows={rows} shown={shown.length} />
            {shown.length === 0 ? <NoneOfThese /> : <SignalGroups rows={shown} families={families} open={find !== undefined} />}
          </>
        )}
      </section>
      {view === null ? <NotJudged answer={answer} /> : null}
    </div>
  );
}

function Held({ answer: { leftOut } }: { readonly answer: Answer }) {
  return leftOut.map(({ count, what, why }) => (
    <p key={what} className={css['held']}>
      {count} {count === 1 ? 'signal concerns somebody' : what}. {visible(why)}
    </p>
  ));
}

function NoneOfThese() {
  const [, change] = useAddress();
  return (
    <p className={css['quiet']}>
      None of these.{' '}
      <button type="button" className={css['link']} onClick={() => change({ state: undefined, find: undefined })}>
        Show all
      </button>
    </p>
  );
}

/** Hatched, never green: what nothing that is connected tells of, and what would. */
function NotJudged({ answer: { notJudged } }: { readonly answer: Answer }) {
  if (notJudged.length === 0) return null;
  const byRemedy = [...Map.groupBy(notJudged, ({ remedy }) => remedy)];
  return (
    <section className={css['notJudged']} aria-label="Not judged">
      <h2>Not judged</h2>
      <ul className={css['hatched']}>
        {byRemedy.map(([remedy, of]) => (
          <li key={remedy}>
            <span>not judged</span> {visible(of.map(({ what }) => what).join(', '))}. {visible(remedy)}
          </li>
        ))}
      </ul>
    </section>
  );
}
