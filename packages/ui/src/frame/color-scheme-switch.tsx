import { IconMoon, IconSun } from '@tabler/icons-react';
import { useWords } from '../language/language.js';
import { chooseColorScheme, useColorScheme } from '../theme/color-scheme.js';
import classes from './header.module.css';

/** Light or dark; the choice is remembered by the browser. */
export function ColorSchemeSwitch() {
  const words = useWords();
  const isDark = useColorScheme() === 'dark';
  const label = isDark ? words.lightScheme : words.darkScheme;
  return (
    <button
      type="button"
      className={classes.tool}
      aria-label={label}
      title={label}
      onClick={() => chooseColorScheme(isDark ? 'light' : 'dark')}
    >
      {isDark ? <IconSun size={19} stroke={1.8} /> : <IconMoon size={19} stroke={1.8} />}
    </button>
  );
}
