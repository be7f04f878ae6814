import type { DirectoryService } from '@parvis/domain/directory/directory-entry';
import { say } from '@parvis/domain/display/language';
import type { CalendarDate } from '@parvis/domain/invoice/invoice';
import { email, longText, needed, optional, serviceCode, shortText, yesOrNo } from './cell-readers.js';
import { asText, asYesOrNo } from './cell-writers.js';
import type { ImportPlan } from './import-plan.js';
import { validityColumns, validityFaults } from './validity-columns.js';

interface ServiceValues {
  readonly code: string;
  readonly name: string;
  readonly description: string | undefined;
  readonly active: boolean | undefined;
  readonly engagement: boolean | undefined;
  readonly payment: boolean | undefined;
  readonly from: CalendarDate | undefined;
  readonly until: CalendarDate | undefined;
  readonly contact: string | undefined;
}

/** The services of a public entity. Codes that differ by capitals alone are one service. */
export const servicePlan: ImportPlan<DirectoryService, ServiceValues> = {
  kind: 'services',
  right: 'settings:change',
  name: say('Services', 'Services'),
  act: 'services.imported',
  keyColumn: 'code',
  keyOf: ({ code }) => code.toLowerCase(),
  columns: {
    code: {
      header: say('Code service', 'Service code'),
      also: ['code', 'code du service'],
      required: true,
      kind: 'text',
      width: 22,
      absent: '',
      read: needed(serviceCode),
      of: ({ code }) => code,
      write: asText,
    },
    name: {
      header: say('Nom', 'Name'),
      also: ['libelle', 'intitule', 'nom du service', 'service', 'label'],
      required: true,
      kind: 'text',
      width: 40,
      absent: '',
      read: needed(shortText(100)),
      of: ({ name }) => name,
      write: asText,
    },
    description: {
      header: say('Description', 'Description'),
      also: ['commentaire', 'details'],
      required: false,
      kind: 'text',
      width: 50,
      absent: undefined,
      read: optional(longText(500)),
      of: ({ description }) => description,
      write: asText,
    },
    active: {
      header: say('Actif', 'Active'),
      also: ['ouvert', 'statut actif', 'open'],
      required: false,
      kind: 'text',
      width: 10,
      absent: true,
      read: optional(yesOrNo),
      of: ({ active }) => active,
      write: asYesOrNo,
    },
    engagement: {
      header: say('Engagement exigé', 'Engagement required'),
      also: ['engagement obligatoire', 'numero engagement obligatoire', 'engagement'],
      required: false,
      kind: 'text',
      width: 18,
      absent: undefined,
      read: optional(yesOrNo),
      of: ({ engagementNumberRequired }) => engagementNumberRequired,
      write: asYesOrNo,
    },
    payment: {
      header: say('Mise en paiement signalée', 'Payment reported'),
      also: ['mise en paiement', 'paiement signale', 'reports payment'],
      required: false,
      kind: 'text',
      width: 26,
      absent: undefined,
      read: optional(yesOrNo),
      of: ({ reportsPayment }) => reportsPayment,
      write: asYesOrNo,
    },
    ...validityColumns,
    contact: {
      header: say('Adresse électronique', 'E-mail'),
      also: ['contact', 'courriel', 'mail', 'adresse de contact', 'contact e-mail'],
      required: false,
      kind: 'text',
      width: 34,
      absent: undefined,
      read: optional(email),
      of: ({ contactEmail }) => contactEmail,
      write: asText,
    },
  },
  build: ({ code, name, active, ...values }, before) => ({
    code: before?.code ?? code,
    name,
    // An empty cell opens what is new and leaves alone what is there.
    active: active ?? before?.active ?? true,
    ...(before?.address && { address: before.address }),
    ...(values.description !== undefined && { description: values.description }),
    ...(values.engagement !== undefined && { engagementNumberRequired: values.engagement }),
    ...(values.payment !== undefined && { reportsPayment: values.payment }),
    ...(values.from !== undefined && { validFrom: values.from }),
    ...(values.until !== undefined && { validUntil: values.until }),
    ...(values.contact !== undefined && { contactEmail: values.contact }),
  }),
  check: validityFaults,
  isKeptElsewhere: () => false,
  isOpen: ({ active }) => active,
  close: (service) => ({ ...service, active: false }),
  mayClose: () => true,
  load: ({ serviceBook }, structureId) => serviceBook.all(structureId),
  put: ({ serviceBook }, { structureId, at }, services) => serviceBook.put(structureId, services, at),
  lock: ({ serviceBook }, structureId) => serviceBook.lock(structureId),
};
