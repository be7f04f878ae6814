/** A field of a connection's settings as its kind describes it. */
export interface FormColumn {
  /** Its name in the settings. */
  readonly name: string;
  readonly label: string;
  readonly help?: string | null | undefined;
  readonly required: boolean;
  readonly type: 'TEXT' | 'URL' | 'NUMBER' | 'SECRET' | 'FLAG' | 'CHOICE' | 'LOOK_UP' | 'ROWS';
  readonly placeholder?: string | null | undefined;
  /** A secret of several lines: a key, a certificate. */
  readonly multiline?: boolean | null | undefined;
  readonly choices?: readonly { readonly value: string; readonly label: string }[] | null | undefined;
}

export interface FormField extends FormColumn {
  readonly columns?: readonly FormColumn[] | null | undefined;
  /** Shown, and required, only while another field has this value. */
  readonly when?: { readonly field: string; readonly is: string } | null | undefined;
}

export type CellDraft = string | boolean;
export type RowDraft = Readonly<Record<string, CellDraft>>;

/** What is typed, field by field; empty text where there is nothing. */
export type SettingsDraft = Readonly<Record<string, CellDraft | readonly RowDraft[]>>;

type Settings = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Settings =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const readSettings = (json: string): Settings => {
  const read: unknown = JSON.parse(json);
  return isRecord(read) ? read : {};
};

const cellOf = ({ type }: FormColumn, value: unknown): CellDraft => {
  if (type === 'FLAG') return value === true;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

const rowOf = (columns: readonly FormColumn[], value: unknown): RowDraft => {
  const row = isRecord(value) ? value : {};
  return Object.fromEntries(columns.map((column) => [column.name, cellOf(column, row[column.name])]));
};

/** What is stored, as the form holds it; secrets stay empty. */
export const draftOf = (fields: readonly FormField[], settings: Settings): SettingsDraft =>
  Object.fromEntries(
    fields.map((field) => {
      const value = field.type === 'SECRET' ? '' : settings[field.name];
      return field.type === 'ROWS'
        ? [field.name, (Array.isArray(value) ? value : []).map((row) => rowOf(field.columns ?? [], row))]
        : [field.name, cellOf(field, value)];
    }),
  );

export const blankRow = (columns: readonly FormColumn[]): RowDraft => rowOf(columns, undefined);

export const rowsOf = (draft: SettingsDraft, field: string): readonly RowDraft[] => {
  const value = draft[field];
  return typeof value === 'object' ? value : [];
};

export const textOf = (draft: SettingsDraft | RowDraft, field: string): string => {
  const value = draft[field];
  return typeof value === 'string' ? value : '';
};

const isBlank = (cell: CellDraft | undefined): boolean =>
  typeof cell === 'string' ? cell.trim() === '' : cell !== true;

/** Rows in which nothing was typed are no rows. */
export const withoutBlankRows = (draft: SettingsDraft): SettingsDraft =>
  Object.fromEntries(
    Object.entries(draft).map(([name, value]) => [
      name,
      typeof value === 'object' ? value.filter((row) => !Object.values(row).every(isBlank)) : value,
    ]),
  );

/** Settings count with a point, people here with a comma. */
const sentCell = ({ type }: FormColumn, cell: CellDraft | undefined): CellDraft | undefined => {
  if (typeof cell !== 'string') return cell;
  const text = type === 'NUMBER' ? cell.replaceAll(/\s/g, '').replace(',', '.') : cell.trim();
  return text === '' ? undefined : text;
};

const sentRow = (columns: readonly FormColumn[], row: RowDraft) =>
  Object.fromEntries(columns.map((column) => [column.name, sentCell(column, row[column.name])]));

/** Whether a field has a meaning with what is typed in the others. */
export const isAsked = ({ when }: FormField, draft: SettingsDraft): boolean =>
  !when || textOf(draft, when.field) === when.is;

/**
 * The settings as JSON, with what is stored beyond these fields. What is left empty is left out: a secret then keeps
 * what is stored. What is not asked is not sent, and a secret of that kind is taken away.
 */
export const settingsJson = (
  fields: readonly FormField[],
  draft: SettingsDraft,
  stored: Settings = {},
): string => {
  const typed = fields.map((field) => [
    field.name,
    isAsked(field, draft) ? sentField(field, draft) : field.type === 'SECRET' ? null : undefined,
  ]);
  return JSON.stringify({ ...stored, ...Object.fromEntries(typed) });
};

const sentField = (field: FormField, draft: SettingsDraft) =>
  field.type === 'ROWS'
    ? rowsOf(draft, field.name).map((row) => sentRow(field.columns ?? [], row))
    : sentCell(field, draft[field.name] as CellDraft | undefined);

/** The places that must be filled in and are not: `url`, `accounts.0.account`. `kept` are the secrets stored already. */
export const missingPlaces = (
  fields: readonly FormField[],
  draft: SettingsDraft,
  kept: readonly string[] = [],
): readonly string[] =>
  fields.flatMap((field) => {
    if (!isAsked(field, draft)) return [];
    if (field.type === 'ROWS') return missingInRows(field, rowsOf(draft, field.name));
    const isMissing = field.required && field.type !== 'FLAG' && textOf(draft, field.name).trim() === '';
    return isMissing && !kept.includes(field.name) ? [field.name] : [];
  });

const missingInRows = ({ name, columns }: FormField, rows: readonly RowDraft[]): readonly string[] =>
  rows.flatMap((row, index) =>
    (columns ?? [])
      .filter((column) => column.required && column.type !== 'FLAG' && isBlank(row[column.name]))
      .map((column) => `${name}.${index}.${column.name}`),
  );

/** What may be kept on this device: all but secrets. */
export const withoutSecrets = (fields: readonly FormField[], draft: SettingsDraft): SettingsDraft => {
  const secret = new Set(fields.filter(({ type }) => type === 'SECRET').map(({ name }) => name));
  return Object.fromEntries(Object.entries(draft).filter(([name]) => !secret.has(name)));
};

/** The control of a place in the settings: `accounts.0.account` becomes `setting-accounts-0-account`. */
export const fieldId = (place: string): string => `setting-${place.replaceAll('.', '-')}`;
