import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useWorld } from '#web/data/world-context.ts';
import { keepDate } from './address.ts';
import type { Place } from './find-places.ts';
import { addressUnder } from './page-link.tsx';

/** The finder must be gone before the page is printed. */
const CLOSED_MS = 250;

/** Goes to a place, or does what it names. */
export function useGo(onDone: () => void): (place: Place) => void {
  const { base } = useWorld();
  const navigate = useNavigate();
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light') === 'dark';
  return (place) => {
    onDone();
    if (place.to === 'theme') setColorScheme(dark ? 'light' : 'dark');
    else if (place.to === 'print') setTimeout(() => globalThis.print(), CLOSED_MS);
    else
      void navigate({
        to: addressUnder(base, place.to),
        search: (before) => ({ ...keepDate(before), ...(place.in === undefined ? {} : { in: place.in }) }),
      });
  };
}
