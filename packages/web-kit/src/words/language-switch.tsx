import type { ReactNode } from 'react';
import { chooseLanguage, useLanguage } from './i18n.js';

/** Offers the other language, named in itself. */
export function LanguageSwitch(): ReactNode {
  const other = useLanguage() === 'fr' ? 'en' : 'fr';
  const label = other === 'en' ? 'Read in English' : 'Lire en français';
  return (
    <button
      type="button"
      className="parvis-language-switch"
      lang={other}
      title={label}
      aria-label={label}
      onClick={() => chooseLanguage(other)}
    >
      {other.toUpperCase()}
    </button>
  );
}
