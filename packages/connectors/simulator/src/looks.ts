import type { Look } from '@parvis/connector-kit/check-up';
import { say } from '@parvis/domain/display/language';
import type { SimulatorClient } from './simulator-client.js';
import { billsAnswer, changesAnswer, healthAnswer } from './wire.js';

/** What a check-up looks at; `heard` is told the version. */
export const simulatorLooks = (
  { required }: SimulatorClient,
  heard: (version: string) => void = () => {},
): readonly Look[] => [
  {
    subject: 'credentials',
    label: say('L’adresse et le jeton', 'The address and the token'),
    vital: true,
    look: async () => {
      const { version } = await required({ what: 'health', path: 'health' }, healthAnswer);
      heard(version);
      return say(`Le simulateur ${version} répond.`, `The simulator ${version} answers.`);
    },
  },
  {
    subject: 'bills',
    label: say('La lecture des factures', 'Reading bills'),
    look: async () => {
      await required({ what: 'read bills', path: 'bills', query: { limit: '1' } }, billsAnswer);
      return say('Les factures se lisent.', 'Bills can be read.');
    },
  },
  {
    subject: 'news',
    label: say('Le retour des statuts', 'Statuses coming back'),
    look: async () => {
      await required({ what: 'read news', path: 'changes', query: { limit: '1' } }, changesAnswer);
      return say('Les changements se lisent.', 'Changes can be read.');
    },
  },
];
