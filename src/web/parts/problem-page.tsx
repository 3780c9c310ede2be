import { Notice, Problem } from './notice.tsx';
import { PageLink } from '#web/shell/page-link.tsx';

/** A page that could not be worked out: what happened, what helps, and the way back. */
export function ProblemPage({ problem }: { readonly problem: Error }) {
  return (
    <Notice title="This could not be answered." say="Nothing is lost; the other pages still stand.">
      <Problem problem={problem} />
      <PageLink to="/">Go to the first page</PageLink>
    </Notice>
  );
}
