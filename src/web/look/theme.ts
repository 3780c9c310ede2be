import type { CSSVariablesResolver } from '@mantine/core';
import { createTheme } from '@mantine/core';

/** Ten steps from wash to deep of the one accent; Mantine asks for a tuple. */
const TEAL = ['#eaf3f3', '#d5e6e6', '#aacfd0', '#7cb6b8', '#569fa2', '#388a8e', '#1d767b', '#0e5a62', '#0a474e', '#06343a'] as const;

export const THEME = createTheme({
  primaryColor: 'teal',
  colors: { teal: TEAL },
  primaryShade: { light: 7, dark: 3 },
  fontFamily: 'var(--font-text)',
  headings: { fontFamily: 'var(--font-text)', fontWeight: '600' },
  defaultRadius: 'sm',
  radius: { xs: '4px', sm: '6px', md: '10px', lg: '14px', xl: '20px' },
  focusRing: 'auto',
  autoContrast: true,
  cursorType: 'pointer',
  respectReducedMotion: true,
});

const SHARED = {
  '--mantine-color-body': 'var(--ground)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-3)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--sunken)',
  '--mantine-color-default-border': 'var(--line-2)',
  '--mantine-color-default-color': 'var(--ink)',
} as const;

/** Mantine's colours are ours: every component follows tokens.css in both themes. */
export const VARIABLES: CSSVariablesResolver = () => ({ variables: {}, light: { ...SHARED }, dark: { ...SHARED } });
