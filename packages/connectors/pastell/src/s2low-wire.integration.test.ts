import type { AccountingConnector, StatusPage } from '@parvis/application/accounting/accounting-connector';
import type { ConnectorTools } from '@parvis/connector-kit/connector-tools';
import type { RecordedExchange } from '@parvis/connector-kit/exchange';
import { aDelivery } from '@parvis/connector-kit/testing/contract-envelope';
import { acknowledgement, orderReturn } from '@parvis/connector-kit/testing/pes-accountant';
import { someNumbers, somePesSettings } from '@parvis/connector-kit/testing/pes-books';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { s2lowKind } from './s2low/s2low-kind.js';
import { type Certified, makeCertificates } from './testing/certificates.js';
import { type S2lowServer, startS2low } from './testing/s2low-server.js';

const account = { login: 'parvis', password: 'mot-de-passe-des-tests' };

describe('S²LOW over TLS with certificates on both sides', () => {
  const certificates = makeCertificates();
  let s2low: S2lowServer;
  beforeAll(async () => {
    s2low = await startS2low({ ...certificates.server, ca: certificates.authority }, account);
  });
  afterAll(() => s2low.stop());

  const open = (
    { cert, key }: Certified = certificates.client,
    change: object = {},
    tools: Partial<ConnectorTools> = {},
  ): AccountingConnector => {
    const parsed = s2lowKind.parseSettings({
      ...somePesSettings,
      ...account,
      url: s2low.secure,
      certificate: cert,
      privateKey: key,
      authority: certificates.authority,
      ...change,
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
    const given = { mark: () => {}, now: () => new Date(), numbers, privateTargets: true };
    return s2lowKind.open(parsed.value, { ...given, ...tools });
  };
  const numbers = someNumbers(() => new Date());
  const delivered = async (): Promise<string> => {
    const { envelope, key } = aDelivery();
    const outcome = await open().deliver(envelope, key);
    if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome));
    return outcome.reference.id;
  };
  const read = async (cursor: string | null): Promise<StatusPage> => {
    const page = await open().statusesAfter(cursor);
    if (page.kind !== 'page') throw new Error(page.message.en);
    return page;
  };
  const wordsOf = ({ statuses }: StatusPage, billId: string) =>
    statuses.filter(({ reference }) => reference.id === billId).map(({ sourceCode }) => sourceCode);

  it('is let in with the certificate, and its key and password stand in no recording', async () => {
    const recorded: RecordedExchange[] = [];
    const connector = open(certificates.client, {}, { record: (exchange) => void recorded.push(exchange) });
    expect(await connector.check()).toMatchObject({ kind: 'fine' });
    expect(recorded.length).toBeGreaterThan(0);
    const text = JSON.stringify(recorded);
    const encoded = Buffer.from(`${account.login}:${account.password}`).toString('base64');
    for (const secret of ['PRIVATE KEY', account.password, encoded]) expect(text).not.toContain(secret);
  });

  it('points at the certificate where S²LOW hangs up on one it does not know', async () => {
    const health = await open(certificates.stranger).check();
    expect(health).toMatchObject({
      kind: 'unavailable',
      message: { fr: expect.stringContaining('vérifiez votre certificat') },
    });
  });

  it('says so where the platform is not who it should be', async () => {
    const health = await open(certificates.client, { authority: certificates.stranger.cert }).check();
    expect(health).toMatchObject({
      kind: 'refused',
      code: 'credentials-refused',
      message: { fr: expect.stringContaining('n’est pas reconnu') },
    });
  });

  it('says so where the key is not the certificate’s', async () => {
    const { cert } = certificates.client;
    const health = await open({ cert, key: certificates.stranger.key }).check();
    expect(health).toMatchObject({ kind: 'refused', code: 'credentials-refused' });
  });

  it('marks a return as read only when the page that told it is stored', async () => {
    const billId = await delivered();
    s2low.sendBack(orderReturn(billId, { state: '02' }));
    const [unread] = s2low.unread;
    const page = await read(null);
    expect(wordsOf(page, billId)).toContain('02');
    expect(s2low.unread).toContain(unread);
    // The page was lost with us: it is told again.
    expect(wordsOf(await read(null), billId)).toContain('02');
    await read(page.next);
    expect(s2low.unread).not.toContain(unread);
  });

  it('leaves returns unread for other software where the entity wants it so', async () => {
    const billId = await delivered();
    s2low.sendBack(orderReturn(billId, { state: '02' }));
    const quiet = open(certificates.client, { marksRead: false });
    const page = await quiet.statusesAfter(null);
    if (page.kind !== 'page') throw new Error(page.message.en);
    const next = await quiet.statusesAfter(page.next);
    expect(next).toMatchObject({ kind: 'page', statuses: [] });
    expect(s2low.unread.length).toBeGreaterThan(0);
  });

  it('tells each step of a transaction once, then Hélios’ last word on the file', async () => {
    const billId = await delivered();
    s2low.setStatus(billId, '3', 'Transmis');
    const first = await read(null);
    const second = await read(first.next);
    s2low.acknowledge(billId, acknowledgement(billId, ['ERREUR_CODIQUE']), '6');
    const third = await read(second.next);
    const fourth = await read(third.next);
    expect([first, second, third, fourth].map((page) => wordsOf(page, billId))).toEqual([
      ['S²LOW 3'],
      [],
      ['ACQUIT refusé'],
      [],
    ]);
  });

  it('goes again under its numbers after a refusal, and tells of that transaction, too', async () => {
    const { envelope, key } = aDelivery();
    const first = await open().deliver(envelope, key);
    const billId = 'reference' in first ? first.reference.id : '';
    s2low.acknowledge(billId, acknowledgement(billId, ['ERREUR_CODIQUE']), '6');
    const refused = await read(null);
    expect(await open().deliver(envelope, key)).toMatchObject({
      kind: 'accepted',
      reference: { id: billId },
    });
    expect(s2low.sent.filter((pes) => pes.key === key)).toHaveLength(2);
    s2low.acknowledge(billId, acknowledgement(billId));
    expect(wordsOf(await read(refused.next), billId)).toEqual(['ACQUIT accepté']);
  });

  it('tells in the platform’s words what went wrong there', async () => {
    const billId = await delivered();
    s2low.setStatus(billId, '-1', 'Le fichier ne respecte pas le schéma');
    const { statuses } = await read(null);
    expect(statuses.find(({ reference }) => reference.id === billId)).toMatchObject({
      sourceCode: 'S²LOW -1',
      actions: [],
      reason: 'Le fichier ne respecte pas le schéma',
    });
  });
});
