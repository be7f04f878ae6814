import type { PesCarrier } from '@parvis/connector-kit/pes/deliver-pes';
import type { S2lowClient } from './s2low-client.js';
import type { S2lowSettings } from './settings.js';

export const wayOf = ({ url, login }: Pick<S2lowSettings, 'url' | 'login'>): string =>
  `s2low ${new URL(url).host}${login === undefined ? '' : ` ${login}`}`;

/** What stands in place of a transaction that the platform knows and does not name. */
const UNNAMED = 'doublon';

/** The platform refuses the same bytes twice: that is how we know that they arrived. */
export const s2lowCarrier = (settings: S2lowSettings, client: S2lowClient): PesCarrier => ({
  way: wayOf(settings),
  send: async (file) => {
    const { id } = await client.post(file);
    return { id: id ?? UNNAMED, wasThere: id === undefined };
  },
});
