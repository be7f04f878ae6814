import type { DeliveryKey } from '@parvis/application/accounting/accounting-connector';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ConnectorNumbers } from '../connector-tools.js';
import { aDelivery } from '../testing/contract-envelope.js';
import { acknowledgement, orderReturn, type ToldOrder } from '../testing/pes-accountant.js';
import { somePesSettings as settings, someNumbers } from '../testing/pes-books.js';
import { deliverPes } from './deliver-pes.js';
import { readPesAnswers } from './read-answers.js';
import { tellAnswers } from './tell-answers.js';

const receivedAt = new Date('2026-12-05T09:00:00.000Z');
const carrier = { way: 'test', send: async () => ({ id: '1', wasThere: false }) };

describe('what Hélios answers', () => {
  let numbers: ConnectorNumbers;
  let billId = '';
  let key: DeliveryKey;
  beforeEach(async () => {
    numbers = someNumbers();
    const delivery = aDelivery();
    const outcome = await deliverPes(delivery, settings, carrier, { numbers, mark: () => {} });
    if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome));
    ({ key } = delivery);
    billId = outcome.reference.id;
  });

  const told = async (xml: string) => {
    const reading = readPesAnswers(Buffer.from(xml, 'latin1'));
    if (reading.kind !== 'answers') throw new Error(reading.kind);
    return tellAnswers(reading.answers, receivedAt, settings, numbers);
  };
  const toldOrder = (order: ToldOrder) => told(orderReturn(billId, order));

  it('joins the order by its numbers', () => {
    expect(billId).toBe('21990012300015/00/2026/42/1187');
  });

  it('hands the invoice to the accountant when the batch is taken', async () => {
    expect(await told(acknowledgement(billId))).toEqual([
      {
        key,
        reference: { id: billId, number: '1187' },
        sourceCode: 'ACQUIT accepté',
        actions: ['orderPayment', 'handToAccountant'],
        // The day of the file, in Paris.
        occurredAt: new Date('2026-11-22T23:00:00.000Z'),
      },
    ]);
  });

  it('says in words why a batch was not taken, and tells the supplier nothing', async () => {
    const [status] = await told(acknowledgement(billId, ['ERREUR_CODIQUE', 'ERREUR_CUMUL_MONTANTS']));
    expect(status).toMatchObject({ sourceCode: 'ACQUIT refusé', actions: [] });
    expect(status?.reason).toContain('Poste comptable');
    expect(status?.reason).toContain('total du bordereau');
  });

  it('takes a number that Hélios knows for our first sending, and waits for what follows', async () => {
    expect(
      await told(acknowledgement(billId, ['ERREUR_DOUBLON_BORDEREAU', 'ERREUR_DOUBLON_PIECE'])),
    ).toMatchObject([{ sourceCode: 'ACQUIT doublon', actions: [] }]);
    expect(await told(acknowledgement(billId, ['ERREUR_DOUBLON_BORDEREAU', 'ERREUR_PJ']))).toMatchObject([
      { sourceCode: 'ACQUIT refusé' },
    ]);
  });

  it('tells of a file that was accepted in part: the batch is there, an attachment is not', async () => {
    const [, invoiceId = ''] = key.split(':');
    const refused = `<ElementACQUIT><DomaineAck V="4"/><EtatAck V="0"/><IdUnique V="${invoiceId.replaceAll('-', '')}R1N1"/><Erreur><NumAnoAck V="ERREUR_TAILLE_PJ"/></Erreur></ElementACQUIT>`;
    const statuses = await told(acknowledgement(billId).replace('</ACQUIT>', `${refused}</ACQUIT>`));
    expect(statuses).toMatchObject([
      { key, sourceCode: 'ACQUIT accepté' },
      { key, sourceCode: 'ACQUIT pièce jointe refusée', actions: [], reason: 'fichier trop volumineux' },
    ]);
  });

  it('books, and pays when all of it went to the supplier', async () => {
    expect(await toldOrder({ state: '02' })).toMatchObject([
      {
        sourceCode: '02',
        actions: ['orderPayment', 'handToAccountant', 'book'],
        occurredAt: new Date('2026-11-24T23:00:00.000Z'),
      },
    ]);
    expect(
      await toldOrder({
        state: '05',
        payments: [
          ['01', '70.00'],
          ['01', '50.00'],
        ],
      }),
    ).toMatchObject([
      {
        sourceCode: '05',
        actions: ['orderPayment', 'handToAccountant', 'book', 'startPayment'],
        occurredAt: new Date('2026-12-01T23:00:00.000Z'),
      },
    ]);
  });

  it('does not take settled for paid', async () => {
    const [retained] = await toldOrder({ state: '05', payments: [['03', '120.00']] });
    expect(retained).toMatchObject({
      sourceCode: '05 sans paiement',
      actions: ['orderPayment', 'handToAccountant', 'book'],
    });
    const [partly] = await toldOrder({
      state: '05',
      payments: [
        ['01', '100.00'],
        ['07', '20.00'],
      ],
    });
    expect(partly).toMatchObject({ sourceCode: '05 partiel', reason: '100.00 € payés sur 120.00 €' });
    expect(partly?.actions).not.toContain('startPayment');
  });

  it('keeps refused and held orders from the supplier, with the accountant’s reasons in words', async () => {
    expect(await toldOrder({ state: '04', observations: '09-23' })).toMatchObject([
      {
        sourceCode: '04',
        actions: [],
        reason: 'coordonnées bancaires absentes ou erronées, imputation erronée',
        occurredAt: new Date('2026-11-25T23:00:00.000Z'),
      },
    ]);
    expect(await toldOrder({ state: '01', observations: '02' })).toMatchObject([
      { sourceCode: '01', actions: [], reason: 'pièces justificatives insuffisantes' },
    ]);
  });

  it('keeps a state nobody knows and makes nothing of it', async () => {
    expect(await toldOrder({ state: '97' })).toMatchObject([{ sourceCode: '97', actions: [] }]);
  });

  it('leaves out orders of other software and of other budgets', async () => {
    const [siret, budget, exercise, batch] = billId.split('/');
    expect(
      await told(orderReturn([siret, budget, exercise, batch, 9_999].join('/'), { state: '02' })),
    ).toEqual([]);
    expect(await told(orderReturn([siret, '01', exercise, batch, 1187].join('/'), { state: '02' }))).toEqual(
      [],
    );
    expect(await told(acknowledgement([siret, budget, 2025, batch, 1187].join('/')))).toEqual([]);
  });

  it.each([
    ['half a file', acknowledgement('1/00/2026/1/1').slice(0, 200), 'broken'],
    ['a page of a middle man', '<html></html>', 'foreign'],
    ['nothing', '', 'broken'],
  ])('is not read out of %s', (_name, text, kind) => {
    expect(readPesAnswers(Buffer.from(text))).toEqual({ kind });
  });
});

describe('a sending', () => {
  it.each<[string, (billId: string) => string]>([
    ['the file', (billId) => acknowledgement(billId, ['ERREUR_CODIQUE'])],
    ['the order at its visa', (billId) => orderReturn(billId, { state: '04', booked: false })],
  ])('goes again under the same numbers, once, when Hélios has refused %s', async (_what, refusal) => {
    const numbers = someNumbers();
    const { envelope, key } = aDelivery();
    const sent: string[] = [];
    const recording = {
      way: 'test',
      send: async ({ fileName }: { readonly fileName: string }) => {
        sent.push(fileName);
        return { id: fileName, wasThere: false };
      },
    };
    const deliver = () => deliverPes({ envelope, key }, settings, recording, { numbers, mark: () => {} });
    const first = await deliver();
    const billId = 'reference' in first ? first.reference.id : '';
    const hear = async () => {
      const reading = readPesAnswers(Buffer.from(refusal(billId), 'latin1'));
      if (reading.kind === 'answers') await tellAnswers(reading.answers, receivedAt, settings, numbers);
    };
    await hear();
    expect(await deliver()).toMatchObject({ kind: 'accepted', reference: { id: billId } });
    await hear();
    expect(await deliver()).toMatchObject({ kind: 'alreadyKnown' });
    expect(sent).toEqual(['PESALR2_21990012300015_261121_1.xml', 'PESALR2_21990012300015_261121_1_2.xml']);
  });

  it.each<[string, (billId: string) => string]>([
    ['knows its number already', (billId) => acknowledgement(billId, ['ERREUR_DOUBLON_BORDEREAU'])],
    ['had booked it', (billId) => orderReturn(billId, { state: '04' })],
  ])('does not go again when Hélios %s', async (_what, answer) => {
    const numbers = someNumbers();
    const { envelope, key } = aDelivery();
    const deliver = () => deliverPes({ envelope, key }, settings, carrier, { numbers, mark: () => {} });
    const first = await deliver();
    const reading = readPesAnswers(
      Buffer.from(answer('reference' in first ? first.reference.id : ''), 'latin1'),
    );
    if (reading.kind === 'answers') await tellAnswers(reading.answers, receivedAt, settings, numbers);
    expect(await deliver()).toMatchObject({ kind: 'alreadyKnown' });
  });

  it('goes once each way, and the numbers are the same on both', async () => {
    const numbers = someNumbers();
    const delivery = aDelivery();
    const sent: string[] = [];
    const by = (way: string) =>
      deliverPes(
        delivery,
        settings,
        {
          way,
          send: async ({ fileName }) => {
            sent.push(`${way} ${fileName}`);
            return { id: fileName, wasThere: false };
          },
        },
        { numbers, mark: () => {} },
      );
    const outcomes = [await by('test'), await by('test'), await by('production')];
    expect(outcomes.map(({ kind }) => kind)).toEqual(['accepted', 'alreadyKnown', 'accepted']);
    expect(
      new Set(outcomes.map((outcome) => ('reference' in outcome ? outcome.reference.id : ''))).size,
    ).toBe(1);
    expect(sent).toEqual([
      'test PESALR2_21990012300015_261121_1.xml',
      'production PESALR2_21990012300015_261121_1.xml',
    ]);
  });

  it('is for a person when nobody knows whether other bytes arrived under its numbers', async () => {
    const numbers = someNumbers();
    const { envelope, key } = aDelivery();
    const dies = { way: 'test', send: () => Promise.reject(new Error('power cut')) };
    await expect(deliverPes({ envelope, key }, settings, dies, { numbers, mark: () => {} })).rejects.toThrow(
      'power cut',
    );
    const changed = { ...envelope, serviceCode: 'AUTRE', engagementNumber: 'EJ-2' };
    expect(
      await deliverPes({ envelope: changed, key }, settings, carrier, { numbers, mark: () => {} }),
    ).toMatchObject({
      kind: 'refused',
      code: 'gone-there',
    });
    expect(await deliverPes({ envelope, key }, settings, carrier, { numbers, mark: () => {} })).toMatchObject(
      {
        kind: 'accepted',
      },
    );
  });

  it('takes no number for an invoice of which no order can be made', async () => {
    const numbers = someNumbers();
    const refused = aDelivery({ currency: 'USD' });
    await deliverPes(refused, settings, carrier, { numbers, mark: () => {} });
    const next = await deliverPes(aDelivery(), settings, carrier, { numbers, mark: () => {} });
    expect(next).toMatchObject({ reference: { number: '1187' } });
    expect(await numbers.find('pes 21990012300015/00 files', refused.key)).toBeUndefined();
  });
});
