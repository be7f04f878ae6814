import type { Bilingual } from '@parvis/domain/display/language';

/** One field of a connection's settings that cannot be used. */
export interface SettingsFault {
  /** `url`, `accounts.0.code`… */
  readonly field: string;
  readonly code: 'missing' | 'unknown' | 'malformed';
  readonly message: Bilingual;
}

/** As zod tells it. */
interface Issue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly input?: unknown;
  readonly keys?: readonly string[];
}

/** What is wrong with a connection's settings, each with its field and what to do. */
export const settingsFaults = (issues: readonly Issue[]): readonly SettingsFault[] =>
  issues.flatMap(faultsOf);

const faultsOf = (issue: Issue): SettingsFault[] => {
  if (issue.code === 'unrecognized_keys') {
    return (issue.keys ?? []).map((key) => unknownField([...issue.path, key].join('.')));
  }
  const field = issue.path.join('.') || 'settings';
  return [
    issue.code === 'invalid_type' && issue.input === undefined ? missingField(field) : malformedField(field),
  ];
};

const missingField = (field: string): SettingsFault => ({
  field,
  code: 'missing',
  message: {
    fr: `Le réglage « ${field} » manque. Indiquez-le dans les réglages de la connexion.`,
    en: `The setting "${field}" is missing. Give it in the connection's settings.`,
  },
});

const unknownField = (field: string): SettingsFault => ({
  field,
  code: 'unknown',
  message: {
    fr: `Le réglage « ${field} » n'existe pas. Retirez-le ou corrigez son nom.`,
    en: `There is no setting "${field}". Remove it or correct its name.`,
  },
});

const malformedField = (field: string): SettingsFault => ({
  field,
  code: 'malformed',
  message: {
    fr: `Le réglage « ${field} » n'est pas utilisable tel quel. Corrigez-le dans les réglages de la connexion.`,
    en: `The setting "${field}" cannot be used as it is. Correct it in the connection's settings.`,
  },
});
