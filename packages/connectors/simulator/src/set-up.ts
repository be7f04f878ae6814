import { lookAtAll } from '@parvis/connector-kit/check-up';
import { liveTest } from '@parvis/connector-kit/live-test';
import { recordingClient } from '@parvis/connector-kit/recording-client';
import type { SetUpStep } from '@parvis/connector-kit/set-up';
import { say } from '@parvis/domain/display/language';
import { simulatorLooks } from './looks.js';
import { reachSettings } from './settings.js';
import { makeSimulatorClient } from './simulator-client.js';

export const steps: readonly SetUpStep[] = [
  {
    key: 'reach',
    title: say('Joindre le simulateur', 'Reach the simulator'),
    help: say(
      'L’adresse est celle que le simulateur affiche au démarrage. Le jeton est dans le fichier « simulator-token » du dossier de données de « npm start » ; si vous lancez le simulateur seul, c’est sa variable SIMULATOR_TOKEN.',
      'The address is the one the simulator shows when it starts. The token stands in the file "simulator-token" of the data folder of "npm start"; where you start the simulator alone, it is its variable SIMULATOR_TOKEN.',
    ),
    fields: [
      {
        name: 'url',
        type: 'url',
        required: true,
        placeholder: 'http://localhost:4001/',
        label: say('Adresse', 'Address'),
      },
      { name: 'token', type: 'secret', required: true, label: say('Jeton', 'Token') },
    ],
    test: liveTest(reachSettings, async (settings, tools) => {
      const { points } = await lookAtAll(
        simulatorLooks(makeSimulatorClient(settings, recordingClient(tools))),
      );
      return { points };
    }),
  },
];
