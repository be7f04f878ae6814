import { useLanguage } from '../language/language.js';
import type { UiLanguage } from '../language/words.js';
import classes from './header.module.css';

const names: Readonly<Record<UiLanguage, string>> = { fr: 'Français', en: 'English' };

/** Both languages side by side, each in its own words. */
export function LanguageSwitch({ onChange }: { readonly onChange: (language: UiLanguage) => void }) {
  const { language, words } = useLanguage();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its legend and frame into the header
    <div className={classes.languages} role="group" aria-label={words.language}>
      {(['fr', 'en'] as const).map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          className={classes.language}
          aria-pressed={each === language}
          title={names[each]}
          onClick={() => onChange(each)}
        >
          <span aria-hidden>{each.toUpperCase()}</span>
          <span className="pv-visually-hidden">{names[each]}</span>
        </button>
      ))}
    </div>
  );
}
