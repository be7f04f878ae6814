import { beforeEach, describe, expect, test } from 'vitest';
import { makeReceiveProof } from '../../documents/receive-upload.js';
import { alice, bruno, claire, denis, elise, fanny, gilles, stationer } from '../../testing/cast.js';
import { streamOf } from '../../testing/fake-world.js';
import { granted, refusalOf } from '../../testing/journey.js';
import { asked, makePeopleWorld, type PeopleWorld, signedInNow } from '../../testing/people-world.js';
import { makePeopleRound } from '../round/make-round.js';
import { makeClaimOwnership } from './claim-ownership.js';
import {
  makeDecideClaim,
  makeListClaims,
  makeListClaimsToDecide,
  makeObjectToClaim,
  makeReadProof,
} from './decide-claim.js';

const structureId = stationer.structureId;
const operator = (person: typeof denis, number: number) => ({
  ...person,
  email: `operateur${number}@exemple.invalid`,
});

describe('a claim to the management of a structure', () => {
  let world: PeopleWorld;
  beforeEach(async () => {
    world = await makePeopleWorld();
  });
  const proof = async () => {
    const file = { stream: streamOf('%PDF-1.7 extrait'), fileName: 'kbis.pdf', mediaType: 'application/pdf' };
    return granted(await makeReceiveProof(world)(file, gilles)).id;
  };
  const claim = async () =>
    makeClaimOwnership(world)(
      { structureId, explanation: 'La gérante est partie', uploadId: await proof() },
      gilles,
    );
  const decide = (claimId: string, person: typeof alice, approves = true) =>
    makeDecideClaim(world)({ structureId, claimId, approves, reason: 'Justificatif vérifié' }, person);

  test('waits until managers who sign in have left a request unanswered for 15 days', async () => {
    await signedInNow(world, bruno);
    await asked(world);
    expect(refusalOf(await claim()).code).toBe('claim-too-early');
    world.advanceDays(14);
    await signedInNow(world, bruno);
    expect(refusalOf(await claim()).code).toBe('claim-too-early');
    world.advanceDays(1);
    expect(granted(await claim()).state).toBe('waiting');
    expect(refusalOf(await claim())).toEqual({ code: 'claim-open' });
  });

  test('needs a proof and an explanation', async () => {
    const bare = makeClaimOwnership(world);
    expect(
      refusalOf(await bare({ structureId, explanation: '', uploadId: await proof() }, gilles)).code,
    ).toBe('form-faulty');
    const unknown = { structureId, explanation: 'Partie', uploadId: bruno.userId };
    expect(refusalOf(await bare(unknown, gilles))).toEqual({ code: 'proof-refused' });
  });

  test('is granted by two operators where no manager is there, and takes effect after 7 days', async () => {
    const { id } = granted(await claim());
    const [one, two] = [operator(claire, 1), operator(denis, 2)];
    expect(refusalOf(await decide(id, elise))).toEqual({ code: 'claim-not-found' });
    expect((await makeListClaimsToDecide(world)(one)).map((each) => each.id)).toEqual([id]);
    expect(granted(await decide(id, one)).state).toBe('waiting');
    expect(refusalOf(await decide(id, one))).toEqual({ code: 'decided-already' });
    expect(granted(await decide(id, two)).state).toBe('granted');
    expect(world.mailsTo(bruno.email).length).toBe(2);
    const round = makePeopleRound(world);
    world.advanceDays(6);
    await round();
    expect((await world.present(gilles)).memberships).toHaveLength(1);
    world.advanceDays(1);
    await round();
    await round();
    expect((await world.present(gilles)).memberships[1]).toMatchObject({ structureId, role: 'mainManager' });
    expect((await world.present(bruno)).memberships[0]).toMatchObject({ structureId, role: 'deputyManager' });
    expect(world.acts(structureId)).toEqual([
      'claim.made',
      'claim.approved',
      'claim.approved',
      'claim.effective',
    ]);
  });

  test('is for operators only where fewer than two managers are there to decide', async () => {
    await world.work.run(async ({ memberships }) => {
      for (const { userId } of [alice, fanny])
        await memberships.change({ userId, structureId, role: 'deputyManager', grants: [] });
    });
    const { id } = granted(await claim());
    await signedInNow(world, alice);
    await signedInNow(world, fanny);
    expect(refusalOf(await decide(id, operator(claire, 1)))).toEqual({ code: 'claim-not-found' });
    granted(await decide(id, alice));
    expect(granted(await decide(id, fanny)).state).toBe('granted');
  });

  test('is never decided by the one who claims', async () => {
    const { id } = granted(await claim());
    expect(refusalOf(await decide(id, operator(gilles, 1)))).toEqual({ code: 'claim-not-found' });
  });

  test('of a deputy is not decided by users, who may be of the deputy’s own making', async () => {
    const held = { structureId, grants: [{ space: 'people', level: 'full' }] } as const;
    await world.work.run(async ({ memberships }) => {
      await memberships.add({ structureId, userId: gilles.userId, role: 'deputyManager', grants: [] });
      await memberships.change({ ...held, userId: alice.userId, role: 'user' });
    });
    const { id } = granted(await claim());
    expect(refusalOf(await decide(id, alice))).toEqual({ code: 'claim-not-found' });
    expect(granted(await decide(id, bruno)).state).toBe('waiting');
  });

  test('ends with one no', async () => {
    const { id } = granted(await claim());
    expect(granted(await decide(id, bruno, false)).state).toBe('refused');
    expect(refusalOf(await decide(id, operator(claire, 1)))).toEqual({ code: 'claim-closed' });
  });

  test('ends when a main manager objects, and then takes no effect', async () => {
    const { id } = granted(await claim());
    granted(await decide(id, operator(claire, 1)));
    granted(await decide(id, operator(denis, 2)));
    const object = makeObjectToClaim(world);
    const command = { structureId, claimId: id, reason: 'Je suis là' };
    expect(refusalOf(await object(command, alice))).toMatchObject({ code: 'not-allowed' });
    expect(granted(await object(command, bruno)).state).toBe('objected');
    world.advanceDays(8);
    await makePeopleRound(world)();
    expect((await world.present(gilles)).memberships).toHaveLength(1);
  });

  test('shows its proof to those who decide and to whoever sent it', async () => {
    const { id } = granted(await claim());
    const read = (person: typeof alice) => makeReadProof(world)({ structureId, claimId: id }, person);
    expect(granted(await read(bruno)).proof.fileName).toBe('kbis.pdf');
    granted(await read(gilles));
    for (const person of [alice, elise])
      expect(refusalOf(await read(person))).toEqual({ code: 'claim-not-found' });
    expect(await makeListClaims(world)(structureId, elise)).toEqual([]);
    expect(await makeListClaims(world)(structureId, bruno)).toHaveLength(1);
  });
});
