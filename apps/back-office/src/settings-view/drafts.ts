import {
  type Demand,
  demandOf,
  engagementNumberRequiredBy,
  requirementsOf,
  type ServiceDemand,
  serviceDemandOf,
} from '@parvis/domain/directory/demand';
import type { DirectoryEntry, DirectoryService } from '@parvis/domain/directory/directory-entry';
import type { EntitySettings } from '@parvis/domain/directory/entity-settings';
import type { ServiceDraft as DomainDraft } from '@parvis/domain/directory/settings-form';
import type { Siret } from '@parvis/domain/directory/siret';
import type { WorksAuthority as DomainWorks } from '@parvis/domain/directory/structure-facts';
import type {
  EntitySettingsFieldsFragment,
  EntitySettingsInput,
  ServiceInput,
  SettingsServiceFieldsFragment,
  WorksAuthority,
} from '../gql/graphql.js';

/** The settings as the form holds them: one value a field, empty where there is nothing. */
export interface SettingsDraft {
  readonly demand: Demand;
  readonly worksAuthority: DomainWorks;
  readonly reportsPayment: boolean;
  readonly active: boolean;
  readonly contactName: string;
  readonly contactEmail: string;
  readonly contactPhone: string;
  readonly contactNote: string;
  readonly validFrom: string;
  readonly validUntil: string;
}

export type PaymentDraft = 'asEntity' | 'reported' | 'notReported';

export interface ServiceFormDraft {
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly demand: ServiceDemand;
  readonly payment: PaymentDraft;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly contactEmail: string;
}

export const emptyService: ServiceFormDraft = {
  code: '',
  name: '',
  description: '',
  demand: 'asEntity',
  payment: 'asEntity',
  validFrom: '',
  validUntil: '',
  contactEmail: '',
};

const works: Readonly<Record<WorksAuthority, DomainWorks>> = { NO: 'no', ALSO: 'also', ONLY: 'only' };

export const worksWord = (authority: DomainWorks): WorksAuthority =>
  ({ no: 'NO', also: 'ALSO', only: 'ONLY' })[authority] as WorksAuthority;

export const settingsDraftOf = (settings: EntitySettingsFieldsFragment): SettingsDraft => ({
  demand: demandOf(settings.requirements),
  worksAuthority: works[settings.worksAuthority],
  reportsPayment: settings.reportsPayment,
  active: settings.active,
  contactName: settings.contact.name ?? '',
  contactEmail: settings.contact.email ?? '',
  contactPhone: settings.contact.phone ?? '',
  contactNote: settings.contact.note ?? '',
  validFrom: settings.validFrom ?? '',
  validUntil: settings.validUntil ?? '',
});

export const serviceDraftOf = (service: SettingsServiceFieldsFragment): ServiceFormDraft => {
  const { engagementNumberRequired: required, reportsPayment: reports } = service;
  return {
    code: service.code,
    name: service.name,
    description: service.description ?? '',
    demand: serviceDemandOf(typeof required === 'boolean' ? { engagementNumberRequired: required } : {}),
    payment: typeof reports === 'boolean' ? (reports ? 'reported' : 'notReported') : 'asEntity',
    validFrom: service.validFrom ?? '',
    validUntil: service.validUntil ?? '',
    contactEmail: service.contactEmail ?? '',
  };
};

const validityOf = ({
  validFrom,
  validUntil,
}: {
  readonly validFrom: string;
  readonly validUntil: string;
}) => ({
  ...(validFrom && { validFrom }),
  ...(validUntil && { validUntil }),
});

export const toEntitySettings = (draft: SettingsDraft): EntitySettings => ({
  active: draft.active,
  requirements: requirementsOf(draft.demand),
  worksAuthority: draft.worksAuthority,
  reportsPayment: draft.reportsPayment,
  contact: {
    ...(draft.contactName && { name: draft.contactName }),
    ...(draft.contactEmail && { email: draft.contactEmail }),
    ...(draft.contactPhone && { phone: draft.contactPhone }),
    ...(draft.contactNote && { note: draft.contactNote }),
  },
  ...validityOf(draft),
});

export const toServiceDraft = (draft: ServiceFormDraft): DomainDraft => {
  const engagementNumberRequired = engagementNumberRequiredBy(draft.demand);
  return {
    code: draft.code,
    name: draft.name,
    ...(draft.description && { description: draft.description }),
    ...(engagementNumberRequired !== undefined && { engagementNumberRequired }),
    ...(draft.payment !== 'asEntity' && { reportsPayment: draft.payment === 'reported' }),
    ...validityOf(draft),
    ...(draft.contactEmail && { contactEmail: draft.contactEmail }),
  };
};

export const settingsInput = (draft: SettingsDraft): EntitySettingsInput => ({
  ...toEntitySettings(draft),
  worksAuthority: worksWord(draft.worksAuthority),
});

export const serviceInput = (draft: ServiceFormDraft): ServiceInput => toServiceDraft(draft);

/** A service as the directory would have it. */
export const directoryServiceOf = (service: SettingsServiceFieldsFragment): DirectoryService => ({
  ...toServiceDraft(serviceDraftOf(service)),
  active: service.active,
});

/** The entity as the directory shows it, with some of its services. */
export const directoryEntryOf = (settings: EntitySettingsFieldsFragment): DirectoryEntry => ({
  structureId: settings.structureId,
  siret: settings.siret as Siret,
  name: settings.name,
  kind: kinds[settings.kind],
  town: settings.town,
  services: settings.sampleServices.map(directoryServiceOf),
  ...toEntitySettings(settingsDraftOf(settings)),
});

const kinds = {
  STATE: 'state',
  LOCAL_AUTHORITY: 'localAuthority',
  HOSPITAL: 'hospital',
  PUBLIC_ESTABLISHMENT: 'publicEstablishment',
} as const;
