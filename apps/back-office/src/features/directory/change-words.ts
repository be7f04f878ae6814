import { useDisplay } from '@parvis/web-kit/display/use-display';
import { useWords } from './words.js';

const acts = {
  'settings.changed': 'actSettings',
  'service.added': 'actAdded',
  'service.changed': 'actChanged',
  'service.closed': 'actClosed',
  'service.reopened': 'actReopened',
  'services.imported': 'actImported',
  'engagements.imported': 'actEngagementsImported',
  'engagement.settings.changed': 'actEngagementCheck',
} as const;

type ActKey = (typeof acts)[keyof typeof acts];

/** What happened, as a key of the words; an act of a version to come is called a change. */
export const actWords = (act: string): ActKey =>
  act in acts ? acts[act as keyof typeof acts] : 'actSettings';

const fields = {
  'requirements.serviceCode': 'fieldServiceCode',
  'requirements.engagementNumber': 'fieldEngagement',
  'requirements.serviceCodeOrEngagementNumber': 'fieldEither',
  worksAuthority: 'works',
  reportsPayment: 'payment',
  active: 'activeEntity',
  'contact.name': 'contactName',
  'contact.email': 'contactEmail',
  'contact.phone': 'contactPhone',
  'contact.note': 'contactNote',
  validFrom: 'validFrom',
  validUntil: 'validUntil',
  code: 'code',
  name: 'name',
  description: 'fieldDescription',
  engagementNumberRequired: 'fieldEngagement',
  contactEmail: 'contactEmail',
  importFile: 'importFile',
  importAdded: 'importAdded',
  importChanged: 'importChanged',
  importClosed: 'importClosed',
  engagementCheck: 'engagementCheck',
  engagementExcess: 'engagementExcess',
} as const;

/** The columns of a file that was imported; before the last dot stands the code or the number of the row. */
const columns = {
  name: 'name',
  description: 'fieldDescription',
  active: 'columnActive',
  engagement: 'fieldEngagement',
  payment: 'payment',
  from: 'validFrom',
  until: 'validUntil',
  contact: 'contactEmail',
  label: 'columnLabel',
  supplier: 'columnSupplier',
  supplierName: 'columnSupplier',
  service: 'serviceCode',
  total: 'columnTotal',
  left: 'columnLeft',
  currency: 'columnCurrency',
  closed: 'columnClosed',
} as const;

/** Of an import: whose value changed, and which of its columns. */
const columnOf = (field: string): { readonly of: string; readonly column: string } | undefined => {
  const dot = field.lastIndexOf('.');
  return dot < 0 || field in fields ? undefined : { of: field.slice(0, dot), column: field.slice(dot + 1) };
};

/** Services leave these to their entity when they say nothing. */
const ofEntity: readonly string[] = ['engagementNumberRequired', 'reportsPayment'];

const days: readonly string[] = ['validFrom', 'validUntil', 'from', 'until'];

const checks = { none: 'check_none', advise: 'check_advise', enforce: 'check_enforce' } as const;

const works = { no: 'works_no', also: 'works_also', only: 'works_only' } as const;

/** Fields and values of the history, in words. */
export const useChangeWords = (): {
  readonly field: (field: string) => string;
  /** Null: nothing was there, or nothing is left; undefined where that goes without saying. */
  readonly value: (field: string, value: string | null) => string | undefined;
} => {
  const say = useWords();
  const { day } = useDisplay();
  return {
    field: (field) => {
      const imported = columnOf(field);
      if (imported && imported.column in columns)
        return say('ofImported', {
          of: imported.of,
          column: say(columns[imported.column as keyof typeof columns]),
        });
      return field in fields ? say(fields[field as keyof typeof fields]) : field;
    },
    value: (field, value) => {
      const imported = columnOf(field);
      if (value === null && imported) return say('valueEmpty');
      if (value === null) return ofEntity.includes(field) ? say('valueAsEntity') : undefined;
      if (value === 'true') return say('yes');
      if (value === 'false') return say('no');
      if (field === 'worksAuthority' && value in works) return say(works[value as keyof typeof works]);
      if (field === 'engagementCheck' && value in checks) return say(checks[value as keyof typeof checks]);
      return days.includes(imported?.column ?? field) ? day(value) : value;
    },
  };
};
