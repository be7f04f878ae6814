import { Decimal } from '@parvis/domain/amount/decimal';
import type { Engagement } from '@parvis/domain/directory/engagement';
import { addDays, calendarDay } from '@parvis/domain/time/paris';
import type { Persistence } from '@parvis/persistence/open-persistence';
import { type SupplierKey, suppliers } from './demo-identifiers.js';
import { structureIds } from './demo-structures.js';

interface DemoEngagement {
  readonly number: string;
  readonly label: string;
  readonly supplier?: SupplierKey;
  readonly service?: string;
  readonly total: string;
  readonly left: string;
  /** Days from the day of loading. */
  readonly from: number;
  readonly until: number;
  readonly closed?: true;
}

/** The hospital's: open ones, one nearly used up, one over, one to come, one closed. */
const demoEngagements: readonly DemoEngagement[] = [
  {
    number: 'EJ-PH-101',
    label: 'Fournitures de pharmacie',
    supplier: 'papeterie',
    service: 'PHARMACIE',
    total: '24000.00',
    left: '17640.00',
    from: -200,
    until: 165,
  },
  {
    number: 'EJ-PH-102',
    label: 'Étiquettes et imprimés',
    supplier: 'papeterie',
    service: 'PHARMACIE',
    total: '3600.00',
    left: '84.20',
    from: -120,
    until: 245,
  },
  {
    number: 'EJ-RE-210',
    label: 'Repas des internes',
    supplier: 'traiteur',
    service: 'RESTAURATION',
    total: '60000.00',
    left: '41250.00',
    from: -90,
    until: 275,
  },
  {
    number: 'EJ-IN-330',
    label: 'Licences bureautiques',
    supplier: 'numerique',
    service: 'INFORMATIQUE',
    total: '18000.00',
    left: '18000.00',
    from: 30,
    until: 395,
  },
  {
    number: 'EJ-EN-045',
    label: 'Électricité, site Nord',
    supplier: 'energies',
    total: '250000.00',
    left: '0.00',
    from: -420,
    until: -55,
  },
  {
    number: 'EJ-TX-007',
    label: 'Petits travaux',
    service: 'TRAVAUX',
    total: '12000.00',
    left: '5400.00',
    from: -300,
    until: 65,
  },
  {
    number: 'EJ-PH-088',
    label: 'Fournitures, exercice précédent',
    supplier: 'papeterie',
    service: 'PHARMACIE',
    total: '20000.00',
    left: '312.00',
    from: -500,
    until: -135,
    closed: true,
  },
];

/** After the invoices: those were sent before the hospital began to hold them against anything. */
export const saveDemoEngagements = ({ work }: Persistence, now: Date): Promise<void> =>
  work.run(async ({ engagements }) => {
    await engagements.put(demoEngagements.map((demo) => engagementOf(demo, now)));
    const advising = { check: 'advise', acceptsExcess: true } as const;
    await engagements.changeSettings(structureIds.hospital, advising, now);
  });

const engagementOf = (demo: DemoEngagement, now: Date): Engagement => ({
  recipientId: structureIds.hospital,
  number: demo.number,
  label: demo.label,
  amountTotal: Decimal.of(demo.total),
  amountLeft: Decimal.of(demo.left),
  currency: 'EUR',
  validFrom: addDays(calendarDay(now), demo.from),
  validUntil: addDays(calendarDay(now), demo.until),
  source: 'file',
  closed: demo.closed ?? false,
  updatedAt: now,
  ...(demo.service && { serviceCode: demo.service }),
  ...(demo.supplier && {
    supplierIdentifier: suppliers[demo.supplier].siret,
    supplierName: suppliers[demo.supplier].name,
  }),
});
