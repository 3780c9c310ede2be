import { visible } from '#core/report/visible.ts';
import { listed } from '#core/terms/figures.ts';
import type { EvaluationRecord, OwnReport } from '#core/terms/evaluation-record.ts';
import { Notice } from '#web/parts/notice.tsx';
import { Sentence } from '#web/parts/sentence.tsx';
import css from './evaluation-page.module.css';
import { OWN_RECORD } from './own-record.ts';
import { sayRecord } from './say-record.ts';
import { SuiteList } from './suite-list.tsx';
import { useOwnReports } from './use-own-reports.ts';
import { SuiteSection } from './suite-section.tsx';

/** How often the product is right: what was measured, against what, where it fails; and how to measure it on one's own history. */
export function EvaluationPage() {
  const own = useOwnReports();
  if (OWN_RECORD === null && own.length === 0)
    return (
      <Notice
        title="How often is it right?"
        say="This build was made before anybody measured it, so there is nothing to show and nothing is claimed."
      >
        <OnYourOwn />
      </Notice>
    );
  return (
    <article className={css['page']}>
      {OWN_RECORD === null ? <h1 className={css['plain']}>How often is it right?</h1> : <Told record={OWN_RECORD} />}
      <OwnFindings own={own} />
      {OWN_RECORD === null ? null : <Provenance record={OWN_RECORD} />}
    </article>
  );
}

function Told({ record }: { readonly record: EvaluationRecord }) {
  return (
    <>
      <header className={css['top']}>
        <div>
          <p className={css['name']}>How often is it right?</p>
          <h1>
            <Sentence text={sayRecord(record)} />
          </h1>
          <p className={css['say']}>
            Everything was cut at the moment judged: nothing later, not even who turned out to be one person. Trivial answers stand beside
            ours, intervals are over whole projects, and what was fitted was not tested on. That areas lean on few people is an exposure,
            not a fault; no public data says which projects failed of it, so nothing here predicts that.
          </p>
        </div>
        <OnYourOwn />
      </header>
      <SuiteList reports={record.reports} />
      {record.reports.map((report) => (
        <SuiteSection key={report.suite} report={report} />
      ))}
      {record.unjudged.length === 0 ? null : <Unjudged record={record} />}
    </>
  );
}

/** The same questions asked of the repositories that this page shows. */
function OwnFindings({ own }: { readonly own: readonly OwnReport[] }) {
  if (own.length === 0) return null;
  return (
    <section className={css['mine']} aria-labelledby="on-your-own">
      <h2 id="on-your-own">On your own history</h2>
      <p className={css['finding']}>
        What <code>understudy evaluate</code> last found on the repositories shown here. One history is little: read the intervals.
      </p>
      {own.map(({ on, heads, report }) => (
        <SuiteSection
          key={report.suite}
          report={report}
          place="own"
          from={`Measured on ${on} at ${heads.map(({ repository, head }) => `${visible(repository)} ${head.slice(0, 9)}`).join(', ')}.`}
        />
      ))}
    </section>
  );
}

/** The one command that answers the same question for the reader's own history. */
function OnYourOwn() {
  return (
    <aside className={css['own']} aria-label="On your own history">
      <h2>On your own history</h2>
      <p>How often would it have been right here? One command, offline:</p>
      <pre>understudy evaluate --repo .</pre>
      <p>It goes back in this history, says what it would have said then, and compares that with what came. This page shows the result.</p>
    </aside>
  );
}

function Unjudged({ record }: { readonly record: EvaluationRecord }) {
  return (
    <section className={css['suite']}>
      <h2>Not judged</h2>
      <ul className={css['sentences']}>
        {record.unjudged.map(({ what, why, remedy }) => (
          <li key={what}>
            <strong>{visible(what)}</strong>: {visible(why)} {visible(remedy)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Provenance({ record }: { readonly record: EvaluationRecord }) {
  const { on, version, seed, earlier = [] } = record;
  return (
    <footer className={css['foot']}>
      <p>
        Measured on {on} with Understudy {version}, seed {seed}. Anybody can run it again: <code>understudy evaluate</code>.
      </p>
      <Sources title="Which histories and data, exactly" run={record} />
      {earlier.map((run) => (
        <div key={run.suites.join()}>
          <p>
            Not run again: {listed(run.suites)}, as measured on {run.on} with Understudy {run.version}, seed {run.seed}.
          </p>
          <Sources title="Their histories and data" run={run} />
        </div>
      ))}
    </footer>
  );
}

function Sources({ title, run: { heads, data } }: { readonly title: string; readonly run: Pick<EvaluationRecord, 'heads' | 'data'> }) {
  return (
    <details>
      <summary>{title}</summary>
      <ul>
        {heads.map(({ repository, head }) => (
          <li key={repository}>
            {visible(repository)} <code>{head.slice(0, 12)}</code>
          </li>
        ))}
        {data.map(({ name, sha256 }) => (
          <li key={name}>
            {visible(name)} <code>sha256 {sha256.slice(0, 16)}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}
