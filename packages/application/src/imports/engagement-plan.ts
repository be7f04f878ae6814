import { may } from '@parvis/domain/access/rights';
import type { Decimal } from '@parvis/domain/amount/decimal';
import type { Engagement } from '@parvis/domain/directory/engagement';
import { say } from '@parvis/domain/display/language';
import type { CalendarDate } from '@parvis/domain/invoice/invoice';
import { loadEngagements } from '../engagements/load-engagements.js';
import {
  amount,
  currency,
  engagementNumber,
  needed,
  optional,
  serviceCode,
  shortText,
  supplierIdentifier,
  yesOrNo,
} from './cell-readers.js';
import { asAmount, asText, asYesOrNo } from './cell-writers.js';
import type { ImportPlan, ImportScene, RowFault } from './import-plan.js';
import { validityColumns, validityFaults } from './validity-columns.js';

export interface EngagementValues {
  readonly number: string;
  readonly label: string | undefined;
  readonly supplier: string | undefined;
  readonly supplierName: string | undefined;
  readonly service: string | undefined;
  readonly total: Decimal | undefined;
  readonly left: Decimal | undefined;
  readonly currency: string | undefined;
  readonly from: CalendarDate | undefined;
  readonly until: CalendarDate | undefined;
  readonly closed: boolean | undefined;
}

/** The engagements of a public entity, by number. */
export const engagementPlan: ImportPlan<Engagement, EngagementValues> = {
  kind: 'engagements',
  right: 'engagement:manage',
  name: say('Engagements', 'Engagements'),
  act: 'engagements.imported',
  keyColumn: 'number',
  keyOf: ({ number }) => number,
  columns: {
    number: {
      header: say("Numéro d'engagement", 'Engagement number'),
      also: [
        'numero',
        'engagement',
        'numero ej',
        'ej',
        'engagement juridique',
        'numero de commande',
        'number',
      ],
      required: true,
      kind: 'text',
      width: 24,
      absent: '',
      read: needed(engagementNumber),
      of: ({ number }) => number,
      write: asText,
    },
    label: {
      header: say('Libellé', 'Label'),
      also: ['objet', 'intitule', 'description'],
      required: false,
      kind: 'text',
      width: 40,
      absent: undefined,
      read: optional(shortText(200)),
      of: ({ label }) => label || undefined,
      write: asText,
    },
    supplier: {
      header: say('SIRET du fournisseur', 'Supplier identifier'),
      also: ['siret', 'identifiant fournisseur', 'fournisseur siret', 'siret fournisseur', 'supplier'],
      required: false,
      kind: 'text',
      width: 22,
      absent: undefined,
      read: optional(supplierIdentifier),
      of: ({ supplierIdentifier: identifier }) => identifier,
      write: asText,
    },
    supplierName: {
      header: say('Fournisseur', 'Supplier name'),
      also: ['nom du fournisseur', 'tiers', 'raison sociale'],
      required: false,
      kind: 'text',
      width: 34,
      absent: undefined,
      read: optional(shortText(200)),
      of: ({ supplierName }) => supplierName,
      write: asText,
    },
    service: {
      header: say('Code service', 'Service code'),
      also: ['service', 'code du service'],
      required: false,
      kind: 'text',
      width: 18,
      absent: undefined,
      read: optional(serviceCode),
      of: ({ serviceCode: code }) => code,
      write: asText,
    },
    total: {
      header: say('Montant TTC', 'Total with taxes'),
      also: ['montant', 'montant total', 'montant engage', 'total'],
      required: false,
      kind: 'amount',
      width: 16,
      absent: undefined,
      read: optional(amount),
      of: ({ amountTotal }) => amountTotal,
      write: asAmount,
    },
    left: {
      header: say('Reste TTC', 'Left with taxes'),
      also: ['reste', 'solde', 'reste a facturer', 'disponible', 'reste engage', 'montant restant', 'left'],
      required: false,
      kind: 'amount',
      width: 16,
      absent: undefined,
      read: optional(amount),
      of: ({ amountLeft }) => amountLeft,
      write: asAmount,
    },
    currency: {
      header: say('Devise', 'Currency'),
      also: [],
      required: false,
      kind: 'text',
      width: 9,
      absent: undefined,
      read: optional(currency),
      of: ({ currency: code }) => code,
      write: asText,
    },
    ...validityColumns,
    closed: {
      header: say('Clos', 'Closed'),
      also: ['cloture', 'solde o/n', 'termine'],
      required: false,
      kind: 'text',
      width: 8,
      absent: undefined,
      read: optional(yesOrNo),
      of: ({ closed }) => closed,
      write: asYesOrNo,
    },
  },
  build: (values, before, { structureId, at, serviceCodes }) => ({
    recipientId: structureId,
    number: values.number,
    label: values.label ?? '',
    currency: values.currency ?? before?.currency ?? 'EUR',
    source: 'file',
    closed: values.closed ?? before?.closed ?? false,
    updatedAt: at,
    ...(values.service !== undefined && {
      serviceCode: serviceCodes.get(values.service.toLowerCase()) ?? values.service,
    }),
    ...(values.supplier !== undefined && { supplierIdentifier: values.supplier }),
    ...(values.supplierName !== undefined && { supplierName: values.supplierName }),
    ...(values.total !== undefined && { amountTotal: values.total }),
    ...(values.left !== undefined && { amountLeft: values.left }),
    ...(values.from !== undefined && { validFrom: values.from }),
    ...(values.until !== undefined && { validUntil: values.until }),
  }),
  check: (engagement, before, scene) => [
    ...serviceFaults(engagement, before, scene),
    ...amountFaults(engagement),
    ...validityFaults(engagement),
  ],
  isKeptElsewhere: ({ source }) => source === 'accounting',
  isOpen: ({ closed }) => !closed,
  close: (engagement, { at }) => ({ ...engagement, closed: true, updatedAt: at }),
  // What the accounting system keeps is its own to close.
  mayClose: (engagement, scene) => engagement.source !== 'accounting' && mayManage(engagement, scene),
  load: ({ engagements }, structureId) => loadEngagements(engagements, structureId),
  put: ({ engagements }, _, items) => engagements.put(items),
  lock: ({ engagements }, structureId) => engagements.lock(structureId),
};

const mayManage = ({ serviceCode: code }: Engagement, { actor, structureId }: ImportScene): boolean =>
  may(actor, 'engagement:manage', structureId, { serviceCode: code ?? null });

const serviceFaults = (
  engagement: Engagement,
  before: Engagement | undefined,
  scene: ImportScene,
): RowFault<EngagementValues>[] => {
  const beyond: RowFault<EngagementValues>[] = [{ column: 'service', cause: 'out-of-reach' }];
  if (before !== undefined && !mayManage(before, scene)) return beyond;
  const code = engagement.serviceCode;
  if (code !== undefined && !scene.serviceCodes.has(code.toLowerCase()))
    return [{ column: 'service', cause: 'service-unknown' }];
  return mayManage(engagement, scene) ? [] : beyond;
};

const amountFaults = ({ amountTotal, amountLeft }: Engagement): RowFault<EngagementValues>[] =>
  amountTotal && amountLeft && amountTotal.isLessThan(amountLeft)
    ? [{ column: 'left', cause: 'left-above-total', values: { total: amountTotal.toString() } }]
    : [];
