import { readFileSync } from 'node:fs';
import { deliveryKey } from '@parvis/application/accounting/accounting-connector';
import type { RecordedExchange } from '@parvis/connector-kit/exchange';
import { numberOrder } from '@parvis/connector-kit/pes/number-order';
import { paymentOrder } from '@parvis/connector-kit/pes/payment-order';
import { aDelivery } from '@parvis/connector-kit/testing/contract-envelope';
import { someNumbers, somePesSettings } from '@parvis/connector-kit/testing/pes-books';
import { replayingClient } from '@parvis/connector-kit/testing/replaying-client';
import { describe, expect, it } from 'vitest';
import { makePastellClient } from './pastell/pastell-client.js';
import { readPastellNews } from './pastell/read-pastell-news.js';
import { parsePastellSettings } from './pastell/settings.js';
import { makeS2lowClient } from './s2low/s2low-client.js';

interface Recording {
  readonly source: string;
  readonly exchanges: readonly RecordedExchange[];
}

const recording = (name: string): Recording =>
  JSON.parse(readFileSync(new URL(`recorded/${name}.json`, import.meta.url), 'utf8'));

const file = {
  fileName: 'PESALR2_21990012300015_261121_1.xml',
  bytes: Buffer.from('<PES_Aller/>'),
  title: 'Bordereau 42, mandat 1187 (2026)',
};

/** The same texts as the server would send them. */
const inLatin = ({ source, exchanges }: Recording): Recording => ({
  source,
  exchanges: exchanges.map(({ answer, ...exchange }) => ({
    ...exchange,
    ...(answer ? { answer: { ...answer, bytes: Buffer.from(answer.body, 'latin1') } } : {}),
  })),
});

describe('S²LOW as its public source documents it', () => {
  const client = () =>
    makeS2lowClient(
      { url: 'https://s2low.example/', login: 'parvis', password: 'secret' },
      replayingClient(inLatin(recording('s2low')).exchanges),
    );

  it('lets in, takes a file once, and names the first taking only', async () => {
    const s2low = client();
    await s2low.tryIn();
    expect([await s2low.post(file), await s2low.post(file)]).toEqual([{ id: '8157' }, { id: undefined }]);
    await expect(s2low.post(file)).rejects.toMatchObject({
      code: 'validation-refused',
      said: { fr: 'Echec lors du téléchargement du fichier' },
    });
  });

  it('tells where a transaction stands, and of one it does not know that it does not', async () => {
    const s2low = client();
    expect(await s2low.statusOf('8157')).toEqual({ status: '3', message: 'Transmis au serveur' });
    await expect(s2low.statusOf('1')).rejects.toMatchObject({
      said: { fr: 'Numéro de transaction invalide' },
    });
  });

  it('lists what came back, has it marked as read, and says in a bare line whom it does not let in', async () => {
    const s2low = client();
    expect((await s2low.unreadReturns()).map(({ id, name }) => [id, name])).toEqual([
      ['311', 'PES2RET_311.xml'],
      ['312', 'PES2RET_312.xml'],
    ]);
    await s2low.markRead('311');
    await expect(s2low.unreadReturns()).rejects.toMatchObject({
      code: 'credentials-refused',
      said: { fr: expect.stringContaining("Échec de l'authentification") },
    });
  });
});

describe('Pastell as its public source documents it', () => {
  const access = { url: 'https://pastell.example/', user: 'parvis', password: 'secret', entity: 7 };
  const key = deliveryKey('01900000-0000-7000-8000-000000000118', 1);
  const client = () => makePastellClient(access, replayingClient(recording('pastell').exchanges));

  it('makes a document, and takes an incomplete form for what it is', async () => {
    const pastell = client();
    expect(await pastell.version()).toBe('3.1.7');
    expect(await pastell.search('helios-generique', key)).toEqual([]);
    expect(await pastell.justMade('helios-generique')).toEqual([]);
    const id = await pastell.create('helios-generique');
    expect(id).toBe('kPr7Wq2');
    const fields = { objet: `${file.title} ${key}`, envoi_signature: '1', envoi_tdt: '1' };
    expect(await pastell.fill(id, fields)).toContain('Fichier PES');
  });

  it('reads the acts that are possible, as a list or as a record, and refusals in Pastell’s words', async () => {
    const pastell = client();
    const { action_possible, data } = await pastell.detail('kPr7Wq2');
    expect(action_possible).toEqual(['modification', 'send-iparapheur', 'supression']);
    expect(data).toMatchObject({ fichier_pes: [file.fileName] });
    await expect(pastell.act('kPr7Wq2', 'send-tdt')).rejects.toMatchObject({ code: 'right-missing' });
    await expect(pastell.detail('absent')).rejects.toMatchObject({ code: 'gone-there' });
    await pastell.search('helios-generique', key);
    await expect(pastell.search('helios-generique', key)).rejects.toMatchObject({
      code: 'credentials-refused',
    });
  });

  it('tells the acts of its journal oldest first, and leaves out who looked at what', async () => {
    const parsed = parsePastellSettings({ ...somePesSettings, ...access });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
    const numbers = someNumbers();
    const { envelope } = aDelivery();
    await numberOrder(paymentOrder(envelope, key, parsed.value), { envelope, key }, parsed.value, numbers);
    const page = await readPastellNews(
      { client: client(), settings: parsed.value, numbers, inbox: undefined },
      null,
    );
    expect(page.statuses).toMatchObject([
      { key, sourceCode: 'send-iparapheur', occurredAt: new Date('2026-11-21T09:04:12.000Z') },
      { key, sourceCode: 'rejet-iparapheur', actions: [], reason: 'Crédits à revoir' },
    ]);
    expect(JSON.parse(page.next)).toMatchObject({ line: 40_213 });
  });
});
