import type { Device } from '@parvis/application/people/sessions/session';
import type { Principal } from '@parvis/domain/access/actor';
import type { ChangeFeed } from './changes/change-feed.js';
import { changesFor } from './changes/changes-for.js';
import type { Caller } from './http/identify.js';
import type { MakeLoaders } from './loaders.js';
import { principalOf, type RequestContext, type SessionTransport } from './request-context.js';
import type { UseCases } from './use-cases.js';

interface ContextParts extends Pick<UseCases, 'viewInvoice' | 'whoCalls'> {
  readonly makeLoaders: MakeLoaders;
  readonly feed: ChangeFeed;
}

export type MakeContext = (caller: Caller, session?: SessionTransport, device?: Device) => RequestContext;

/** Where no cookie can be set, signing in and out leave no trace on the client. */
const noTransport: SessionTransport = { open: () => undefined, close: () => undefined };

export const contextMaker =
  ({ makeLoaders, feed, viewInvoice, whoCalls }: ContextParts): MakeContext =>
  ({ principal, refused, token, via, language }, session = noTransport, device = {}) => {
    const whoReads = async (): Promise<Principal | undefined> => {
      const known = token === undefined ? undefined : await whoCalls(token);
      return known?.ok ? known.value : undefined;
    };
    return {
      principal,
      refused,
      token,
      language,
      session,
      device,
      channel: via === 'cookie' ? 'portal' : 'api',
      loaders: makeLoaders(principal),
      changes: {
        read: (asked) =>
          changesFor(asked, { feed, principal: principalOf({ principal }), whoReads, viewInvoice }),
      },
    };
  };
