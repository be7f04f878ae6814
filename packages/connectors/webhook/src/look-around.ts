import type { Look } from '@parvis/connector-kit/check-up';
import { say } from '@parvis/domain/display/language';
import { pingEvent } from './encode-event.js';
import type { ReceiverClient } from './receiver-client.js';

/** Well formed, and of no invoice. */
const NOBODYS_KEY = 'parvis:00000000-0000-0000-0000-000000000000:1';

/** Posts a signed ping; `told` hears which version the receiver says it is. */
export const lookAtReceiver = (
  client: ReceiverClient,
  now: () => Date,
  told: (version: string) => void = () => {},
): Look => ({
  subject: 'address',
  label: say('L’adresse et la signature', 'The address and the signature'),
  vital: true,
  look: async () => {
    const answer = await client.post(pingEvent(now()));
    const version = answer.told.version ?? 'webhook 1';
    told(version);
    return say(
      `Le message d’essai signé a été accepté (${version}).`,
      `The signed test message was accepted (${version}).`,
    );
  },
});

/** Asks back what cannot be there. */
export const lookAtReadBack = (client: ReceiverClient, readBackUrl: string): Look => ({
  subject: 'readBack',
  label: say('La relecture', 'Reading back'),
  look: async () => {
    await client.lookUp(readBackUrl, NOBODYS_KEY);
    return say(
      'Les factures envoyées se relisent à cette adresse.',
      'Delivered invoices can be read back at this address.',
    );
  },
});
