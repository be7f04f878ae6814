import {
  alice,
  bruno,
  caterer,
  elise,
  fanny,
  gilles,
  hospital,
  stationer,
  town,
} from '@parvis/application/testing/cast';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.js';
import { startTestGateway, type TestGateway } from '../testing/test-gateway.js';

const refused = '... on ActRefused { code } ... on FormFaulty { faults { field message nextStep } }';
const members = `query ($id: ID!, $search: String, $first: Int, $after: String) {
  members(structureId: $id, search: $search, first: $first, after: $after) {
    edges { node { userId name email role grants { space level services } lastSignedInAt } }
    pageInfo { hasNextPage endCursor }
  }
}`;
const changeMember = `mutation ($input: ChangeMemberInput!) {
  changeMember(input: $input) { __typename ... on MemberChanged { member { role grants { space level } } } ${refused} }
}`;
const services = `query ($id: ID!) {
  settings(structureId: $id) { services(active: true, search: null, first: 20) { edges { node { code name } } } }
}`;

interface Members {
  readonly members: {
    readonly edges: readonly { readonly node: { readonly userId: string; readonly name: string } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}
type Outcome<Name extends string> = Record<Name, Record<string, unknown> & { readonly __typename: string }>;

describe('people over the API', () => {
  let gateway: TestGateway;
  let manager: ApiClient;
  let outsider: ApiClient;

  beforeAll(async () => {
    gateway = await startTestGateway({ PARVIS_OPERATORS: `${elise.email}, ${alice.email}` });
    [manager, outsider] = await Promise.all([
      ApiClient.signedInAs(bruno, gateway.url),
      ApiClient.signedInAs(gilles, gateway.url),
    ]);
  });
  afterAll(() => gateway?.close());

  const change = (input: Record<string, unknown>) =>
    manager.ask<Outcome<'changeMember'>>(changeMember, {
      input: {
        structureId: stationer.structureId,
        userId: fanny.userId,
        role: 'USER',
        grants: [{ space: 'ISSUED_INVOICES', level: 'FULL' }],
        reason: 'Elle dépose aussi',
        ...input,
      },
    });

  it('are listed page by page for the structure’s own, and for nobody else', async () => {
    const first = await manager.ask<Members>(members, { id: stationer.structureId, first: 2 });
    expect(first.data.members.edges.map(({ node }) => node.name)).toEqual([alice.name, bruno.name]);
    const after = first.data.members.pageInfo.endCursor;
    const second = await manager.ask<Members>(members, { id: stationer.structureId, first: 2, after });
    expect(second.data.members.edges.map(({ node }) => node.name)).toEqual([fanny.name]);
    const strange = await outsider.ask<Members>(members, { id: stationer.structureId });
    expect(strange.errors[0]?.extensions.refusal).toBe('not-allowed');
    const wrong = await manager.ask<Members>(members, { id: stationer.structureId, after: 'x' });
    expect(wrong.errors[0]?.extensions.refusal).toBe('cursor-unknown');
  });

  it('can be narrowed to services that the page finds', async () => {
    const mayor = await ApiClient.signedInAs(elise, gateway.url);
    const { errors } = await mayor.ask(services, { id: town.structureId });
    expect(errors).toEqual([]);
  });

  it('change with a reason, which the history keeps', async () => {
    const faulty = await change({ reason: '' });
    expect(faulty.data.changeMember).toMatchObject({ faults: [{ field: 'reason' }] });
    const beyond = await change({ grants: [{ space: 'RECEIVED_INVOICES', level: 'READ' }] });
    expect(beyond.data.changeMember).toMatchObject({ code: 'grant-refused' });
    const changed = await change({});
    expect(changed.data.changeMember).toMatchObject({
      member: { grants: [{ space: 'ISSUED_INVOICES', level: 'FULL' }] },
    });
    const history = await manager.ask<{ accessTraces: { edges: readonly { node: unknown }[] } }>(
      'query ($id: ID!) { accessTraces(structureId: $id) { edges { node { act subject reason byName } } } }',
      { id: stationer.structureId },
    );
    expect(history.data.accessTraces.edges[0]?.node).toEqual({
      act: 'membership.changed',
      subject: fanny.name,
      reason: 'Elle dépose aussi',
      byName: bruno.name,
    });
  });

  it('ask to join and are let in once, however many managers answer', async () => {
    const asked = await outsider.ask<Outcome<'requestToJoin'>>(
      `mutation ($id: ID!) { requestToJoin(structureId: $id, message: "Bonjour") { __typename ... on JoinRequestMade { requestId } ${refused} } }`,
      { id: stationer.structureId },
    );
    const { requestId } = asked.data.requestToJoin;
    const approve = () =>
      manager.ask<Outcome<'approveJoinRequest'>>(
        `mutation ($input: ApproveJoinRequestInput!) { approveJoinRequest(input: $input) { __typename ${refused} } }`,
        {
          input: {
            structureId: stationer.structureId,
            requestId,
            role: 'USER',
            grants: [{ space: 'ISSUED_INVOICES', level: 'READ' }],
          },
        },
      );
    const outcomes = await Promise.all([approve(), approve(), approve()]);
    expect(outcomes.map(({ data }) => data.approveJoinRequest.__typename).sort()).toEqual([
      'ActRefused',
      'ActRefused',
      'JoinRequestChanged',
    ]);
    const own = await outsider.ask<{ myJoinRequests: unknown[] }>(
      '{ myJoinRequests { state structureName } }',
    );
    expect(own.data.myJoinRequests).toEqual([{ state: 'APPROVED', structureName: stationer.name }]);
    const person = await gateway.persistence.work.run(({ accounts }) =>
      accounts.findPerson(gilles.userId, new Date()),
    );
    expect(person?.memberships.map(({ structureId }) => structureId)).toContain(stationer.structureId);
  });

  it('keep one main manager when two remove each other at once', async () => {
    const { work } = gateway.persistence;
    const promote = (role: 'mainManager' | 'user') =>
      work.run(({ memberships }) =>
        memberships.change({ userId: alice.userId, structureId: stationer.structureId, role, grants: [] }),
      );
    await promote('mainManager');
    const other = await ApiClient.signedInAs(alice, gateway.url);
    const end = (client: ApiClient, userId: string) =>
      client.ask<Outcome<'endMembership'>>(
        `mutation ($input: MemberActInput!) { endMembership(input: $input) { __typename ${refused} } }`,
        { input: { structureId: stationer.structureId, userId, reason: 'Départ' } },
      );
    const outcomes = await Promise.all([end(manager, alice.userId), end(other, bruno.userId)]);
    const done = outcomes.filter(({ data }) => data?.endMembership?.__typename === 'MemberChanged');
    expect(done).toHaveLength(1);
    const left = await work.run(({ memberships }) =>
      memberships.managersOf(stationer.structureId, new Date()),
    );
    expect(left.map(({ role }) => role)).toEqual(['mainManager']);
    // Whoever was removed comes back for the other tests.
    const [kept] = left;
    const removed = kept?.userId === bruno.userId ? alice.userId : bruno.userId;
    await work.run(({ memberships }) =>
      memberships.add({
        userId: removed,
        structureId: stationer.structureId,
        role: 'mainManager',
        grants: [],
      }),
    );
  });

  it('leave by themselves, without any right over people and with their session', async () => {
    const { work } = gateway.persistence;
    const belongs = { userId: elise.userId, structureId: stationer.structureId, role: 'user' } as const;
    await work.run(({ memberships }) =>
      memberships.add({ ...belongs, grants: [{ space: 'issuedInvoices', level: 'read' }] }),
    );
    const leaver = await ApiClient.signedInAs(elise, gateway.url);
    const leave = (client: ApiClient) =>
      client.ask<Outcome<'leaveStructure'>>(
        `mutation ($id: ID!) { leaveStructure(structureId: $id) { __typename ... on ActRefused { code } } }`,
        { id: stationer.structureId },
      );
    expect((await leave(leaver)).data.leaveStructure).toEqual({ __typename: 'MemberChanged' });
    expect((await leave(leaver)).data.leaveStructure).toMatchObject({ code: 'structure-not-found' });
    const seen = await leaver.ask<{ viewer: { memberships: { structure: { id: string } }[] } }>(
      '{ viewer { memberships { structure { id } } } }',
    );
    expect(seen.data.viewer.memberships.map(({ structure }) => structure.id)).not.toContain(
      stationer.structureId,
    );
  });

  it('are exported as a table that no spreadsheet takes for formulas', async () => {
    const { work } = gateway.persistence;
    await work.run(({ memberships }) =>
      memberships.change({
        userId: fanny.userId,
        structureId: stationer.structureId,
        role: 'user',
        grants: [{ space: 'issuedInvoices', level: 'read' }],
      }),
    );
    await gateway.persistence.dataSource.query('UPDATE person SET name = $2 WHERE user_id = $1', [
      fanny.userId,
      '=HYPERLINK("x")',
    ]);
    const invitation = {
      structureId: stationer.structureId,
      email: 'nadia@papeterie.example',
      asDeputy: false,
      grants: [{ space: 'ISSUED_INVOICES', level: 'READ' }],
      until: '2098-12-31T23:00:00Z',
      reason: 'Renfort',
    };
    await manager.ask(
      'mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { __typename } }',
      {
        input: invitation,
      },
    );
    const response = await manager.get(`/exports/rights.csv?structure=${stationer.structureId}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-disposition')).toContain('droits.csv');
    const text = await response.text();
    expect(text).toContain('Factures émises');
    expect(text).toMatch(/nadia@papeterie\.example.*31\/12\/2098.*Invité/);
    expect(text).not.toMatch(/(^|;|")=HYPERLINK/m);
    const refusedExport = await outsider.get(`/exports/rights.csv?structure=${stationer.structureId}`);
    expect(refusedExport.status).toBe(403);
    const workbook = await manager.get(`/exports/rights.xlsx?structure=${stationer.structureId}`);
    expect(new Uint8Array(await workbook.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
  });

  it('act for a client while its mandate runs', async () => {
    const given = await manager.ask<Outcome<'giveMandate'>>(
      `mutation ($input: GiveMandateInput!) { giveMandate(input: $input) { __typename ... on MandateChanged { mandate { id state holderName } } ${refused} } }`,
      {
        input: {
          clientId: stationer.structureId,
          holderSiret: caterer.siret,
          kind: 'ACCOUNTANT',
          grants: [{ space: 'ISSUED_INVOICES', level: 'FULL' }],
          endsAt: '2099-12-31T23:00:00Z',
          reason: 'Comptabilité',
        },
      },
    );
    const { mandate } = given.data.giveMandate as { mandate?: { id: string } };
    expect(mandate).toMatchObject({ state: 'OFFERED', holderName: caterer.name });
    const answered = await outsider.ask<Outcome<'answerMandate'>>(
      `mutation ($id: ID!) { answerMandate(mandateId: $id, accepts: true) { __typename ${refused} } }`,
      { id: mandate?.id },
    );
    expect(answered.data.answerMandate.__typename).toBe('MandateChanged');
    const held = await outsider.ask<{ viewer: { memberships: { mandateHolderName: string | null }[] } }>(
      '{ viewer { memberships { mandateHolderName } } }',
    );
    expect(held.data.viewer.memberships.map(({ mandateHolderName }) => mandateHolderName)).toContain(
      caterer.name,
    );
    const clients = await outsider.ask<{ mandates: { edges: { node: unknown }[] } }>(
      'query ($id: ID!) { mandates(structureId: $id, standpoint: HOLDER) { edges { node { clientName stuck { late } } } } }',
      { id: caterer.structureId },
    );
    expect(clients.data.mandates.edges).toEqual([{ node: { clientName: stationer.name, stuck: null } }]);
    await manager.ask(`mutation ($id: ID!) { revokeMandate(mandateId: $id, reason: "Fin") { __typename } }`, {
      id: mandate?.id,
    });
    const after = await outsider.ask<{ viewer: { memberships: { mandateHolderName: string | null }[] } }>(
      '{ viewer { memberships { mandateHolderName } } }',
    );
    expect(after.data.viewer.memberships.map(({ mandateHolderName }) => mandateHolderName)).not.toContain(
      caterer.name,
    );
  });

  it('take over where the managers are gone, on a proof that two operators have read', async () => {
    await gateway.persistence.dataSource.query(
      "DELETE FROM membership WHERE structure_id = $1 AND role = 'mainManager'",
      [hospital.structureId],
    );
    const form = new FormData();
    form.append('file', new Blob(['%PDF-1.7 deliberation']), 'deliberation.pdf');
    const sent = await fetch(`${gateway.url}/documents/proofs`, {
      method: 'POST',
      headers: { authorization: `Bearer ${outsider.token}` },
      body: form,
    });
    expect(sent.status).toBe(201);
    const { uploadId } = (await sent.json()) as { uploadId: string };
    const claimed = await outsider.ask<Outcome<'claimOwnership'>>(
      `mutation ($input: ClaimOwnershipInput!) { claimOwnership(input: $input) { __typename ... on ClaimMade { claimId } ${refused} } }`,
      { input: { structureId: hospital.structureId, explanation: 'La directrice est partie', uploadId } },
    );
    const claimId = String(claimed.data.claimOwnership.claimId);
    const decide = async (client: ApiClient) =>
      (
        await client.ask<Outcome<'decideOwnershipClaim'>>(
          `mutation ($input: DecideClaimInput!) { decideOwnershipClaim(input: $input) { __typename ... on ClaimChanged { claim { state } } ${refused} } }`,
          { input: { structureId: hospital.structureId, claimId, approves: true, reason: 'Acte vérifié' } },
        )
      ).data.decideOwnershipClaim;
    const operators = await Promise.all(
      [elise, alice].map((person) => ApiClient.signedInAs(person, gateway.url)),
    );
    const [one, two] = operators;
    if (!one || !two) throw new Error('two operators are needed');
    const proof = await one.get(`/claims/${hospital.structureId}/${claimId}/proof`);
    expect(await proof.text()).toBe('%PDF-1.7 deliberation');
    expect((await manager.get(`/claims/${hospital.structureId}/${claimId}/proof`)).status).toBe(404);
    expect(await decide(manager)).toMatchObject({ code: 'claim-not-found' });
    expect(await decide(one)).toMatchObject({ claim: { state: 'WAITING' } });
    expect(await decide(one)).toMatchObject({ code: 'decided-already' });
    expect(await decide(two)).toMatchObject({ claim: { state: 'GRANTED' } });
  });
});
