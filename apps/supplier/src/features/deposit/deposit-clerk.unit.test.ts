import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client';
import { of, throwError } from 'rxjs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { possibleTypes } from '../../gql/possible-types.js';
import { DepositClerk } from './deposit-clerk.js';

const verdict = {
  __typename: 'InvoiceCheck',
  valid: true,
  syntax: 'CII',
  profile: null,
  faults: [],
  summary: null,
  recipient: null,
  service: null,
  numberAlreadyUsedBy: null,
};
const receipt = {
  __typename: 'DepositReceipt',
  depositedAt: '2026-03-03T09:42:00Z',
  documentSha256: 'a'.repeat(64),
  repeated: false,
  warnings: [],
  invoice: {
    __typename: 'Invoice',
    id: 'one',
    number: 'F-1',
    recipient: { __typename: 'Structure', id: 'r', name: 'Centre hospitalier de Valmont' },
  },
};

/** A gateway that loses its answer to the first deposit. */
const forgetfulGateway = () => {
  const asked: { name: string | undefined; key: unknown }[] = [];
  const link = new ApolloLink(({ operationName, variables }) => {
    asked.push({ name: operationName, key: variables.input.idempotencyKey });
    if (operationName === 'CheckInvoiceFile') return of({ data: { checkInvoice: verdict } });
    const deposits = asked.filter(({ name }) => name === 'DepositInvoiceFile').length;
    return deposits === 1
      ? throwError(() => new TypeError('the line dropped'))
      : of({ data: { depositInvoice: receipt } });
  });
  return { asked, client: new ApolloClient({ link, cache: new InMemoryCache({ possibleTypes }) }) };
};

describe('the clerk', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('checks each file once, and sends again under the same key once the line is back', async () => {
    const browser = new EventTarget();
    vi.stubGlobal('addEventListener', browser.addEventListener.bind(browser));
    vi.stubGlobal('FileReader', InstantReader);
    const { asked, client } = forgetfulGateway();
    const clerk = new DepositClerk({ client, language: () => 'fr', askToSignIn: async () => undefined });
    const stageOf = (id: string) => clerk.snapshot().find((card) => card.id === id)?.life.stage;

    clerk.dispatch({
      kind: 'cardsLaid',
      cards: ['a', 'b', 'c', 'd'].map((id) => ({
        id,
        file: new File(['<Invoice/>'], `${id}.xml`),
        idempotencyKey: `key-${id}`,
        life: { stage: 'queued' },
      })),
    });
    await vi.waitFor(() => expect(['a', 'b', 'c', 'd'].map(stageOf)).toEqual(Array(4).fill('ready')));
    expect(asked.filter(({ name }) => name === 'CheckInvoiceFile')).toHaveLength(4);

    clerk.dispatch({ kind: 'cardMoved', id: 'b', event: { kind: 'sendAsked' } });
    await vi.waitFor(() => expect(stageOf('b')).toBe('unanswered'));
    browser.dispatchEvent(new Event('online'));
    await vi.waitFor(() => expect(stageOf('b')).toBe('sent'));
    expect(asked.filter(({ name }) => name === 'DepositInvoiceFile').map(({ key }) => key)).toEqual([
      'key-b',
      'key-b',
    ]);
    expect(stageOf('a')).toBe('ready');
  });
});

/** Stands in for the browser's reader, which Node.js has not. */
class InstantReader extends EventTarget {
  result: string | null = null;
  readonly error = null;
  readAsDataURL(): void {
    this.result = 'data:text/xml;base64,PEludm9pY2UvPg==';
    this.dispatchEvent(new Event('load'));
  }
}
