import { randomUUID } from 'node:crypto';
import type { DemoInvoice } from '@parvis/demo-data/demo-invoice';
import { ublFile } from '@parvis/demo-data/ubl-file';
import { type Api, eventually } from './api.js';

/** An invoice of the stationery to the hospital, valid, under a number of one's own. */
export const invoiceTo = (number: string, more: Partial<DemoInvoice> = {}): DemoInvoice => ({
  number,
  kind: 'invoice',
  supplier: 'papeterie',
  recipient: 'hospital',
  serviceCode: 'INFORMATIQUE',
  issueDate: new Date().toISOString().slice(0, 10),
  lines: [
    { label: 'Ramettes de papier A4', quantity: '12', unit: 'C62', unitPrice: '21.45', vatRate: '20' },
    { label: 'Manuels', quantity: '3', unit: 'C62', unitPrice: '24.60', vatRate: '5.5' },
  ],
  ...more,
});

export interface SeenInvoice {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly sequence: number;
  readonly timeline: readonly {
    readonly sequence: number;
    readonly action: string;
    readonly to: string;
    readonly moves: boolean;
    readonly actorKind: string;
    readonly sourceCode: string | null;
    readonly comment: string | null;
  }[];
  readonly availableActions: readonly string[];
}

export const SEEN = `id number status sequence availableActions
  timeline { sequence action to moves actorKind sourceCode comment }`;

export type DepositAnswer =
  | {
      readonly __typename: 'DepositReceipt';
      readonly repeated: boolean;
      readonly invoice: SeenInvoice;
      readonly documentSha256: string;
    }
  | {
      readonly __typename: 'InvoiceFaulty';
      readonly check: { readonly faults: readonly { readonly rule: string }[] };
    }
  | {
      readonly __typename: 'NumberAlreadyUsed';
      readonly code: string;
      readonly first: { readonly id: string } | null;
    }
  | { readonly __typename: 'ActRefused'; readonly code: string };

export const deposit = async (
  api: Api,
  invoice: DemoInvoice,
  idempotencyKey: string,
  supplierId?: string,
): Promise<DepositAnswer> => {
  const file = {
    ...(supplierId && { supplierId }),
    fileName: `${invoice.number}.xml`,
    contentBase64: Buffer.from(ublFile(invoice)).toString('base64'),
  };
  const { depositInvoice } = await api.query<{ depositInvoice: DepositAnswer }>(
    `mutation ($input: DepositInvoiceInput!) {
      depositInvoice(input: $input) {
        __typename
        ... on DepositReceipt { repeated documentSha256 invoice { ${SEEN} } }
        ... on InvoiceFaulty { check { faults { rule } } }
        ... on NumberAlreadyUsed { code first { id } }
        ... on ActRefused { code }
      }
    }`,
    { input: { file, idempotencyKey } },
  );
  return depositInvoice;
};

/** A deposit that must go through; `supplierId`: for whom, when the person sells for several. */
export const deposited = async (
  api: Api,
  invoice: DemoInvoice,
  supplierId?: string,
): Promise<SeenInvoice> => {
  const answer = await deposit(api, invoice, randomUUID(), supplierId);
  if (answer.__typename === 'DepositReceipt') return answer.invoice;
  throw new Error(`${invoice.number} was not deposited: ${JSON.stringify(answer)}`);
};

/** The invoice as this person sees it, once it stands there. */
export const becomes = async (api: Api, id: string, status: string): Promise<SeenInvoice> => {
  const seen = await eventually(
    () => see(api, id),
    (invoice) => invoice?.status === status,
  );
  if (!seen) throw new Error(`${id} is not to be seen`);
  return seen;
};

/** An invoice to the hospital whose service is confirmed: on its way to the books. */
export const approved = async (supplier: Api, buyer: Api, invoice: DemoInvoice): Promise<SeenInvoice> => {
  const { id } = await deposited(supplier, invoice);
  await becomes(buyer, id, 'MADE_AVAILABLE');
  await act(buyer, 'approveInvoice', { invoiceId: id });
  return becomes(buyer, id, 'SERVICE_CONFIRMED');
};

export interface SeenDelivery {
  readonly state: string;
  readonly attempts: number;
  readonly problemCode: string | null;
  readonly remoteId: string | null;
  readonly remoteNumber: string | null;
  readonly remoteStatus: string | null;
}

/** What the recipient is told of the delivery to its books. */
export const deliveryOf = async (buyer: Api, id: string): Promise<SeenDelivery | undefined> => {
  const { invoice } = await buyer.query<{ invoice: { deliveries: SeenDelivery[] } }>(
    `query ($id: ID!) {
      invoice(id: $id) { deliveries { state attempts problemCode remoteId remoteNumber remoteStatus } }
    }`,
    { id },
  );
  return invoice.deliveries[0];
};

export const see = async (api: Api, id: string): Promise<SeenInvoice | null> => {
  const { invoice } = await api.query<{ invoice: SeenInvoice | null }>(
    `query ($id: ID!) { invoice(id: $id) { ${SEEN} } }`,
    { id },
  );
  return invoice;
};

export interface ActAnswer {
  readonly __typename: 'InvoiceActedOn' | 'ActRefused';
  readonly code?: string;
}

/** `mutation` is the name of an act in the schema: approveInvoice, suspendInvoice… */
export const act = async (api: Api, mutation: string, input: Record<string, unknown>): Promise<ActAnswer> => {
  const type =
    mutation === 'completeInvoice'
      ? 'CompleteInvoiceInput'
      : 'reasonCode' in input
        ? 'ActWithReasonInput'
        : 'ActOnInvoiceInput';
  const answer = await api.query<Record<string, ActAnswer>>(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename ... on ActRefused { code } } }`,
    { input },
  );
  const outcome = answer[mutation];
  if (!outcome) throw new Error(`no answer to ${mutation}`);
  return outcome;
};
