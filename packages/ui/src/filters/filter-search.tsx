import { IconSearch } from '@tabler/icons-react';
import { useRef } from 'react';
import { useKeys } from '../keys/keys.js';
import { useWords } from '../language/language.js';
import classes from './filter-bar.module.css';

export interface FilterSearchProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Finds in the list of the page; `/` goes there, Escape empties it. */
export function FilterSearch({ label, value, onChange }: FilterSearchProps) {
  const words = useWords();
  const field = useRef<HTMLInputElement>(null);
  useKeys([{ key: '/', does: words.keySearch, run: () => field.current?.focus() }]);
  return (
    <search className={classes.search}>
      <IconSearch size={16} stroke={2} aria-hidden />
      <input
        ref={field}
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          onChange('');
          field.current?.blur();
        }}
      />
    </search>
  );
}
