import type { Decimal } from '@parvis/domain/amount/decimal';

/** Tryton's own identifiers of what a bill refers to. */
export interface References {
  readonly company: number;
  readonly euro: number;
  readonly france: number | undefined;
  readonly journal: Journal;
  readonly payableAccount: number;
  readonly paymentTerm: number | undefined;
  /** By account number. */
  readonly accounts: ReadonlyMap<string, Account>;
  readonly taxes: readonly PurchaseTax[];
}

export interface Journal {
  readonly id: number;
  readonly name: string;
}

export interface Account {
  readonly id: number;
  readonly name: string;
}

export interface PurchaseTax {
  readonly id: number;
  readonly name: string;
  /** 20 means 20 %. */
  readonly rate: Decimal;
  readonly account: number;
  readonly creditNoteAccount: number;
}
