import { CheckboxField } from '@parvis/ui/form/checkbox-field';
import { ComboboxField, type OfferedChoice } from '@parvis/ui/form/combobox-field';
import type { FieldProps } from '@parvis/ui/form/field-props';
import { RadioCards } from '@parvis/ui/form/radio-cards';
import { RowsField } from '@parvis/ui/form/rows-field';
import { SelectField } from '@parvis/ui/form/select-field';
import { TextField } from '@parvis/ui/form/text-field';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import type { ReactNode } from 'react';
import { useWords } from '../words.js';
import { SecretField } from './secret-field.js';
import {
  blankRow,
  type CellDraft,
  type FormColumn,
  type FormField,
  fieldId,
  isAsked,
  type RowDraft,
  rowsOf,
  type SettingsDraft,
} from './settings-draft.js';

/** What an accounting system offers, by the field it is for. */
export type FoundChoices = Readonly<Record<string, readonly OfferedChoice[]>>;

export interface SettingsFieldsProps {
  readonly fields: readonly FormField[];
  readonly draft: SettingsDraft;
  readonly onChange: (changes: SettingsDraft) => void;
  /** What is wrong, by place: `url`, `accounts.0.account`. */
  readonly faults: ReadonlyMap<string, string>;
  readonly found: FoundChoices;
  /** Secrets that are stored already. */
  readonly secretsKept: readonly string[];
}

/** The fields of a step, each by its type. */
export function SettingsFields(props: SettingsFieldsProps): ReactNode {
  const asked = props.fields.filter((field) => isAsked(field, props.draft));
  return asked.map((field) =>
    field.type === 'ROWS' ? (
      <Rows key={field.name} {...props} field={field} />
    ) : (
      <Cell
        key={field.name}
        field={field}
        place={field.name}
        value={props.draft[field.name] as CellDraft | undefined}
        onChange={(value) => props.onChange({ [field.name]: value })}
        error={props.faults.get(field.name)}
        choices={props.found[field.name]}
        isKept={props.secretsKept.includes(field.name)}
      />
    ),
  );
}

interface CellProps {
  readonly field: FormColumn;
  readonly place: string;
  readonly value: CellDraft | undefined;
  readonly onChange: (value: CellDraft) => void;
  readonly error: string | undefined;
  readonly choices: readonly OfferedChoice[] | undefined;
  readonly isKept?: boolean;
  /** In a row: the column says what the field is, and only what may stay empty is worth a word. */
  readonly inRow?: boolean;
}

const FEW = 4;

function Cell({ field, place, value, onChange, error, choices, isKept = false, inRow = false }: CellProps) {
  const isFrench = useLanguage() === 'fr';
  const { label, help, required, type, placeholder } = field;
  const text = typeof value === 'string' ? value : '';
  const shared = {
    id: fieldId(place),
    label,
    hint: inRow ? undefined : (help ?? undefined),
    error,
    optional: !required && !inRow,
    value: text,
    onChange,
  };
  switch (type) {
    case 'FLAG':
      return (
        <CheckboxField
          id={shared.id}
          label={label}
          text={help ?? undefined}
          checked={value === true}
          onChange={onChange}
        />
      );
    case 'SECRET':
      return <SecretField {...shared} multiline={field.multiline ?? false} isKept={isKept} />;
    case 'CHOICE':
      return <Choice {...shared} choices={field.choices ?? []} required={required} inRow={inRow} />;
    case 'LOOK_UP':
      return <ComboboxField {...shared} choices={choices ?? []} placeholder={placeholder ?? undefined} />;
    case 'NUMBER':
      return (
        <TextField
          {...shared}
          value={isFrench ? text.replace('.', ',') : text.replace(',', '.')}
          inputMode="decimal"
          autoComplete="off"
          placeholder={placeholder ?? undefined}
        />
      );
    default:
      return (
        <TextField
          {...shared}
          type={type === 'URL' ? 'url' : 'text'}
          autoComplete="off"
          placeholder={placeholder ?? undefined}
        />
      );
  }
}

interface ChoiceProps extends FieldProps {
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly required: boolean;
  readonly inRow: boolean;
}

/** A few side by side, many in a list; what may stay open can be opened again. */
function Choice({ choices, required, inRow, ...field }: ChoiceProps): ReactNode {
  const say = useWords();
  const noChoice = { value: '', label: say('noChoice') };
  if (inRow || choices.length > FEW)
    return <SelectField {...field} choices={choices} prompt={required ? undefined : noChoice.label} />;
  return <RadioCards {...field} choices={required ? choices : [...choices, noChoice]} />;
}

interface RowsProps extends SettingsFieldsProps {
  readonly field: FormField;
}

function Rows({ field, draft, onChange, faults, found }: RowsProps): ReactNode {
  const say = useWords();
  const { name, label, help, required } = field;
  const columns = field.columns ?? [];
  const rows = rowsOf(draft, name);
  const put = (index: number, column: string, value: CellDraft): void =>
    onChange({
      [name]: rows.map((row, place): RowDraft => (place === index ? { ...row, [column]: value } : row)),
    });
  return (
    <RowsField<RowDraft>
      id={fieldId(name)}
      label={label}
      hint={help}
      error={faults.get(name)}
      optional={!required}
      columns={columns.map((column) => ({ key: column.name, label: column.label }))}
      rows={rows}
      onChange={(next) => onChange({ [name]: next })}
      blank={blankRow(columns)}
      rowName={say('row')}
      addLabel={say('addRow')}
      cell={(row, key, index) => {
        const column = columns.find((each) => each.name === key);
        const place = `${name}.${index}.${key}`;
        return (
          column && (
            <Cell
              inRow
              field={column}
              place={place}
              value={row[key]}
              onChange={(value) => put(index, key, value)}
              error={faults.get(place)}
              choices={found[`${name}.${key}`] ?? found[key]}
            />
          )
        );
      }}
    />
  );
}
