import { createPubSub } from '@graphql-yoga/subscription';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { guardSchema } from '../access/guard-schema.js';
import { ConnectionExchangesResolver } from '../accounting/connection-exchanges.resolver.js';
import { ConnectionsResolver } from '../accounting/connections.resolver.js';
import { DeliveryFieldsResolver } from '../accounting/delivery-fields.resolver.js';
import { InvoiceDeliveriesResolver } from '../accounting/invoice-deliveries.resolver.js';
import { OperateConnectionResolver } from '../accounting/operate-connection.resolver.js';
import { PostAddressResolver } from '../accounting/post-address.resolver.js';
import { ConnectionReconciliationsResolver } from '../accounting/reconciliation/connection-reconciliations.resolver.js';
import { ReconciliationResolver } from '../accounting/reconciliation/reconciliation.resolver.js';
import { SendAgainResolver } from '../accounting/send-again.resolver.js';
import { SetUpResolver } from '../accounting/set-up.resolver.js';
import { CredentialsResolver } from '../accounts/credentials.resolver.js';
import { SignUpResolver } from '../accounts/sign-up.resolver.js';
import { InvoiceChangedResolver } from '../changes/invoice-changed.resolver.js';
import { DirectoryResolver } from '../directory/directory.resolver.js';
import { EditionsResolver } from '../directory/editions.resolver.js';
import { makeStrangerLimit } from '../directory/stranger-limit.js';
import { StructureFieldsResolver } from '../directory/structure-fields.resolver.js';
import { EngagementsResolver } from '../engagements/engagements.resolver.js';
import { ImportsResolver } from '../imports/imports.resolver.js';
import { ActOnInvoiceResolver } from '../invoice/act-on-invoice.resolver.js';
import { CheckInvoiceResolver } from '../invoice/check-invoice.resolver.js';
import { DepositInvoiceResolver } from '../invoice/deposit-invoice.resolver.js';
import { InvoiceFieldsResolver } from '../invoice/invoice-fields.resolver.js';
import { InvoicesResolver } from '../invoice/invoices.resolver.js';
import { ReasonsResolver } from '../invoice/reasons.resolver.js';
import { MandatesResolver } from '../mandates/mandates.resolver.js';
import { AccessTracesResolver } from '../members/access-traces.resolver.js';
import { ClaimsResolver } from '../members/claims.resolver.js';
import { InvitationsResolver } from '../members/invitations.resolver.js';
import { JoinRequestsResolver } from '../members/join-requests.resolver.js';
import { MembersResolver } from '../members/members.resolver.js';
import { OwnRequestsResolver } from '../members/own-requests.resolver.js';
import { OrganisationResolver } from '../organisation/organisation.resolver.js';
import { OpenIdResolver } from '../people/openid/openid.resolver.js';
import { ProofResolver } from '../people/protection/proof.resolver.js';
import { ProtectionResolver } from '../people/protection/protection.resolver.js';
import { FactorResetsResolver } from '../people/reset/factor-resets.resolver.js';
import { SessionResolver } from '../people/session.resolver.js';
import { ChangeSettingsResolver } from '../settings/change-settings.resolver.js';
import { SettingsResolver } from '../settings/settings.resolver.js';
import { TechnicalAccountsResolver } from '../technical-accounts/technical-accounts.resolver.js';
import type { UseCases } from '../use-cases.js';

export interface SchemaParts {
  readonly useCases: UseCases;
  readonly now: () => Date;
}

type Recipe = readonly [resolver: object, make: (parts: SchemaParts) => object];

/** Each resolver and what it is made of. */
const recipes: readonly Recipe[] = [
  [SessionResolver, ({ useCases }) => new SessionResolver(useCases)],
  [ProtectionResolver, ({ useCases }) => new ProtectionResolver(useCases)],
  [OpenIdResolver, ({ useCases }) => new OpenIdResolver(useCases)],
  [ProofResolver, ({ useCases }) => new ProofResolver(useCases)],
  [FactorResetsResolver, ({ useCases }) => new FactorResetsResolver(useCases)],
  [SignUpResolver, ({ useCases }) => new SignUpResolver(useCases)],
  [CredentialsResolver, ({ useCases }) => new CredentialsResolver(useCases)],
  [DirectoryResolver, ({ useCases, now }) => new DirectoryResolver(useCases, makeStrangerLimit(now))],
  [EditionsResolver, ({ useCases }) => new EditionsResolver(useCases.editions)],
  [StructureFieldsResolver, () => new StructureFieldsResolver()],
  [CheckInvoiceResolver, ({ useCases }) => new CheckInvoiceResolver(useCases)],
  [DepositInvoiceResolver, ({ useCases }) => new DepositInvoiceResolver(useCases)],
  [ActOnInvoiceResolver, ({ useCases }) => new ActOnInvoiceResolver(useCases)],
  [InvoicesResolver, ({ useCases }) => new InvoicesResolver(useCases)],
  [InvoiceFieldsResolver, ({ now }) => new InvoiceFieldsResolver(now)],
  [ReasonsResolver, () => new ReasonsResolver()],
  [InvoiceChangedResolver, () => new InvoiceChangedResolver()],
  [ConnectionsResolver, ({ useCases }) => new ConnectionsResolver(useCases)],
  [SetUpResolver, ({ useCases }) => new SetUpResolver(useCases)],
  [SendAgainResolver, ({ useCases }) => new SendAgainResolver(useCases)],
  [PostAddressResolver, ({ useCases }) => new PostAddressResolver(useCases)],
  [DeliveryFieldsResolver, ({ useCases }) => new DeliveryFieldsResolver(useCases)],
  [ConnectionExchangesResolver, ({ useCases }) => new ConnectionExchangesResolver(useCases)],
  [InvoiceDeliveriesResolver, () => new InvoiceDeliveriesResolver()],
  [TechnicalAccountsResolver, (parts) => new TechnicalAccountsResolver(parts)],
  [OrganisationResolver, ({ useCases }) => new OrganisationResolver(useCases)],
  [SettingsResolver, ({ useCases }) => new SettingsResolver(useCases)],
  [ChangeSettingsResolver, ({ useCases }) => new ChangeSettingsResolver(useCases)],
  [EngagementsResolver, (parts) => new EngagementsResolver(parts)],
  [ImportsResolver, ({ useCases }) => new ImportsResolver(useCases)],
  [ReconciliationResolver, ({ useCases }) => new ReconciliationResolver(useCases)],
  [ConnectionReconciliationsResolver, ({ useCases }) => new ConnectionReconciliationsResolver(useCases)],
  [OperateConnectionResolver, ({ useCases }) => new OperateConnectionResolver(useCases)],
  [MembersResolver, ({ useCases }) => new MembersResolver(useCases)],
  [InvitationsResolver, ({ useCases }) => new InvitationsResolver(useCases)],
  [JoinRequestsResolver, ({ useCases }) => new JoinRequestsResolver(useCases)],
  [OwnRequestsResolver, ({ useCases }) => new OwnRequestsResolver(useCases)],
  [ClaimsResolver, ({ useCases }) => new ClaimsResolver(useCases)],
  [AccessTracesResolver, ({ useCases }) => new AccessTracesResolver(useCases)],
  [MandatesResolver, ({ useCases }) => new MandatesResolver(useCases)],
];

/** The schema without anything behind it: to be printed, or to be looked at by tests. */
export const buildBareSchema = (container?: { get(resolver: object): object }): GraphQLSchema =>
  buildSchemaSync({
    resolvers: recipes.map(([resolver]) => resolver) as [never, ...never[]],
    // Our subscriptions bring their own source; type-graphql asks for one all the same.
    pubSub: createPubSub(),
    validate: false,
    ...(container ? { container } : {}),
  });

/** The schema that answers, every root field guarded by its binding. */
export const buildGuardedSchema = (parts: SchemaParts): GraphQLSchema => {
  const instances = new Map(recipes.map(([resolver, make]) => [resolver, make(parts)]));
  const container = {
    get: (resolver: object): object => {
      const instance = instances.get(resolver);
      if (!instance) throw new TypeError(`no recipe for resolver ${String(resolver)}`);
      return instance;
    },
  };
  return guardSchema(buildBareSchema(container));
};
