import 'reflect-metadata';
import { alice, claire, denis, fanny } from '@parvis/application/testing/cast';
import { rights } from '@parvis/domain/access/rights';
import { GraphQLObjectType, GraphQLSchema, GraphQLString, isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { buildBareSchema } from '../graphql/build-schema.js';
import { type Binding, bindingOf } from './binding.js';
import { guardSchema, rootFields } from './guard-schema.js';
import { permit } from './permit.js';

const schema = buildBareSchema();

describe('the bindings of the API', () => {
  it('leave no field to begin with unbound', () => {
    const unbound = rootFields(schema).filter(([, field]) => !bindingOf(field.extensions));
    expect(unbound.map(([name]) => name)).toEqual([]);
  });

  it('stop the start when one is missing', () => {
    const query = new GraphQLObjectType({ name: 'Query', fields: { secret: { type: GraphQLString } } });
    expect(() => guardSchema(new GraphQLSchema({ query }))).toThrow(/Query\.secret is bound to no right/);
  });

  it('are those reviewed here', () => {
    const bindings = rootFields(schema).map(([name, field]) => [name, inWords(bindingOf(field.extensions))]);
    expect(Object.fromEntries(bindings)).toEqual({
      'Query.viewer': 'everyone',
      'Query.directory': 'everyone',
      'Query.directoryEntry': 'everyone',
      'Query.serviceAdvice': 'everyone',
      'Query.directoryEditions': 'everyone',
      'Query.invoice': 'issuedInvoice:read or receivedInvoice:read',
      'Query.invoices': 'issuedInvoice:read or receivedInvoice:read',
      'Query.reasons': 'whoever is signed in',
      'Query.accountingConnections': 'connector:read',
      'Query.accountingConnection': 'connector:read',
      'Query.connectorKinds': 'connector:read',
      'Query.connectorKind': 'connector:read',
      'Mutation.testConnectorStep': 'connector:operate',
      'Mutation.saveConnection': 'connector:operate',
      'Mutation.setConnectionActive': 'connector:operate',
      'Mutation.removeConnection': 'connector:operate',
      'Query.deliveries': 'connector:read',
      'Mutation.dryRunConnection': 'connector:operate',
      'Mutation.retryDeliveries': 'connector:operate',
      'Mutation.replayDeliveries': 'connector:operate',
      'Mutation.sendToConnection': 'connector:operate',
      'Query.organisation': 'organisation:read',
      'Mutation.changeOrganisation': 'organisation:change',
      'Mutation.addBankAccount': 'organisation:change',
      'Mutation.endBankAccount': 'organisation:change',
      'Query.previewSiretChange': 'organisation:move',
      'Mutation.changeSiret': 'organisation:move',
      'Query.settings': 'settings:read',
      'Query.previewSettings': 'settings:read',
      'Mutation.changeSettings': 'settings:change',
      'Mutation.addService': 'settings:change',
      'Mutation.changeService': 'settings:change',
      'Mutation.closeServices': 'settings:change',
      'Mutation.reopenServices': 'settings:change',
      'Query.engagements': 'engagement:read',
      'Query.engagementSettings': 'engagement:read',
      'Mutation.addEngagement': 'engagement:manage',
      'Mutation.closeEngagement': 'engagement:manage',
      'Mutation.changeEngagementSettings': 'settings:change',
      'Query.importPreview': 'settings:change or engagement:manage',
      'Mutation.applyImport': 'settings:change or engagement:manage',
      'Query.technicalAccounts': 'technicalAccount:read',
      'Query.callingProgram': 'whoever is signed in',
      'Mutation.createTechnicalAccount': 'technicalAccount:manage',
      'Mutation.rotateTechnicalKey': 'technicalAccount:manage',
      'Mutation.revokeTechnicalKey': 'technicalAccount:manage',
      'Mutation.closeTechnicalAccount': 'technicalAccount:manage',
      'Query.structureForSignUp': 'everyone',
      'Mutation.signUp': 'everyone',
      'Mutation.confirmSignUp': 'everyone',
      'Mutation.signUpInvited': 'everyone',
      'Mutation.resendSignUpCode': 'everyone',
      'Mutation.requestPasswordReset': 'everyone',
      'Mutation.resetPassword': 'everyone',
      'Mutation.changePassword': 'people',
      'Mutation.requestEmailChange': 'people',
      'Mutation.confirmEmailChange': 'everyone',
      'Mutation.signIn': 'everyone',
      'Mutation.signOut': 'everyone',
      'Mutation.confirmSecondFactor': 'everyone',
      'Mutation.signInWithPasskey': 'everyone',
      'Mutation.askPasskey': 'everyone',
      'Query.protection': 'people',
      'Query.openIdProviders': 'everyone',
      'Mutation.signOutOfProvider': 'everyone',
      'Query.factorReset': 'everyone',
      'Mutation.askFactorReset': 'everyone',
      'Query.factorResets': 'people',
      'Query.factorResetsToDecide': 'people',
      'Query.ownFactorReset': 'people',
      'Mutation.approveFactorReset': 'people',
      'Mutation.stopFactorReset': 'people',
      'Mutation.proveAgain': 'people',
      'Mutation.startTotp': 'people',
      'Mutation.confirmTotp': 'people',
      'Mutation.removeTotp': 'people',
      'Mutation.startPasskey': 'people',
      'Mutation.addPasskey': 'people',
      'Mutation.renamePasskey': 'people',
      'Mutation.removePasskey': 'people',
      'Mutation.renewRecoveryCodes': 'people',
      'Mutation.endSession': 'people',
      'Mutation.unlinkOpenId': 'people',
      'Mutation.endOtherSessions': 'people',
      'Query.members': 'person:read',
      'Mutation.changeMember': 'person:grant',
      'Mutation.endMembership': 'person:grant',
      'Mutation.leaveStructure': 'people',
      'Mutation.transferMainManagement': 'person:appoint',
      'Query.invitations': 'person:read',
      'Query.invitation': 'everyone',
      'Mutation.inviteMember': 'person:grant',
      'Mutation.withdrawInvitation': 'person:grant',
      'Mutation.acceptInvitation': 'people',
      'Query.joinRequests': 'person:read',
      'Mutation.openJoinRequest': 'person:grant',
      'Mutation.approveJoinRequest': 'person:grant',
      'Mutation.refuseJoinRequest': 'person:grant',
      'Query.myJoinRequests': 'people',
      'Mutation.requestToJoin': 'people',
      'Mutation.withdrawJoinRequest': 'people',
      'Mutation.remindJoinRequest': 'people',
      'Query.ownershipClaims': 'people',
      'Query.myOwnershipClaims': 'people',
      'Mutation.claimOwnership': 'people',
      'Mutation.decideOwnershipClaim': 'people',
      'Mutation.objectToOwnershipClaim': 'person:appoint',
      'Mutation.withdrawOwnershipClaim': 'people',
      'Query.accessTraces': 'person:read',
      'Query.mandates': 'mandate:read',
      'Query.mandateHolder': 'mandate:give',
      'Mutation.giveMandate': 'mandate:give',
      'Mutation.answerMandate': 'mandate:give',
      'Mutation.revokeMandate': 'mandate:give',
      'Mutation.checkInvoice': 'issuedInvoice:check',
      'Mutation.depositInvoice': 'issuedInvoice:deposit',
      'Mutation.takeInvoiceInCharge': 'receivedInvoice:process',
      'Mutation.suspendInvoice': 'receivedInvoice:process',
      'Mutation.refuseInvoice': 'receivedInvoice:process',
      'Mutation.approveInvoice': 'receivedInvoice:process',
      'Mutation.completeInvoice': 'issuedInvoice:complete',
      'Mutation.retryDelivery': 'connector:operate',
      'Mutation.checkAccountingConnection': 'connector:operate',
      'Query.reconciliation': 'connector:read',
      'Mutation.startReconciliation': 'connector:operate',
      'Mutation.fetchEngagements': 'engagement:manage',
      'Subscription.invoiceChanged': 'issuedInvoice:read or receivedInvoice:read',
    });
  });

  it('use every right of the table', () => {
    const used = rootFields(schema).flatMap(([, field]) => rightsOf(bindingOf(field.extensions)));
    // Exported over HTTP: `GET /exports/rights.csv`.
    expect([...new Set([...used, 'person:export'])].sort()).toEqual(Object.keys(rights).sort());
  });

  it('let through whoever holds the right somewhere, and name the right that is missing', () => {
    const deposit: Binding = { kind: 'right', right: 'issuedInvoice:deposit' };
    expect(permit(deposit, alice)).toEqual({ permitted: true });
    const missing = { permitted: false, refusal: { code: 'not-allowed', right: 'issuedInvoice:deposit' } };
    expect(permit(deposit, fanny)).toEqual(missing);
    expect(permit(deposit, claire)).toEqual(missing);
    expect(permit(deposit, undefined)).toEqual({ permitted: false, refusal: { code: 'signed-out' } });
    const read: Binding = { kind: 'anyRight', rights: ['issuedInvoice:read', 'receivedInvoice:read'] };
    expect([permit(read, fanny), permit(read, denis)]).toEqual([{ permitted: true }, { permitted: true }]);
  });
});

describe('the schema', () => {
  it('describes every type, field and argument', () => {
    const undescribed = Object.values(schema.getTypeMap())
      .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
      .flatMap((type) => (isObjectType(type) ? Object.values(type.getFields()) : []))
      .flatMap((field) => [field, ...field.args])
      .filter(({ description }) => !description);
    expect(undescribed.map(({ name }) => name)).toEqual([]);
  });
});

const inWords = (binding: Binding | undefined): string => {
  if (!binding) return 'nobody';
  if (binding.kind === 'open') return 'everyone';
  return binding.kind === 'signedIn'
    ? 'whoever is signed in'
    : binding.kind === 'person'
      ? 'people'
      : rightsOf(binding).join(' or ');
};

const rightsOf = (binding: Binding | undefined): readonly string[] => {
  if (binding?.kind === 'right') return [binding.right];
  return binding?.kind === 'anyRight' ? binding.rights : [];
};
