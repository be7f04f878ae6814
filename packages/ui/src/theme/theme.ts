import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

const petrol: MantineColorsTuple = [
  '#e4f0ef',
  '#c9e1e0',
  '#a5cbcb',
  '#7cccce',
  '#4f9ea2',
  '#2f8086',
  '#1d6a71',
  '#145d64',
  '#0f5259',
  '#0a3f45',
];

/** Filled in the accent, or in danger when the act destroys; the rest stays quiet. */
const pressable = (variant: string | undefined, color: unknown) => {
  const tone = color === 'red' ? 'danger' : 'accent';
  const solid = tone === 'danger' ? 'var(--pv-danger-solid)' : 'var(--pv-accent)';
  const hover = tone === 'danger' ? 'var(--pv-danger-hover)' : 'var(--pv-accent-hover)';
  switch (variant ?? 'filled') {
    case 'filled':
      return {
        background: solid,
        hover,
        ink: tone === 'danger' ? 'var(--pv-on-danger)' : 'var(--pv-on-accent)',
      };
    case 'default':
      return {
        background: 'var(--pv-surface)',
        hover: 'var(--pv-hover)',
        ink: tone === 'danger' ? 'var(--pv-danger-ink)' : 'var(--pv-ink)',
        border: '1px solid var(--pv-line-strong)',
      };
    case 'light':
      return {
        background: `var(--pv-${tone}-soft)`,
        hover: `var(--pv-${tone}-line)`,
        ink: `var(--pv-${tone}-ink)`,
      };
    default:
      return { background: 'transparent', hover: 'var(--pv-sunken)', ink: `var(--pv-${tone}-ink)` };
  }
};

export const theme = createTheme({
  fontFamily: 'var(--pv-font)',
  fontFamilyMonospace: 'var(--pv-font-code)',
  colors: { petrol },
  primaryColor: 'petrol',
  primaryShade: { light: 8, dark: 3 },
  defaultRadius: 6,
  cursorType: 'pointer',
  focusRing: 'never',
  respectReducedMotion: true,
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.625rem', lineHeight: '1.2' },
      h2: { fontSize: '1.1875rem', lineHeight: '1.3' },
      h3: { fontSize: '1rem', lineHeight: '1.35' },
    },
  },
  components: {
    // By its name alone: naming the component would bring it to pages that have none.
    ActionIcon: {
      defaultProps: { variant: 'subtle' },
      vars: (_theme: unknown, { variant, color }: { variant?: string; color?: string }) => {
        const { background, hover, ink, border } = pressable(variant, color);
        return {
          root: {
            '--ai-bg': background,
            '--ai-hover': hover,
            '--ai-color': ink,
            '--ai-bd': border ?? 'none',
          },
        };
      },
    },
  },
});

const mapped = {
  '--mantine-color-body': 'var(--pv-surface)',
  '--mantine-color-text': 'var(--pv-ink)',
  '--mantine-color-bright': 'var(--pv-ink)',
  '--mantine-color-dimmed': 'var(--pv-ink-faint)',
  '--mantine-color-anchor': 'var(--pv-accent-ink)',
  '--mantine-color-error': 'var(--pv-danger-ink)',
  '--mantine-color-placeholder': 'var(--pv-ink-faint)',
  '--mantine-color-default': 'var(--pv-surface)',
  '--mantine-color-default-hover': 'var(--pv-hover)',
  '--mantine-color-default-color': 'var(--pv-ink)',
  '--mantine-color-default-border': 'var(--pv-line-strong)',
  '--mantine-color-disabled': 'var(--pv-sunken)',
  '--mantine-color-disabled-color': 'var(--pv-ink-faint)',
  '--mantine-color-disabled-border': 'var(--pv-line)',
  '--mantine-primary-color-filled': 'var(--pv-accent)',
  '--mantine-primary-color-filled-hover': 'var(--pv-accent-hover)',
  '--mantine-primary-color-light': 'var(--pv-accent-soft)',
  '--mantine-primary-color-light-color': 'var(--pv-accent-ink)',
};

/** Mantine's own names point at our tokens, in both colour schemes. */
export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: mapped, dark: mapped });
