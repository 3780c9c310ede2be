import { Notice } from '#web/parts/notice.tsx';

export function LostPlace() {
  return (
    <main>
      <Notice title="This address leads nowhere here." say="What it led to may have been renamed, forgotten, or never been here.">
        <a href="/">Go to the first page</a>
      </Notice>
    </main>
  );
}
