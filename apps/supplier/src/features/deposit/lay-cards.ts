import type { DepositCard } from './deposit-card.js';

/** A card for each file, with the key that makes its deposit happen once. */
export const layCards = (files: readonly File[], supplierId: string | undefined): DepositCard[] =>
  files.map((file) => ({
    id: crypto.randomUUID(),
    file,
    idempotencyKey: crypto.randomUUID(),
    ...(supplierId && { supplierId }),
    life: { stage: 'queued' },
  }));
