import type { Decimal } from '@parvis/domain/amount/decimal';

/** Odoo's own identifiers of what a bill refers to. */
export interface References {
  readonly company: Named;
  readonly euro: number;
  readonly france: number | undefined;
  readonly journal: Named;
  /** By account number. */
  readonly accounts: ReadonlyMap<string, Named>;
  readonly taxes: readonly PurchaseTax[];
  /** Where a partner's SIRET stands: `siret` with the French accounting module until Odoo 17, `company_registry` after. */
  readonly siretField: 'siret' | 'company_registry';
  /** The kind of message Odoo writes when a bill becomes paid. */
  readonly paidSubtype: number | undefined;
}

export interface Named {
  readonly id: number;
  readonly name: string;
}

export interface PurchaseTax extends Named {
  /** 20 means 20 %. */
  readonly rate: Decimal;
}
