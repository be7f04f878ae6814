import type { Tone } from '../src/display/tone.js';

export interface InventedInvoice {
  readonly id: string;
  readonly number: string;
  readonly supplier: string;
  readonly service: string;
  readonly engagement: string;
  readonly amount: string;
  readonly day: number;
  readonly limit: number;
  readonly received: string;
  readonly tone: Tone;
  readonly code: string;
  readonly status: readonly [string, string];
}

type Shown = Pick<InventedInvoice, 'tone' | 'code' | 'status'>;

const suppliers = ['Papeterie du Bocage', 'Énergies du Val', 'Numérique & Cie', 'Traiteur Lemaire'] as const;
const services = ['Pharmacie', 'Restauration et hôtellerie', 'Systèmes d’information', 'Travaux'] as const;
const statuses: readonly [Shown, ...Shown[]] = [
  { tone: 'info', code: '203', status: ['Mise à disposition', 'Made available'] },
  { tone: 'progress', code: '204', status: ['Prise en charge', 'Taken in charge'] },
  { tone: 'warning', code: '208', status: ['En attente d’un justificatif', 'Waiting for a document'] },
  { tone: 'success', code: '211', status: ['Paiement transmis', 'Payment sent'] },
  { tone: 'danger', code: '210', status: ['Refusée', 'Refused'] },
];

const pick = <Item>(items: readonly [Item, ...Item[]], position: number): Item =>
  items[position % items.length] ?? items[0];

/** The invoice at a position of an endless list: the same at each call. */
export const inventedInvoice = (position: number): InventedInvoice => ({
  id: String(position),
  number: `F-2026-${String(position + 1).padStart(4, '0')}`,
  supplier: pick(suppliers, position),
  service: pick(services, position * 3 + 1),
  engagement: `EJ26-${String(4100 + position * 7)}`,
  amount: ((position * 7919 + 4250) / 10).toFixed(2),
  day: 58 - ((position * 11) % 57),
  limit: 50,
  received: new Date(Date.UTC(2026, 9, 28) - position * 31 * 3_600_000).toISOString(),
  ...pick(statuses, position),
});
