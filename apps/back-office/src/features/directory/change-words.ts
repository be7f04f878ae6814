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

/** Services leave these to their entity when they say nothing. */
const ofEntity: readonly string[] = ['engagementNumberRequired', 'reportsPayment'];

const days: readonly string[] = ['validFrom', 'validUntil'];

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
    field: (field) => (field in fields ? say(fields[field as keyof typeof fields]) : field),
    value: (field, value) => {
      if (value === null) return ofEntity.includes(field) ? say('valueAsEntity') : undefined;
      if (value === 'true') return say('yes');
      if (value === 'false') return say('no');
      if (field === 'worksAuthority' && value in works) return say(works[value as keyof typeof works]);
      if (field === 'engagementCheck' && value in checks) return say(checks[value as keyof typeof checks]);
      return days.includes(field) ? day(value) : value;
    },
  };
};
