import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { keepDate } from '#web/shell/address.ts';
import { addressUnder } from '#web/shell/address-under.ts';
import type { Place } from './place.ts';

/** The finder must be gone before the page is printed. */
const CLOSED_MS = 250;

/** Goes to a place below `base`, or does what it names. */
export function useGo(base: string, onDone: () => void): (place: Place) => void {
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
