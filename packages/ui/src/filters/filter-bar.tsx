import type { ReactNode } from 'react';
import type { Tone } from '../display/tone.js';
import { useLanguage } from '../language/language.js';
import { classNames } from '../theme/class-names.js';
import classes from './filter-bar.module.css';
import { FilterSearch } from './filter-search.js';

export interface FilterChoice {
  readonly key: string;
  readonly label: string;
  readonly count?: number | undefined;
  /** Draws the eye to a group that waits: late ones. */
  readonly tone?: Tone | undefined;
}

export interface FilterBarProps {
  /** What the choices narrow: "Factures à montrer". */
  readonly label: string;
  readonly choices: readonly FilterChoice[];
  readonly current: string;
  readonly onChange: (key: string) => void;
  readonly search?:
    | { readonly label: string; readonly value: string; readonly onChange: (value: string) => void }
    | undefined;
  /** Further fields: a select of services, dates. */
  readonly children?: ReactNode;
}

/** Narrows a list: groups with their counts, a search field (`/`), further fields. The page keeps it in its address. */
export function FilterBar({ label, choices, current, onChange, search, children }: FilterBarProps) {
  const { locale } = useLanguage();
  return (
    <div className={classNames(classes.bar, 'pv-no-print')}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row in every browser */}
      <div role="group" aria-label={label} className={classes.choices}>
        {choices.map(({ key, label: word, count, tone }) => (
          <button
            key={key}
            type="button"
            className={classes.choice}
            aria-pressed={key === current}
            data-tone={count ? tone : undefined}
            onClick={() => onChange(key)}
          >
            {word}
            {count !== undefined && <span className={classes.count}>{count.toLocaleString(locale)}</span>}
          </button>
        ))}
      </div>
      {(search || children) && (
        <div className={classes.fields}>
          {children}
          {search && <FilterSearch {...search} />}
        </div>
      )}
    </div>
  );
}
