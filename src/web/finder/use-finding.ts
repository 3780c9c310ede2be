import { useHotkeys } from '@mantine/hooks';
import { useCallback, useState } from 'react';

/** Whether the palette is open; `/` and mod+K open it from anywhere. */
export function useFinding(): { readonly opened: boolean; readonly open: () => void; readonly onClose: () => void } {
  const [opened, set] = useState(false);
  const open = useCallback(() => set(true), []);
  const onClose = useCallback(() => set(false), []);
  useHotkeys([
    ['mod+K', open],
    ['/', open],
  ]);
  return { opened, open, onClose };
}
