import { Problem } from '#web/parts/notice.tsx';
import { Page } from './page.tsx';

/** A page of the team that could not be asked for: what happened, and what helps. */
export function FailedPage({ problem }: { readonly problem: Error }) {
  return (
    <Page headline="This could not be shown." say="Nothing is lost; the other pages still stand.">
      <Problem problem={problem} />
    </Page>
  );
}
