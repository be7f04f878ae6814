import { IconArrowDown, IconArrowUp, IconPlus } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '../acts/button.js';
import { CloseButton } from '../acts/close-button.js';
import { useWords } from '../language/language.js';
import { FieldLabel } from './field-label.js';
import classes from './rows-field.module.css';

export interface RowsFieldProps<Row> {
  readonly id: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  readonly optional?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly columns: readonly { readonly key: string; readonly label: string }[];
  readonly rows: readonly Row[];
  readonly onChange: (rows: readonly Row[]) => void;
  /** One more: what it holds before anybody types. */
  readonly blank: Row;
  /** The field of one cell, under an `id` of its own; its label is shown where the rows are cards. */
  readonly cell: (row: Row, column: string, index: number) => ReactNode;
  /** What one row is called: "Règle". */
  readonly rowName: string;
  /** "Ajouter une règle" */
  readonly addLabel: string;
}

/** Rows of fields, in an order that counts: added, taken away and moved by button or by Alt and the arrows. */
export function RowsField<Row>(props: RowsFieldProps<Row>) {
  const { id, label, hint, error, optional, disabled = false, columns, rows, addLabel } = props;
  const place = useRef<HTMLFieldSetElement>(null);
  const acts = useRowActs(props, place);
  return (
    <fieldset
      ref={place}
      id={id}
      className={classes.rows}
      disabled={disabled}
      aria-describedby={hint ? `${id}-hint` : undefined}
      tabIndex={-1}
    >
      <legend>
        <FieldLabel label={label} optional={optional} />
      </legend>
      {hint && (
        <p id={`${id}-hint`} className={classes.hint}>
          {hint}
        </p>
      )}
      {rows.length > 0 && (
        <>
          <div className={classes.heads} aria-hidden>
            {columns.map(({ key, label: head }) => (
              <span key={key}>{head}</span>
            ))}
          </div>
          <ol>
            {rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place; nothing else tells two of them apart
              <RowEntry key={index} {...props} row={row} index={index} acts={acts} />
            ))}
          </ol>
        </>
      )}
      <div>
        <Button variant="default" icon={<IconPlus size={16} stroke={2} aria-hidden />} onClick={acts.add}>
          {addLabel}
        </Button>
      </div>
      {error && <p className={classes.error}>{error}</p>}
      <span role="status" className="pv-visually-hidden">
        {acts.said}
      </span>
    </fieldset>
  );
}

type RowActs = ReturnType<typeof useRowActs>;

interface RowEntryProps<Row> extends RowsFieldProps<Row> {
  readonly row: Row;
  readonly index: number;
  readonly acts: RowActs;
}

function RowEntry<Row>({ row, index, acts, columns, cell, rows, rowName }: RowEntryProps<Row>) {
  const words = useWords();
  const name = `${rowName} ${index + 1}`;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    acts.move(index, event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <li data-row-entry="">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row in every browser */}
      <div role="group" aria-label={name} className={classes.row} onKeyDown={onKeyDown}>
        <div className={classes.cells}>
          {columns.map(({ key }) => (
            <div key={key} className={classes.cell}>
              {cell(row, key, index)}
            </div>
          ))}
        </div>
        <div className={classes.acts}>
          <button
            type="button"
            data-move="-1"
            aria-label={words.moveUp(name)}
            disabled={index === 0}
            onClick={() => acts.move(index, -1)}
          >
            <IconArrowUp size={16} stroke={2} aria-hidden />
          </button>
          <button
            type="button"
            data-move="1"
            aria-label={words.moveDown(name)}
            disabled={index === rows.length - 1}
            onClick={() => acts.move(index, 1)}
          >
            <IconArrowDown size={16} stroke={2} aria-hidden />
          </button>
          <CloseButton aria-label={words.takeAway(name)} onClick={() => acts.remove(index)} />
        </div>
      </div>
    </li>
  );
}

/** Changes the rows, says so, and leads the focus to where the hand goes next. */
const useRowActs = <Row,>(
  { rows, onChange, blank, rowName }: RowsFieldProps<Row>,
  place: { readonly current: HTMLElement | null },
) => {
  const words = useWords();
  const [said, setSaid] = useState('');
  const [target, setTarget] = useState<{ readonly index: number; readonly selector: string }>();
  useEffect(() => {
    if (!target) return;
    const entry = place.current?.querySelectorAll('[data-row-entry]')[target.index];
    const found =
      entry?.querySelector<HTMLElement>(target.selector) ??
      entry?.querySelector<HTMLElement>('input, select') ??
      place.current?.querySelector<HTMLElement>(':scope > div > button');
    found?.focus();
  }, [target, place]);
  return {
    said,
    add: () => {
      onChange([...rows, blank]);
      setTarget({ index: rows.length, selector: 'input, select' });
    },
    remove: (index: number) => {
      onChange(rows.filter((_, position) => position !== index));
      setSaid(words.takenAway(`${rowName} ${index + 1}`));
      setTarget({ index: Math.min(index, rows.length - 2), selector: 'input, select' });
    },
    move: (index: number, step: -1 | 1) => {
      const to = index + step;
      const [moved, other] = [rows[index], rows[to]];
      if (moved === undefined || other === undefined) return;
      onChange(rows.map((row, position) => (position === index ? other : position === to ? moved : row)));
      setSaid(words.movedTo(rowName, to + 1, rows.length));
      setTarget({ index: to, selector: `[data-move="${step}"]:not(:disabled)` });
    },
  };
};
