import { say } from '@parvis/domain/display/language';
import { accept, refuse } from '@parvis/domain/result/result';
import { describe, expect, it } from 'vitest';
import type { ConnectorKind } from './connector-kind.js';
import { makeOpenConnector } from './open-connection.js';
import { settingsFaults } from './settings-fault.js';

const paper: ConnectorKind<string> = {
  system: 'paper',
  label: 'Papier',
  description: say('Du papier.', 'Paper.'),
  steps: [],
  statusWords: [],
  capabilities: { attachments: false, reasons: false, paymentSteps: false, uniqueInTarget: false },
  parseSettings: (raw) =>
    typeof raw === 'object' && raw !== null && 'drawer' in raw
      ? accept(String(raw.drawer))
      : refuse(settingsFaults([{ code: 'invalid_type', path: ['drawer'] }])),
  open: (drawer) => ({
    system: `paper in ${drawer}`,
    check: async () => ({ kind: 'fine', version: '1' }),
    deliver: async () => ({ kind: 'unavailable', message: say('', '') }),
    preview: async () => ({ kind: 'unavailable', message: say('', '') }),
    statusesAfter: async () => ({ kind: 'unavailable', message: say('', '') }),
  }),
};

const connection = {
  id: 'c1',
  recipientId: 'r1',
  system: 'paper',
  name: 'Papier du service',
  environment: 'test' as const,
  live: true,
  active: true,
  createdAt: new Date(0),
  deliverWhen: 'madeAvailable' as const,
  refuseWhenCancelled: false,
  settings: { drawer: 'haut' },
  cursor: null,
};
const open = makeOpenConnector([paper], { now: () => new Date(0), mark: () => {} });

describe('makeOpenConnector', () => {
  it('opens the kind that the connection names, with its settings', () => {
    expect(open(connection).system).toBe('paper in haut');
  });

  it('gives each structure an exchange folder of its own', () => {
    const folders: (string | undefined)[] = [];
    const watched: ConnectorKind<string> = {
      ...paper,
      open: (drawer, tools) => {
        folders.push(tools.exchangeFolder);
        return paper.open(drawer, tools);
      },
    };
    const tools = { now: () => new Date(0), mark: () => {} };
    makeOpenConnector([watched], { ...tools, exchangeFolder: '/echanges' })(connection);
    makeOpenConnector([watched], tools)(connection);
    expect(folders).toEqual(['/echanges/r1', undefined]);
  });

  it('fails with the connection named for a system nobody knows', () => {
    expect(() => open({ ...connection, system: 'papyrus' })).toThrow(/Papier du service.*papyrus/);
  });

  it('fails with the field named for settings that cannot be used', () => {
    expect(() => open({ ...connection, settings: {} })).toThrow(/Papier du service.*drawer/);
  });

  it('takes out of what the other system says its secrets, and what no store keeps', async () => {
    const secret = 'mot "de" passe';
    const basic = Buffer.from(`agent:${secret}`).toString('base64');
    const said = `vous avez dit ${secret}, ${JSON.stringify({ secret })}, Basic ${basic}, ?p=${encodeURIComponent(secret)}\u0000\ud800`;
    const heard: unknown[] = [];
    const echo: ConnectorKind<string> = {
      ...paper,
      open: (drawer, { record }) => ({
        ...paper.open(drawer, { now: () => new Date(0), mark: () => {} }),
        deliver: async () => {
          const question = {
            what: 'deliver',
            method: 'POST',
            url: 'https://a.exemple/',
            headers: {},
          } as const;
          record?.({ question, answer: { status: 400, headers: { a: said }, body: said }, milliseconds: 1 });
          return { kind: 'refused', code: 'validation-refused', message: say(said, said) };
        },
        statusesAfter: async () => ({ kind: 'page', statuses: [], next: `place ${secret}`, more: false }),
      }),
    };
    const kind = makeOpenConnector([echo], { now: () => new Date(0), mark: () => {} });
    const connector = kind(
      { ...connection, settings: { drawer: 'haut', user: 'agent', secrets: { password: secret } } },
      (exchange) => heard.push(exchange),
    );
    const told = JSON.stringify([await connector.deliver({} as never, 'k' as never), heard]);
    expect(heard).toHaveLength(1);
    expect(told).toContain('vous avez dit (hidden)');
    for (const form of [
      secret,
      JSON.stringify(JSON.stringify(secret)).slice(3, -3),
      basic,
      '%22de%22',
      '\\u0000',
      '\\ud800',
    ])
      expect(told).not.toContain(form);
    expect(await connector.statusesAfter(null)).toMatchObject({ next: `place ${secret}` });
    expect(connector.billsThere).toBeUndefined();
  });
});
