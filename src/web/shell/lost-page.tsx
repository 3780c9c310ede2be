import { Link } from '@tanstack/react-router';
import { Notice } from '#web/parts/notice.tsx';

export function LostPage() {
  return (
    <Notice title="This address leads nowhere here." say="The link may come from another repository, or an area was renamed since.">
      <Link to="/">Go to the first page</Link>
    </Notice>
  );
}
