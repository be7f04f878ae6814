import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { Clock, NewToken, Sha256 } from '../../ports/platform.js';
import type { Work } from '../../ports/work.js';
import type { Device } from '../sessions/session.js';
import type { TooManyAskings } from '../throttle-asking.js';
import { throttleStranger } from '../throttle-stranger.js';
import type { OpenIdExpert } from './openid-expert.js';

export interface StartOpenIdPorts {
  readonly work: Work;
  readonly openIdExpert: OpenIdExpert;
  readonly newToken: NewToken;
  readonly sha256: Sha256;
  readonly now: Clock;
}

export interface OpenIdStarted {
  /** At the provider. */
  readonly address: string;
  /** Kept by the browser that began: a return that another browser brings is refused. */
  readonly state: string;
}

export type StartOpenId = (command: {
  readonly provider: string;
  /** Path of ours to go back to. */
  readonly returnTo: string;
  readonly device?: Device;
}) => Promise<Result<OpenIdStarted, { readonly code: 'provider-unknown' } | TooManyAskings>>;

/** Time enough to sign in over there. */
const REQUEST_IN_MS = 10 * 60_000;

/** Sends somebody to a provider. The provider is spoken to before the beginning is stored, outside of any unit of work. */
export const makeStartOpenId =
  ({ work, openIdExpert, newToken, sha256, now }: StartOpenIdPorts): StartOpenId =>
  async ({ provider, returnTo, device }) => {
    if (!openIdExpert.providers.some(({ key }) => key === provider))
      return refuse({ code: 'provider-unknown' });
    const heard = await work.run((stores) => throttleStranger(stores, 'provider', device, now()));
    if (!heard.ok) return heard;
    const beginning = { state: newToken(), nonce: newToken(), codeVerifier: newToken() };
    const address = await openIdExpert.begin(provider, beginning);
    const { state, nonce, codeVerifier } = beginning;
    const expiresAt = new Date(now().getTime() + REQUEST_IN_MS);
    await work.run(({ openId }) =>
      openId.addRequest({ stateHash: sha256(state), provider, nonce, codeVerifier, returnTo, expiresAt }),
    );
    return accept({ address, state });
  };
