import { parseEmail } from '../access/email-address.js';
import type { DirectoryService } from './directory-entry.js';
import type { EntitySettings } from './entity-settings.js';
import { parseServiceCode, type ServiceCodeFault } from './service-code.js';
import type { Validity } from './structure-facts.js';

/** What a field of the settings is told; the same in the browser as at the gateway. */
export interface SettingsFault {
  /** The field's path: `code`, `contact.email`. */
  readonly field: string;
  readonly code: SettingsFaultCode;
}

export type SettingsFaultCode =
  | ServiceCodeFault
  | 'service-code-taken'
  | 'service-name-missing'
  | 'text-too-long'
  | 'email-malformed'
  | 'day-malformed'
  | 'validity-reversed';

/** What is typed of a service; whether it is open is an act of its own. */
export type ServiceDraft = Omit<DirectoryService, 'active' | 'address'>;

const SHORT_TEXT = 100;
const LONG_TEXT = 500;

export const checkServiceDraft = (draft: ServiceDraft): SettingsFault[] => {
  const code = parseServiceCode(draft.code);
  return [
    ...(code.ok ? [] : [{ field: 'code', code: code.refusal }]),
    ...(draft.name.trim() === '' ? [{ field: 'name', code: 'service-name-missing' as const }] : []),
    ...tooLong('name', draft.name, SHORT_TEXT),
    ...tooLong('description', draft.description, LONG_TEXT),
    ...emailFaults('contactEmail', draft.contactEmail),
    ...validityFaults(draft),
  ];
};

export const checkSettings = ({ contact = {}, ...settings }: EntitySettings): SettingsFault[] => [
  ...tooLong('contact.name', contact.name, SHORT_TEXT),
  ...emailFaults('contact.email', contact.email),
  ...tooLong('contact.phone', contact.phone, SHORT_TEXT),
  ...tooLong('contact.note', contact.note, LONG_TEXT),
  ...validityFaults(settings),
];

/** As it is kept: spaces around taken off, what is left empty left out. */
export const tidyService = (draft: ServiceDraft): ServiceDraft => {
  const { description, contactEmail, ...kept } = draft;
  const code = parseServiceCode(draft.code);
  return {
    ...kept,
    code: code.ok ? code.value : draft.code,
    name: draft.name.trim(),
    ...(description?.trim() && { description: description.trim() }),
    ...(contactEmail?.trim() && { contactEmail: tidyEmail(contactEmail) }),
  };
};

export const tidySettings = ({ contact = {}, ...settings }: EntitySettings): EntitySettings => {
  const { name, email, phone, note } = contact;
  const tidy = {
    ...(name?.trim() && { name: name.trim() }),
    ...(email?.trim() && { email: tidyEmail(email) }),
    ...(phone?.trim() && { phone: phone.trim() }),
    ...(note?.trim() && { note: note.trim() }),
  };
  return { ...settings, ...(Object.keys(tidy).length > 0 && { contact: tidy }) };
};

const tidyEmail = (typed: string): string => {
  const email = parseEmail(typed);
  return email.ok ? email.value : typed;
};

const tooLong = (field: string, text: string | undefined, longest: number): SettingsFault[] =>
  (text?.trim().length ?? 0) > longest ? [{ field, code: 'text-too-long' }] : [];

const emailFaults = (field: string, email: string | undefined): SettingsFault[] =>
  !email?.trim() || parseEmail(email).ok ? [] : [{ field, code: 'email-malformed' }];

const validityFaults = ({ validFrom, validUntil }: Validity): SettingsFault[] => {
  const malformed = Object.entries({ validFrom, validUntil })
    .filter(([, day]) => day !== undefined && !isDay(day))
    .map(([field]) => ({ field, code: 'day-malformed' as const }));
  if (malformed.length > 0) return malformed;
  const reversed = validFrom !== undefined && validUntil !== undefined && validUntil < validFrom;
  return reversed ? [{ field: 'validUntil', code: 'validity-reversed' }] : [];
};

const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < '1900') return false;
  const midnight = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text);
};
