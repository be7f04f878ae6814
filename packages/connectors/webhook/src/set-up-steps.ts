import { lookAtAll } from '@parvis/connector-kit/check-up';
import { liveTest } from '@parvis/connector-kit/live-test';
import { recordingClient } from '@parvis/connector-kit/recording-client';
import type { SetUpStep } from '@parvis/connector-kit/set-up';
import { say } from '@parvis/domain/display/language';
import { z } from 'zod';
import { lookAtReadBack, lookAtReceiver } from './look-around.js';
import { makeReceiverClient } from './receiver-client.js';
import { reachSettings } from './settings.js';

const testOfReach = liveTest(z.object(reachSettings), async (settings, tools) => {
  const client = makeReceiverClient(settings, recordingClient(tools), tools.now);
  return lookAtAll([lookAtReceiver(client, tools.now)]);
});

const testOfReadBack = liveTest(z.object(reachSettings), async (settings, tools) => {
  const { readBackUrl } = settings;
  const client = makeReceiverClient(settings, recordingClient(tools), tools.now);
  return lookAtAll(readBackUrl === undefined ? [] : [lookAtReadBack(client, readBackUrl)]);
});

export const setUpSteps: readonly SetUpStep[] = [
  {
    key: 'reach',
    title: say('Où envoyer', 'Where to send'),
    help: say(
      'Chaque facture est envoyée à cette adresse, signée avec le secret : votre logiciel vérifie ainsi qu’elle vient de nous. Le test envoie un message signé de type « ping ».',
      'Every invoice is posted to this address, signed with the secret: your system proves by it that it comes from us. The test posts a signed message of type "ping".',
    ),
    fields: [
      {
        name: 'url',
        type: 'url',
        required: true,
        label: say('Adresse de réception', 'Receiving address'),
        placeholder: 'https://finances.exemple.fr/parvis/evenements',
      },
      {
        name: 'secret',
        type: 'secret',
        required: true,
        label: say('Secret de signature', 'Signing secret'),
        help: say(
          '24 caractères au moins, le même des deux côtés.',
          'At least 24 characters, the same on both sides.',
        ),
      },
      {
        name: 'previousSecret',
        type: 'secret',
        required: false,
        label: say('Secret précédent', 'Previous secret'),
        help: say(
          'Le temps de changer de secret : les deux signent, puis videz ce champ.',
          'While you change over: both sign, then empty this field.',
        ),
      },
    ],
    test: testOfReach,
  },
  {
    key: 'readBack',
    title: say('Relire ce qui est arrivé', 'Reading back what arrived'),
    help: say(
      'Si votre logiciel sait dire ce qu’il a enregistré sous une clé, chaque envoi est relu et comparé au centime. Votre logiciel dit ensuite où en est la facture à l’adresse affichée dans les réglages du raccordement.',
      'Where your system can tell what it stored under a key, each delivery is read back and compared to the cent. Your system then tells where the invoice stands at the address shown in the connection’s settings.',
    ),
    fields: [
      {
        name: 'readBackUrl',
        type: 'url',
        required: false,
        label: say('Adresse de relecture', 'Address for reading back'),
        help: say('La clé y est ajoutée : …/parvis%3A…', 'The key is added to it: …/parvis%3A…'),
        placeholder: 'https://finances.exemple.fr/parvis/factures',
      },
    ],
    test: testOfReadBack,
  },
];
