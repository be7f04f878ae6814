import type { AccountingConnector } from '@parvis/application/accounting/accounting-connector';
import type { ConnectorHarness, OpenOptions } from '@parvis/connector-kit/testing/connector-harness';
import { addressOfNobody } from '@parvis/connector-kit/testing/faulty-proxy';
import { startHttpTrouble } from '@parvis/connector-kit/testing/http-trouble';
import { acknowledgement, orderReturn } from '@parvis/connector-kit/testing/pes-accountant';
import { someNumbers, somePesSettings } from '@parvis/connector-kit/testing/pes-books';
import { s2lowKind } from '../s2low/s2low-kind.js';
import { type Certified, makeCertificates } from './certificates.js';
import { startS2low } from './s2low-server.js';

const account = { login: 'parvis', password: 'mot-de-passe-des-tests' };

export const makeS2lowHarness = async (): Promise<ConnectorHarness> => {
  const { authority, server, client } = makeCertificates();
  const s2low = await startS2low({ ...server, ca: authority }, account);
  const trouble = await startHttpTrouble(s2low.plain, {
    creates: ({ path }) => path.includes('helios_importer_fichier'),
    asksForNews: ({ path }) => /get_status|get_list|get_retour|download_acquit/.test(path),
  });
  const nowhere = await addressOfNobody();
  const numbers = someNumbers(() => new Date());
  const settingsAt = (url: string, { cert, key }: Certified, password: string) => ({
    ...somePesSettings,
    url,
    certificate: cert,
    privateKey: key,
    authority,
    login: account.login,
    password,
  });
  const openAt = (
    url: string,
    options: OpenOptions = {},
    password = account.password,
  ): AccountingConnector => {
    const { mark = () => {}, now = () => new Date(), timeoutMs, pageSize = 50 } = options;
    const parsed = s2lowKind.parseSettings({ ...settingsAt(url, client, password), pageSize });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
    return s2lowKind.open(parsed.value, {
      mark,
      now,
      numbers,
      privateTargets: true,
      ...(timeoutMs ? { timeoutMs } : {}),
    });
  };
  // The proxy of the suite speaks plain HTTP; all else goes over TLS, with our certificate.
  const url = (troubled = false) => (troubled ? trouble.origin : s2low.secure);

  return {
    trouble,
    patienceMs: 1_500,
    statusWords: s2lowKind.statusWords,
    open: (options) => openAt(url(options?.troubled), options),
    openToNowhere: () => openAt(nowhere),
    openWithWrongCredentials: () => openAt(s2low.secure, {}, 'un-autre'),
    unknownWord: { known: /EtatPce V="02"/g, unknown: 'EtatPce V="97"' },
    setUp: {
      kind: s2lowKind,
      settings: settingsAt(s2low.secure, client, account.password),
      tools: { mark: () => {}, now: () => new Date(), numbers, privateTargets: true },
    },
    books: {
      billsUnder: async (key) => s2low.sent.filter((pes) => pes.key === key).map(({ bill }) => bill),
    },
    accountant: {
      post: async (bill) => {
        s2low.acknowledge(bill, acknowledgement(bill));
        s2low.sendBack(orderReturn(bill, { state: '02' }));
      },
      pay: async (bill) => s2low.sendBack(orderReturn(bill, { state: '05', payments: [['01', '120.00']] })),
    },
    stop: async () => {
      await trouble.stop();
      await s2low.stop();
    },
  };
};
