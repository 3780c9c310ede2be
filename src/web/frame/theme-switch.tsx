import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { Icon } from '#web/look/icons.tsx';
import css from './frame.module.css';

export function ThemeSwitch() {
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light', { getInitialValueInEffect: false }) === 'dark';
  return (
    <button
      type="button"
      className={css['icon']}
      onClick={() => setColorScheme(dark ? 'light' : 'dark')}
      aria-label={dark ? 'Use the light theme' : 'Use the dark theme'}
    >
      <Icon name={dark ? 'sun' : 'moon'} />
    </button>
  );
}
