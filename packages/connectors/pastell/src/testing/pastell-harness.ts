import type { AccountingConnector } from '@parvis/application/accounting/accounting-connector';
import type { ConnectorHarness, OpenOptions } from '@parvis/connector-kit/testing/connector-harness';
import { addressOfNobody } from '@parvis/connector-kit/testing/faulty-proxy';
import { startHttpTrouble } from '@parvis/connector-kit/testing/http-trouble';
import { acknowledgement, orderReturn } from '@parvis/connector-kit/testing/pes-accountant';
import { someNumbers, somePesSettings } from '@parvis/connector-kit/testing/pes-books';
import { pastellKind } from '../pastell/pastell-kind.js';
import { startPastell } from './pastell-server.js';

const account = { user: 'parvis', password: 'mot-de-passe-des-tests' };
const ENTITY = 7;

export const makePastellHarness = async (
  documentType: 'helios-generique' | 'ls-helios' = 'helios-generique',
): Promise<ConnectorHarness> => {
  const pastell = await startPastell(account, ENTITY);
  const trouble = await startHttpTrouble(pastell.origin, {
    creates: ({ method, path }) => method === 'POST' && path.endsWith('/file/fichier_pes'),
    asksForNews: ({ method, path }) =>
      method === 'GET' &&
      (path.includes('/journal') || path.includes('fichier_pes_retour') || path.includes('pes_acquit')),
  });
  const nowhere = await addressOfNobody();
  const numbers = someNumbers(() => new Date());
  const settingsAt = (url: string, password = account.password) => ({
    ...somePesSettings,
    url,
    user: account.user,
    password,
    entity: ENTITY,
    documentType,
  });
  const openAt = (url: string, options: OpenOptions = {}, password?: string): AccountingConnector => {
    const { mark = () => {}, now = () => new Date(), timeoutMs, pageSize = 50 } = options;
    const parsed = pastellKind.parseSettings({ ...settingsAt(url, password), pageSize });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
    return pastellKind.open(parsed.value, {
      mark,
      now,
      numbers,
      privateTargets: true,
      ...(timeoutMs ? { timeoutMs } : {}),
    });
  };

  return {
    trouble,
    patienceMs: 1_500,
    statusWords: pastellKind.statusWords,
    open: (options) => openAt(options?.troubled ? trouble.origin : pastell.origin, options),
    openToNowhere: () => openAt(nowhere),
    openWithWrongCredentials: () => openAt(pastell.origin, {}, 'un-autre'),
    unknownWord: { known: /EtatPce V="02"/g, unknown: 'EtatPce V="97"' },
    setUp: {
      kind: pastellKind,
      settings: settingsAt(pastell.origin),
      tools: { mark: () => {}, now: () => new Date(), numbers, privateTargets: true },
    },
    books: {
      billsUnder: async (key) => pastell.held.filter((pes) => pes.key === key).map(({ bill }) => bill),
    },
    accountant: {
      post: async (bill) => {
        pastell.happen(bill, 'acquiter-tdt', 'Acquittement reçu', {
          field: 'pes_acquit',
          name: 'PESACQUIT.xml',
          content: acknowledgement(bill),
        });
        pastell.sendBack('PESRET_02.xml', orderReturn(bill, { state: '02' }));
      },
      pay: async (bill) =>
        pastell.sendBack('PESRET_05.xml', orderReturn(bill, { state: '05', payments: [['01', '120.00']] })),
    },
    stop: async () => {
      await trouble.stop();
      await pastell.stop();
    },
  };
};
