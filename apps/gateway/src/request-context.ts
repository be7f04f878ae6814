import type { DepositChannel } from '@parvis/application/invoice/invoice-store';
import type { Device } from '@parvis/application/people/sessions/session';
import type { CallerRefusal } from '@parvis/application/technical-accounts/who-calls';
import type { Person, Principal, Side } from '@parvis/domain/access/actor';
import type { Language } from '@parvis/domain/display/language';
import type { ReadableChange } from './changes/changes-for.js';
import type { Loaders } from './loaders.js';

/** What every resolver knows of the request it answers. */
export interface RequestContext {
  /** Undefined for a stranger. */
  readonly principal: Principal | undefined;
  /** Why a program's credentials open nothing: said instead of "signed out". */
  readonly refused?: CallerRefusal | undefined;
  /** The session's token, as presented. */
  readonly token: string | undefined;
  /** Of the principal, else what the client prefers, else French. */
  readonly language: Language;
  /** Where the request comes from, as far as it is known. */
  readonly device: Device;
  /** The road a deposit made in this request comes by. */
  readonly channel: DepositChannel;
  readonly session: SessionTransport;
  readonly loaders: Loaders;
  readonly changes: ChangesRead;
}

/** The changes this request's principal may follow. */
export interface ChangesRead {
  read(asked: { readonly side: Side; readonly invoiceId?: string }): AsyncIterable<ReadableChange>;
}

/** How a session reaches and leaves the client: cookies over HTTP. */
export interface SessionTransport {
  open(token: string, expiresAt: Date): void;
  close(): void;
}

/** Whom the guard has let through; asking for it in an open field is a bug of ours. */
export const principalOf = ({ principal }: Pick<RequestContext, 'principal'>): Principal => {
  if (!principal) throw new TypeError('a field that needs somebody is bound to nobody');
  return principal;
};

/** The person the guard has let through where programs are not admitted. */
export const personOf = (context: Pick<RequestContext, 'principal'>): Person => {
  const principal = principalOf(context);
  if (principal.kind !== 'person') throw new TypeError('a field for people is not bound to them');
  return principal;
};
