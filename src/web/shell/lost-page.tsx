import { Notice } from '#web/parts/notice.tsx';
import { PageLink } from './page-link.tsx';

export function LostPage() {
  return (
    <Notice title="This address leads nowhere here." say="The link may come from another repository, or an area was renamed since.">
      <PageLink to="/">Go to the first page</PageLink>
    </Notice>
  );
}
