import { IconAlertTriangle, IconBulb } from '@tabler/icons-react';
import { useWords } from '../language/language.js';
import type { FaultItem } from './fault-item.js';
import classes from './fault-list.module.css';

export interface FaultEntryProps {
  readonly fault: FaultItem;
  readonly active: boolean;
  readonly onActivate: ((key: string | undefined) => void) | undefined;
  readonly onChoose: ((key: string, value: string) => void) | undefined;
}

/** One fault: the field and its value, what is wrong, why, what to do, and the mend. */
export function FaultEntry({ fault, active, onActivate, onChoose }: FaultEntryProps) {
  const words = useWords();
  const { key, severity, fieldLabel, found, message, why, nextStep, choices, rule, place, mend } = fault;
  const choose = onChoose && ((value: string) => onChoose(key, value));
  const Icon = severity === 'blocking' ? IconAlertTriangle : IconBulb;
  return (
    <li
      className={classes.fault}
      data-severity={severity}
      data-active={active || undefined}
      onMouseEnter={() => onActivate?.(key)}
      onMouseLeave={() => onActivate?.(undefined)}
      onFocus={() => onActivate?.(key)}
      onBlur={() => onActivate?.(undefined)}
    >
      <div className={classes.head}>
        <Icon size={18} stroke={1.9} aria-hidden />
        <span className={classes.field}>{fieldLabel}</span>
        {found !== null && (
          <span className={classes.found}>
            {found === undefined ? <em>{words.noValue}</em> : <code title={words.found}>{found}</code>}
          </span>
        )}
        <span className={classes.severity}>{severity === 'blocking' ? words.blocking : words.advice}</span>
      </div>
      <p className={classes.message}>{message}</p>
      {nextStep && <p className={classes.next}>{nextStep}</p>}
      {choices && choices.length > 0 && (
        <Choices label={`${words.choiceLabel} : ${fieldLabel}`} choices={choices} choose={choose} />
      )}
      {mend && <div className={classes.mend}>{mend}</div>}
      <details className={classes.more}>
        <summary>
          {why ? words.why : words.rule} <code>{rule}</code>
        </summary>
        {why && <p>{why}</p>}
        {place && <p className={classes.place}>{place}</p>}
      </details>
    </li>
  );
}

interface ChoicesProps {
  readonly label: string;
  readonly choices: NonNullable<FaultItem['choices']>;
  /** Without it the values are there to be read and copied, and do not look like buttons. */
  readonly choose: ((value: string) => void) | undefined;
}

function Choices({ label, choices, choose }: ChoicesProps) {
  if (!choose)
    return (
      <ul className={classes.values} aria-label={label}>
        {choices.map(({ value, label: meaning }) => (
          <li key={value}>
            <code>{value}</code> {meaning}
          </li>
        ))}
      </ul>
    );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a few buttons, not a set of fields
    <div className={classes.choices} role="group" aria-label={label}>
      {choices.map(({ value, label: meaning }) => (
        <button key={value} type="button" className={classes.choice} onClick={() => choose(value)}>
          <code>{value}</code> {meaning}
        </button>
      ))}
    </div>
  );
}
