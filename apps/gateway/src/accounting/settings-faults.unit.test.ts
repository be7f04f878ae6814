import type { SettingsFault } from '@parvis/application/accounting/connector-catalogue';
import { makeCatalogue } from '@parvis/connector-kit/catalogue';
import type { SettingsField } from '@parvis/connector-kit/set-up';
import { shippedKinds } from '@parvis/connectors/shipped-kinds';
import type { Bilingual } from '@parvis/domain/display/language';
import { describe, expect, it } from 'vitest';

const NONSENSE = '?!\\..';

const nonsense = (fields: readonly SettingsField[]): Record<string, unknown> =>
  Object.fromEntries(
    fields.map((field) => [field.name, field.type === 'rows' ? [nonsense(field.columns)] : NONSENSE]),
  );

const catalogue = makeCatalogue(shippedKinds, { now: () => new Date(0), mark: () => {} });

/** All that the fields themselves say, whose words may happen to be those of a name. */
const wordsOf = (field: SettingsField): readonly (Bilingual | undefined)[] => [
  field.label,
  field.help,
  ...(field.type === 'choice' ? field.choices.map(({ label }) => label) : []),
  ...(field.type === 'rows' ? field.columns.flatMap(wordsOf) : []),
];

const examplesOf = (field: SettingsField): readonly string[] => [
  ...('placeholder' in field && field.placeholder !== undefined ? [field.placeholder] : []),
  ...(field.type === 'rows' ? field.columns.flatMap(examplesOf) : []),
];

const namesOf = (field: SettingsField): readonly string[] => [
  field.name,
  ...(field.type === 'rows' ? field.columns.flatMap(namesOf) : []),
];

describe.each(shippedKinds.map((kind) => [kind.system, kind] as const))('faults of %s', (system, kind) => {
  const fields = kind.steps.flatMap((step) => step.fields);
  const choices = [...new Set(fields.flatMap(({ when }) => (when ? [when.is] : [])))];
  const places = choices.length === 0 ? [{}] : choices.map((place) => ({ place }));
  const faultsOf = (settings: Record<string, unknown>): readonly SettingsFault[] =>
    catalogue.faultsOf(system, settings);
  const all = [
    ...faultsOf({}),
    ...faultsOf(nonsense(fields)),
    ...places.flatMap((place) => [...faultsOf(place), ...faultsOf({ ...nonsense(fields), ...place })]),
  ];

  it('name fields as the page does, never as they are stored', () => {
    expect(all.length).toBeGreaterThan(0);
    const names = fields.flatMap(namesOf);
    for (const { message } of all)
      for (const language of ['fr', 'en'] as const) {
        const own = [
          ...fields.flatMap(wordsOf).map((words) => words?.[language] ?? ''),
          ...fields.flatMap(examplesOf),
        ].toSorted((one, other) => other.length - one.length);
        const rest = own
          .filter((words) => words !== '')
          .reduce((text, words) => text.replaceAll(words, ''), message[language]);
        expect(rest.split(/[^\p{L}\d_]+/u).filter((word) => names.includes(word))).toEqual([]);
      }
  });

  it('say how a field is written, or give an example', () => {
    const bare = all.filter(({ message }) => /il faut, corrigez-le\.$/.test(message.fr));
    expect(bare.map(({ field }) => field)).toEqual([]);
  });

  it('are told of the field they are about', () => {
    const labels = fields.map(({ label }) => label.fr);
    const lost = all.filter(({ message }) => !labels.some((label) => message.fr.startsWith(`« ${label}`)));
    expect(lost).toEqual([]);
  });

  it('stand beside conditions that can be met', () => {
    for (const { when } of fields) {
      const deciding = fields.find(({ name }) => name === when?.field);
      const values = deciding?.type === 'choice' ? deciding.choices.map(({ value }) => value) : [];
      if (when) expect(values).toContain(when.is);
    }
  });
});
