import { type KeyboardEvent, useId, useState } from 'react';
import { useWords } from '../language/language.js';
import classes from './combobox-field.module.css';
import { controlProps, FieldFrame } from './field.js';
import fieldClasses from './field.module.css';
import type { FieldProps } from './field-props.js';

export interface OfferedChoice {
  readonly value: string;
  /** What it is called there: "60625 Fournitures médicales". */
  readonly label: string;
}

export interface ComboboxFieldProps extends FieldProps {
  /** What is known to fit. Anything else may be typed all the same. */
  readonly choices: readonly OfferedChoice[];
  readonly placeholder?: string | undefined;
}

const MOST_SHOWN = 40;

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase();

/** One of what is offered, found by typing a few letters of it, or something else. */
export function ComboboxField(props: ComboboxFieldProps) {
  const {
    id,
    label,
    hint,
    optional,
    error,
    choices,
    value,
    onChange,
    disabled = false,
    placeholder,
    name,
  } = props;
  const words = useWords();
  const listId = useId();
  const { matching, isOpen, at, setAt, open, close } = useOffer(choices, value);
  const field = { id, hint, error, optional };
  const known = choices.find((choice) => choice.value === value);
  const take = (choice: OfferedChoice | undefined): void => {
    if (choice) onChange(choice.value);
    close();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (isOpen) setAt((at < 0 && step < 0 ? 0 : at) + step);
      else open();
    } else if (!isOpen) {
      return;
    } else if (event.key === 'Enter' && at >= 0) {
      event.preventDefault();
      take(matching[at]);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      close();
    }
  };
  return (
    <FieldFrame {...field} label={label}>
      <div className={classes.place}>
        <input
          {...controlProps(field)}
          name={name}
          type="text"
          role="combobox"
          autoComplete="off"
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={listId}
          aria-activedescendant={isOpen && at >= 0 ? `${listId}-${at}` : undefined}
          disabled={disabled}
          placeholder={placeholder}
          value={value}
          onChange={(event) => {
            onChange(event.currentTarget.value);
            open({ narrowed: true });
          }}
          onClick={() => open()}
          onBlur={close}
          onKeyDown={onKeyDown}
        />
        <div id={listId} role="listbox" aria-label={words.choose} hidden={!isOpen} className={classes.list}>
          {matching.map((choice, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which says what is active
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys
            <div
              key={choice.value}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === at}
              className={classes.choice}
              // Before the field loses the focus, which closes the list.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(choice)}
            >
              {choice.label}
            </div>
          ))}
        </div>
      </div>
      {known && known.label !== value && <p className={classes.known}>{known.label}</p>}
      <span role="status" className="pv-visually-hidden">
        {isOpen ? words.choicesOffered(matching.length) : ''}
      </span>
      {choices.length > 0 && value !== '' && !known && !isOpen && !error && (
        <p className={`${fieldClasses.hint} ${classes.known}`}>{words.notAmongChoices}</p>
      )}
    </FieldFrame>
  );
}

/** Which choices fit what is typed, and which of them the arrows have reached; -1 is none. */
const useOffer = (choices: readonly OfferedChoice[], value: string) => {
  const [isOpen, setOpen] = useState(false);
  const [isNarrowed, setNarrowed] = useState(false);
  const [at, setAt] = useState(-1);
  const typed = plain(value.trim());
  // Whoever opens the list over a choice made wants to see the others.
  const showsAll = !isNarrowed && choices.some((choice) => choice.value === value);
  const fits = ({ value: code, label }: OfferedChoice): boolean =>
    showsAll || plain(`${code} ${label}`).includes(typed);
  // Who types 401 wants the accounts that begin so before those that mention it.
  const begins = ({ value: code, label }: OfferedChoice): boolean =>
    plain(code).startsWith(typed) || plain(label).startsWith(typed);
  const fitting = isOpen ? choices.filter(fits) : [];
  const ranked = showsAll
    ? fitting
    : [...fitting.filter(begins), ...fitting.filter((choice) => !begins(choice))];
  const matching = ranked.slice(0, MOST_SHOWN);
  return {
    matching,
    isOpen: isOpen && matching.length > 0,
    at: Math.min(at, matching.length - 1),
    /** Beyond the last comes the first. */
    setAt: (index: number) => setAt((index + matching.length) % Math.max(matching.length, 1)),
    open: ({ narrowed = false } = {}) => {
      setOpen(true);
      setNarrowed(narrowed);
      setAt(-1);
    },
    close: () => {
      setOpen(false);
      setAt(-1);
    },
  };
};
