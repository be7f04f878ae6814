import type { PublicEntityKey, SupplierKey } from './demo-identifiers.js';
import type { DemoInvoice, DemoLine } from './demo-invoice.js';

/** One invoice of the demonstration and what people and accounting systems did with it, in days after its deposit. */
export interface DemoStory {
  readonly invoice: Omit<DemoInvoice, 'issueDate' | 'dueDate'>;
  readonly format: 'ubl' | 'cii' | 'factur-x';
  readonly depositedDaysAgo: number;
  readonly steps: readonly DemoStep[];
}

export type DemoStep =
  | {
      readonly act: 'takeInCharge' | 'approve' | 'suspend' | 'refuse' | 'complete' | 'askReroute';
      readonly afterDays: number;
      readonly reason?: string;
      readonly comment?: string;
    }
  /** What the entity's accountant does in the accounting system. */
  | { readonly books: 'post' | 'book' | 'pay'; readonly afterDays: number };

const goods: Record<SupplierKey, readonly DemoLine[]> = {
  papeterie: [
    {
      label: 'Ramettes de papier A4, carton de cinq',
      quantity: '40',
      unit: 'C62',
      unitPrice: '21.45',
      vatRate: '20',
    },
    {
      label: 'Stylos à bille bleus, boîte de 50',
      quantity: '12',
      unit: 'C62',
      unitPrice: '14.90',
      vatRate: '20',
    },
    { label: 'Classeurs à levier', quantity: '60', unit: 'C62', unitPrice: '2.85', vatRate: '20' },
    { label: 'Manuels de formation', quantity: '18', unit: 'C62', unitPrice: '24.60', vatRate: '5.5' },
  ],
  energies: [
    {
      label: 'Électricité, heures pleines',
      quantity: '18450',
      unit: 'KWH',
      unitPrice: '0.1742',
      vatRate: '20',
    },
    {
      label: 'Électricité, heures creuses',
      quantity: '9120',
      unit: 'KWH',
      unitPrice: '0.1318',
      vatRate: '20',
    },
    {
      label: 'Abonnement, puissance souscrite 120 kVA',
      quantity: '1',
      unit: 'MON',
      unitPrice: '186.30',
      vatRate: '5.5',
    },
  ],
  numerique: [
    {
      label: 'Maintenance du parc, forfait mensuel',
      quantity: '1',
      unit: 'MON',
      unitPrice: '2450.00',
      vatRate: '20',
    },
    { label: 'Intervention sur site', quantity: '6.5', unit: 'HUR', unitPrice: '84.00', vatRate: '20' },
    { label: 'Licences bureautiques', quantity: '35', unit: 'C62', unitPrice: '11.70', vatRate: '20' },
  ],
  traiteur: [
    { label: 'Repas livrés, plat du jour', quantity: '320', unit: 'C62', unitPrice: '6.85', vatRate: '10' },
    { label: 'Plateaux de réunion', quantity: '14', unit: 'C62', unitPrice: '17.20', vatRate: '10' },
    {
      label: 'Eau minérale, bouteilles de 50 cl',
      quantity: '96',
      unit: 'C62',
      unitPrice: '0.62',
      vatRate: '5.5',
    },
  ],
};

/** Where each supplier's goods go: the entity, its service, and an engagement number where one is asked for. */
const addressees: readonly {
  readonly supplier: SupplierKey;
  readonly recipient: PublicEntityKey;
  readonly serviceCode?: string;
  readonly engagement?: string;
}[] = [
  { supplier: 'papeterie', recipient: 'hospital', serviceCode: 'INFORMATIQUE' },
  { supplier: 'traiteur', recipient: 'hospital', serviceCode: 'RESTAURATION' },
  { supplier: 'energies', recipient: 'hospital', serviceCode: 'TRAVAUX' },
  { supplier: 'numerique', recipient: 'hospital', serviceCode: 'INFORMATIQUE' },
  { supplier: 'papeterie', recipient: 'hospital', serviceCode: 'PHARMACIE', engagement: 'EJ-PH' },
  { supplier: 'traiteur', recipient: 'town', serviceCode: 'ECOLES', engagement: 'BC-EC' },
  { supplier: 'energies', recipient: 'town', engagement: 'BC-EN' },
  { supplier: 'numerique', recipient: 'state', serviceCode: 'FINDDT076' },
  { supplier: 'papeterie', recipient: 'town', serviceCode: 'ECOLES', engagement: 'BC-PA' },
];

/** How far an invoice has come. Days are counted from its deposit. */
const courses = {
  fresh: { daysAgo: 1, steps: [] },
  waiting: { daysAgo: 9, steps: [] },
  forgotten: { daysAgo: 53, steps: [] },
  inHand: { daysAgo: 6, steps: [{ act: 'takeInCharge', afterDays: 2 }] },
  missingPaper: {
    daysAgo: 12,
    steps: [
      { act: 'takeInCharge', afterDays: 3 },
      {
        act: 'suspend',
        afterDays: 5,
        reason: 'JUSTIF_ABS',
        comment: 'Il manque le bon de livraison signé par le service.',
      },
    ],
  },
  answered: {
    daysAgo: 15,
    steps: [
      {
        act: 'suspend',
        afterDays: 4,
        reason: 'JUSTIF_ABS',
        comment: 'Merci de joindre le relevé de compteur.',
      },
      { act: 'complete', afterDays: 8, comment: 'Voici le relevé demandé.' },
    ],
  },
  refused: {
    daysAgo: 20,
    steps: [
      { act: 'takeInCharge', afterDays: 2 },
      {
        act: 'refuse',
        afterDays: 6,
        reason: 'DOUBLON',
        comment: 'La même livraison figure sur votre facture précédente.',
      },
    ],
  },
  elsewhere: {
    daysAgo: 8,
    steps: [
      {
        act: 'askReroute',
        afterDays: 2,
        reason: 'CMD_ERR',
        comment: "Ce bon de commande n'est pas celui de notre service.",
      },
    ],
  },
  certified: {
    daysAgo: 14,
    steps: [
      { act: 'takeInCharge', afterDays: 2 },
      { act: 'approve', afterDays: 7 },
    ],
  },
  ordered: {
    daysAgo: 22,
    steps: [
      { act: 'takeInCharge', afterDays: 1 },
      { act: 'approve', afterDays: 6 },
      { books: 'post', afterDays: 11 },
    ],
  },
  booked: {
    daysAgo: 31,
    steps: [
      { act: 'approve', afterDays: 8 },
      { books: 'post', afterDays: 14 },
      { books: 'book', afterDays: 19 },
    ],
  },
  paid: {
    daysAgo: 44,
    steps: [
      { act: 'takeInCharge', afterDays: 2 },
      { act: 'approve', afterDays: 9 },
      { books: 'post', afterDays: 15 },
      { books: 'book', afterDays: 20 },
      { books: 'pay', afterDays: 27 },
    ],
  },
  paidAfterAnswer: {
    daysAgo: 58,
    steps: [
      {
        act: 'suspend',
        afterDays: 3,
        reason: 'COORD_BANC_ERR',
        comment: "L'IBAN ne correspond pas à celui du marché.",
      },
      { act: 'complete', afterDays: 6, comment: 'RIB à jour ci-joint.' },
      { act: 'approve', afterDays: 10 },
      { books: 'post', afterDays: 16 },
      { books: 'book', afterDays: 22 },
      { books: 'pay', afterDays: 30 },
    ],
  },
} as const satisfies Record<string, { readonly daysAgo: number; readonly steps: readonly DemoStep[] }>;

type Course = keyof typeof courses;

/** Sixty invoices; what the books do only where the entity has a connection (the hospital and the town). */
const plan: readonly (readonly [Course, number])[] = [
  ['fresh', 7],
  ['waiting', 6],
  ['forgotten', 2],
  ['inHand', 7],
  ['missingPaper', 4],
  ['answered', 4],
  ['refused', 3],
  ['elsewhere', 1],
  ['certified', 5],
  ['ordered', 5],
  ['booked', 4],
  ['paid', 9],
  ['paidAfterAnswer', 3],
];

const formats = ['ubl', 'factur-x', 'ubl', 'cii'] as const;
const prefixes: Record<SupplierKey, string> = {
  papeterie: 'PB',
  energies: 'EV',
  numerique: 'NC',
  traiteur: 'TL',
};

export const demoStories = (): DemoStory[] =>
  plan.flatMap(([course, count], row) =>
    Array.from({ length: count }, (_, index) => story(course, row * 11 + index)),
  );

const story = (course: Course, seed: number): DemoStory => {
  const { daysAgo, steps }: { daysAgo: number; steps: readonly DemoStep[] } = courses[course];
  const inBooks = steps.some((step) => 'books' in step);
  const open = addressees.filter(({ recipient }) => !inBooks || recipient !== 'state');
  const addressee = open[seed % open.length] ?? open[0];
  if (!addressee) throw new TypeError('no addressee');
  const { supplier, recipient, serviceCode, engagement } = addressee;
  return {
    format: formats[seed % formats.length] ?? 'ubl',
    depositedDaysAgo: daysAgo + (seed % 5),
    steps,
    invoice: {
      number: `${prefixes[supplier]}-${String(1000 + seed * 3).padStart(5, '0')}`,
      kind: seed % 17 === 16 ? 'creditNote' : 'invoice',
      supplier,
      recipient,
      ...(serviceCode ? { serviceCode } : {}),
      ...(engagement ? { engagementNumber: `${engagement}-${String(100 + seed)}` } : {}),
      lines: linesOf(supplier, seed),
    },
  };
};

/** A part of the supplier's goods, in quantities that differ from one invoice to the next. */
const linesOf = (supplier: SupplierKey, seed: number): DemoLine[] => {
  const all = goods[supplier];
  const kept = all.filter((_, index) => (seed + index) % 3 !== 0);
  return (kept.length > 0 ? kept : all).map((line, index) => ({
    ...line,
    quantity: line.quantity.includes('.')
      ? line.quantity
      : String(Number(line.quantity) + ((seed * (index + 3)) % 11)),
  }));
};
