import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { useWords } from '../language/language.js';
import classes from './header.module.css';

/** Light or dark; the choice is remembered by the browser. */
export function ColorSchemeSwitch() {
  const words = useWords();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const label = scheme === 'dark' ? words.lightScheme : words.darkScheme;
  return (
    <button
      type="button"
      className={classes.tool}
      aria-label={label}
      title={label}
      onClick={() => setColorScheme(scheme === 'dark' ? 'light' : 'dark')}
    >
      {scheme === 'dark' ? <IconSun size={19} stroke={1.8} /> : <IconMoon size={19} stroke={1.8} />}
    </button>
  );
}
