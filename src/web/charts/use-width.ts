import { type RefCallback, useCallback, useState } from 'react';

/** How wide an element is, from its first drawing on: a chart that grew a moment later would jump before whoever reads it. */
export function useWidth(): { readonly ref: RefCallback<HTMLElement>; readonly width: number } {
  const [width, setWidth] = useState(0);
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const look = (): void => setWidth(element.getBoundingClientRect().width);
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}
