import type {
  AccountingConnector,
  ReceivedStatus,
} from '@parvis/application/accounting/accounting-connector';
import { aDelivery } from '@parvis/connector-kit/testing/contract-envelope';
import { acknowledgement } from '@parvis/connector-kit/testing/pes-accountant';
import { someNumbers, somePesSettings } from '@parvis/connector-kit/testing/pes-books';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pastellKind } from './pastell/pastell-kind.js';
import { type PastellServer, startPastell } from './testing/pastell-server.js';

const account = { user: 'parvis', password: 'mot-de-passe-des-tests' };

describe('Pastell', () => {
  let pastell: PastellServer;
  let numbers: ReturnType<typeof someNumbers>;
  beforeEach(async () => {
    pastell = await startPastell(account, 7);
    numbers = someNumbers(() => new Date());
  });
  afterEach(() => pastell.stop());

  const open = (change: object = {}): AccountingConnector => {
    const parsed = pastellKind.parseSettings({
      ...somePesSettings,
      ...account,
      url: pastell.origin,
      entity: 7,
      ...change,
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
    return pastellKind.open(parsed.value, {
      mark: () => {},
      now: () => new Date('2026-11-25T09:00:00.000Z'),
      numbers,
      privateTargets: true,
    });
  };
  const statuses = async (): Promise<readonly ReceivedStatus[]> => {
    const page = await open().statusesAfter(null);
    if (page.kind !== 'page') throw new Error(page.message.en);
    return page.statuses;
  };

  it.each(['helios-generique', 'ls-helios'])(
    'holds the PES in a document titled with its key: %s',
    async (documentType) => {
      const { envelope, key } = aDelivery();
      expect(await open({ documentType }).deliver(envelope, key)).toMatchObject({ kind: 'accepted' });
      expect(pastell.held).toMatchObject([
        {
          key,
          state: 'modification',
          title: `Bordereau 42, mandat 1187 (${new Date().getFullYear()}) ${key}`,
        },
      ]);
    },
  );

  it('sets the document on its way where the entity wants it so', async () => {
    const { envelope, key } = aDelivery();
    await open({ action: 'send-iparapheur' }).deliver(envelope, key);
    expect(pastell.held).toMatchObject([{ state: 'send-iparapheur' }]);
    expect(await open({ action: 'send-iparapheur' }).deliver(envelope, key)).toMatchObject({
      kind: 'alreadyKnown',
    });
  });

  it('says which acts are possible where the one that was set is not, and leaves the document to a person', async () => {
    const { envelope, key } = aDelivery();
    expect(await open({ action: 'orientation' }).deliver(envelope, key)).toMatchObject({
      kind: 'refused',
      code: 'validation-refused',
      message: { fr: expect.stringContaining('send-iparapheur') },
    });
    expect(pastell.held).toHaveLength(1);
  });

  it('clears away what a program began and never filled in, and nothing a person began', async () => {
    const [dead, begun] = [pastell.leaveEmpty('program'), pastell.leaveEmpty('person')];
    const { envelope, key } = aDelivery();
    await open().deliver(envelope, key);
    expect(pastell.documents).not.toContain(dead);
    expect(pastell.documents).toContain(begun);
  });

  it('reads an acknowledgement whole: its first element says yes, a later one no', async () => {
    const { envelope, key } = aDelivery();
    const outcome = await open().deliver(envelope, key);
    const billId = 'reference' in outcome ? outcome.reference.id : '';
    const [, invoiceId = ''] = key.split(':');
    const refused = `<ElementACQUIT><DomaineAck V="4"/><EtatAck V="0"/><IdUnique V="${invoiceId.replaceAll('-', '')}R1N1"/><Erreur><NumAnoAck V="ERREUR_PJ"/></Erreur></ElementACQUIT>`;
    pastell.happen(billId, 'acquiter-tdt', 'Acquittement reçu', {
      field: 'pes_acquit',
      name: 'PESACQUIT.xml',
      content: acknowledgement(billId).replace('</ACQUIT>', `${refused}</ACQUIT>`),
    });
    expect((await statuses()).map(({ sourceCode }) => sourceCode)).toEqual([
      'acquiter-tdt',
      'ACQUIT accepté',
      'ACQUIT pièce jointe refusée',
    ]);
  });

  it('makes a document of its own for a file that goes again after a refusal', async () => {
    const { envelope, key } = aDelivery();
    const outcome = await open().deliver(envelope, key);
    const billId = 'reference' in outcome ? outcome.reference.id : '';
    pastell.happen(billId, 'acquiter-tdt', 'Acquittement reçu', {
      field: 'pes_acquit',
      name: 'PESACQUIT.xml',
      content: acknowledgement(billId, ['ERREUR_CODIQUE']),
    });
    expect(await open().deliver(envelope, key)).toMatchObject({ kind: 'alreadyKnown' });
    await statuses();
    expect(await open().deliver(envelope, key)).toMatchObject({ kind: 'accepted' });
    expect(await open().deliver(envelope, key)).toMatchObject({ kind: 'alreadyKnown' });
    expect(pastell.held.map(({ title }) => title.includes(', envoi 2 '))).toEqual([false, true]);
  });

  it('tells why the signature book refused, and moves nothing', async () => {
    const { envelope, key } = aDelivery();
    const outcome = await open().deliver(envelope, key);
    pastell.happen(
      'reference' in outcome ? outcome.reference.id : '',
      'rejet-iparapheur',
      'Crédits à revoir',
    );
    expect(await statuses()).toMatchObject([
      { key, sourceCode: 'rejet-iparapheur', actions: [], reason: 'Crédits à revoir' },
    ]);
  });

  it('names what is missing, point by point', async () => {
    const health = await open({ entity: 8 }).check();
    expect(health).toMatchObject({ kind: 'refused' });
    expect(health.points?.map(({ subject, state }) => [subject, state])).toEqual([
      ['credentials', 'fine'],
      ['entity', 'wrong'],
      ['journal', 'fine'],
      ['documentType', 'fine'],
    ]);
  });
});
