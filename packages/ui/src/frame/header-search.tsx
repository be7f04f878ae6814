import { IconSearch } from '@tabler/icons-react';
import { type SubmitEvent, useRef, useState } from 'react';
import { useKeys } from '../keys/keys.js';
import { useWords } from '../language/language.js';
import classes from './header.module.css';

export interface HeaderSearchProps {
  /** What can be found: "Numéro de facture, SIRET, montant". */
  readonly label: string;
  readonly onSearch: (text: string) => void;
  readonly defaultValue?: string | undefined;
}

/** Search from anywhere; `/` goes there. */
export function HeaderSearch({ label, onSearch, defaultValue = '' }: HeaderSearchProps) {
  const words = useWords();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(defaultValue);
  useKeys([{ key: '/', does: words.keySearch, run: () => field.current?.focus() }]);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (text.trim()) onSearch(text.trim());
  };
  return (
    <search className={classes.search}>
      <form onSubmit={submit}>
        <IconSearch className={classes.searchIcon} size={17} stroke={2} aria-hidden />
        <input
          ref={field}
          type="search"
          className={classes.searchField}
          aria-label={label}
          placeholder={label}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <kbd className={classes.searchKey} aria-hidden>
          /
        </kbd>
      </form>
    </search>
  );
}
