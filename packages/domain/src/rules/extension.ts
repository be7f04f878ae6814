/**
 * What the profiles beyond EN 16931 (Factur-X EXTENDED, EXTENDED-CTC-FR) say and the invoice model cannot hold: lines
 * arranged in groups, sellers of single lines, logistics services. Texts as written, white space around taken off.
 * Plain data.
 */
export interface Extension {
  /** One for each line of the model, in its order. */
  readonly lines: readonly LineExtension[];
  /** SpecifiedLogisticsServiceCharge (BG-X-42) */
  readonly serviceCharges: readonly ServiceCharge[];
  /** Amounts collected for others (BT-X-179), added to the amount due. */
  readonly adjustments: readonly string[];
  /** Exemption reasons of the document's allowances and charges, in the order of the model. */
  readonly allowances: readonly Exemption[];
  readonly charges: readonly Exemption[];
  /** Types of the preceding invoices, as far as they are given. */
  readonly precedingTypes: readonly string[];
}

export interface LineExtension {
  /** BT-X-8, EXT-FR-FE-163: DETAIL, GROUP or INFORMATION; empty where the element is. */
  readonly subType?: string;
  /** BT-X-304, EXT-FR-FE-162 */
  readonly parent?: string;
  readonly seller?: LineSeller;
  /** BT-128, as often as it is given. */
  readonly objects: readonly LineObject[];
  readonly vatTotals: readonly { readonly currency?: string; readonly amount: string }[];
  /** EXT-FR-FE-184 */
  readonly taxInclusive?: string;
  readonly exemption: Exemption;
  readonly precedingInvoices: readonly {
    readonly number?: string;
    readonly issueDate?: string;
    readonly typeCode?: string;
  }[];
}

/** EXT-FR-FE-BG-11 */
export interface LineSeller {
  readonly name?: string;
  readonly legalRegistration?: string;
  readonly country?: string;
}

export interface LineObject {
  /** 130 for an invoiced object. */
  readonly typeCode?: string;
  /** BT-128-1: AFL an invoice number, AVV a framework. */
  readonly scheme?: string;
  readonly value: string;
}

export interface Exemption {
  readonly reason?: string;
  readonly code?: string;
}

export interface ServiceCharge {
  /** BT-X-272 */
  readonly amount?: string;
  readonly category?: string;
  readonly rate?: string;
  readonly exemption: Exemption;
}
