import { say } from '@parvis/domain/display/language';
import type { SettingsField, SetUpStep } from './set-up.js';
import type { SettingsFault } from './settings-fault.js';
import { type FaultyField, tellFault } from './tell-fault.js';

/** Faults as people read them: each names its field as the page does. */
export const faultsByLabel = (
  steps: readonly Pick<SetUpStep, 'fields'>[],
  faults: readonly SettingsFault[],
): readonly SettingsFault[] => {
  const fields = steps.flatMap((step) => step.fields);
  return faults.map(({ rule, ...fault }) =>
    rule ? { ...fault, message: tellFault(rule, fieldAt(fields, fault.field)) } : fault,
  );
};

/** The field of a place such as `url` or `accounts.1.account`. */
const fieldAt = (fields: readonly SettingsField[], place: string): FaultyField | undefined => {
  const [name, row, column] = place.replace(/^secrets\./, '').split('.');
  const field = fields.find((known) => known.name === name);
  if (!field || row === undefined) return field && shown(field);
  const { fr, en } = field.label;
  const line = say(`${fr}, ligne ${Number(row) + 1}`, `${en}, row ${Number(row) + 1}`);
  const inRow = field.type === 'rows' ? field.columns.find((known) => known.name === column) : undefined;
  return inRow
    ? { ...shown(inRow), label: say(`${line.fr}, ${inRow.label.fr}`, `${line.en}, ${inRow.label.en}`) }
    : { label: line };
};

const shown = (field: SettingsField): FaultyField => ({
  label: field.label,
  help: field.help,
  ...('placeholder' in field ? { placeholder: field.placeholder } : {}),
  ...(field.type === 'choice' ? { choices: field.choices } : {}),
});
