import type { Person } from '@parvis/domain/access/actor';
import { beforeEach, describe, expect, test } from 'vitest';
import { alice, bruno, elise, fanny, gilles, password, stationer } from '../../testing/cast.js';
import { granted, refusalOf } from '../../testing/journey.js';
import { makePeopleWorld, type PeopleWorld, signedInNow } from '../../testing/people-world.js';
import { addPasskey, enrolTotp, firstStep, signedIn } from '../../testing/second-factors.js';
import { makePeopleRound } from '../round/make-round.js';
import { makeSignIn } from '../sign-in.js';
import { makeWhoIsSignedIn } from '../who-is-signed-in.js';
import { makeAskFactorReset, makeViewFactorReset } from './ask-reset.js';
import { makeApproveFactorReset, makeStopFactorReset } from './decide-reset.js';
import { makeListFactorResets, makeListFactorResetsToDecide, makeViewOwnFactorReset } from './list-resets.js';
import { standingApprovals } from './reset-deciders.js';

const { structureId } = stationer;
const hours = 3600;
const operator: Person = { ...elise, email: 'operateur1@exemple.invalid' };
const otherOperator: Person = { ...gilles, email: 'operateur2@exemple.invalid' };

describe('a reset of second factors', () => {
  let world: PeopleWorld;
  let ownToken: string;
  beforeEach(async () => {
    world = await makePeopleWorld();
    await enrolTotp(world, alice);
    ownToken = [...world.tables.sessions.values()].at(-1)?.tokenHash ?? '';
  });

  /** Fanny manages the stationer beside Bruno. */
  const twoManagers = async () => {
    await world.work.run(({ memberships }) =>
      memberships.change({ userId: fanny.userId, structureId, role: 'deputyManager', grants: [] }),
    );
    for (const manager of [bruno, fanny]) await signedInNow(world, manager);
  };
  const ask = async (reason = 'Téléphone tombé à l’eau, codes perdus') =>
    makeAskFactorReset(world)({ challenge: await firstStep(world), reason });
  const asked = async (): Promise<string> => {
    granted(await ask());
    return [...world.tables.factorResets.keys()].at(-1) ?? '';
  };
  const approve = async (resetId: string, person: Person) => {
    const { token } = await signedIn(world, sample(person));
    return makeApproveFactorReset(world)({ token, resetId, reason: 'Vue ce matin' }, person);
  };
  /** Operators sign in as the person of the cast that they are. */
  const sample = (person: Person): Person =>
    [elise, gilles].find(({ userId }) => userId === person.userId) ?? person;
  const grantedReset = async (): Promise<string> => {
    await twoManagers();
    const resetId = await asked();
    granted(await approve(resetId, bruno));
    expect(granted(await approve(resetId, fanny)).state).toBe('granted');
    return resetId;
  };
  const round = () => makePeopleRound(world)();
  const signInAlice = () => makeSignIn(world)({ email: alice.email, password });

  test('waits a day after two managers, then takes every factor off and ends every session', async () => {
    const own = await firstStep(world);
    await world.work.run(({ factors }) =>
      factors.addPasskey({
        credentialId: 'lost',
        userId: alice.userId,
        publicKey: 'key',
        counter: 0,
        transports: [],
        name: 'Téléphone',
        createdAt: world.now(),
      }),
    );
    await grantedReset();
    expect(await makeViewFactorReset(world)(own)).toMatchObject({ state: 'granted', approvals: 2 });
    world.advance(24 * hours - 1);
    await round();
    expect(refusalOf(await signInAlice()).code).toBe('second-factor-required');
    world.advance(1);
    await round();
    await round();
    expect(world.tables.sessions.has(ownToken)).toBe(false);
    const { token, mustProtectAgain } = granted(await signInAlice());
    expect(mustProtectAgain).toBe(true);
    expect((await makeWhoIsSignedIn(world)(token))?.userId).toBe(alice.userId);
    expect(await world.work.run(({ factors }) => factors.countRecoveryCodes(alice.userId))).toBe(0);
    expect(world.acts(structureId)).toEqual([
      'factorReset.asked',
      'factorReset.approved',
      'factorReset.approved',
      'factorReset.granted',
      'factorReset.done',
    ]);
    for (const person of [alice, bruno, fanny])
      expect(world.mailsTo(person.email).filter((subject) => /facteurs/.test(subject))).toHaveLength(3);
  });

  test('asks to protect the account again until it is', async () => {
    await grantedReset();
    world.advance(24 * hours);
    await round();
    const own = () => makeViewOwnFactorReset(world)(alice);
    expect(await own()).toEqual({ mustProtectAgain: true });
    const { token } = granted(await signInAlice());
    await addPasskey(world, token, 'new', alice);
    expect(await own()).toEqual({ mustProtectAgain: false });
  });

  test('needs the right password, by an open first step of its own', async () => {
    const bare = (challenge: string) => makeAskFactorReset(world)({ challenge, reason: 'Perdu' });
    expect(refusalOf(await bare('made up'))).toEqual({ code: 'challenge-over' });
    const late = await firstStep(world);
    world.advance(300);
    expect(refusalOf(await bare(late))).toEqual({ code: 'challenge-over' });
    const challenge = await firstStep(world);
    const stored = world.tables.challenges.get(world.sha256(challenge));
    if (stored) world.tables.challenges.set(stored.challengeHash, { ...stored, means: 'openId' });
    expect(refusalOf(await bare(challenge))).toEqual({ code: 'password-first' });
    expect(world.tables.factorResets.size).toBe(0);
  });

  test('needs a reason, and stands open once, also when asked twice at once', async () => {
    for (const reason of ['  ', 'x'.repeat(501)])
      expect(refusalOf(await ask(reason))).toEqual({ code: 'reason-unfit', maximum: 500 });
    const answers = await Promise.all([ask(), ask()]);
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(refusalOf(await ask())).toEqual({ code: 'reset-open' });
  });

  test('is asked for three times a day at most', async () => {
    for (let time = 0; time < 3; time += 1)
      granted(await makeStopFactorReset(world)({ resetId: await asked() }, alice));
    expect(refusalOf(await ask()).code).toBe('too-many-tries');
  });

  test('is not granted by one manager twice, even at once', async () => {
    await twoManagers();
    const resetId = await asked();
    const { token } = await signedIn(world, bruno);
    const again = () => makeApproveFactorReset(world)({ token, resetId, reason: 'Vue ce matin' }, bruno);
    const answers = await Promise.all([again(), again(), again()]);
    expect(
      answers.flatMap((answer) => (answer.ok ? [answer.value.state] : [answer.refusal.code])).sort(),
    ).toEqual(['reset-approved-already', 'reset-approved-already', 'waiting']);
    world.advance(48 * hours);
    await round();
    expect(refusalOf(await signInAlice()).code).toBe('second-factor-required');
  });

  test('is granted once when both managers approve at once', async () => {
    await twoManagers();
    const resetId = await asked();
    const answers = await Promise.all([approve(resetId, bruno), approve(resetId, fanny)]);
    expect(answers.map((answer) => granted(answer).state).sort()).toEqual(['granted', 'waiting']);
    expect(refusalOf(await approve(resetId, bruno))).toEqual({ code: 'reset-closed' });
    expect(world.acts(structureId).filter((act) => act === 'factorReset.granted')).toHaveLength(1);
  });

  test('is nobody’s business but the managers’, and never the person’s own', async () => {
    await twoManagers();
    await world.work.run(({ memberships }) =>
      memberships.change({ userId: alice.userId, structureId, role: 'deputyManager', grants: [] }),
    );
    const resetId = await asked();
    for (const stranger of [gilles, elise, operator])
      expect(refusalOf(await approve(resetId, stranger))).toEqual({ code: 'reset-not-found' });
    const { token } = await signedIn(world, bruno);
    expect(
      refusalOf(await makeApproveFactorReset(world)({ token, resetId, reason: 'C’est moi' }, alice)),
    ).toEqual({ code: 'reset-not-found' });
    expect(refusalOf(await makeStopFactorReset(world)({ resetId, reason: 'Non' }, gilles))).toEqual({
      code: 'reset-not-found',
    });
  });

  test('asks the approver to prove who they are first', async () => {
    await twoManagers();
    const { token } = await signedIn(world, bruno);
    world.advance(601);
    const resetId = await asked();
    const late = await makeApproveFactorReset(world)({ token, resetId, reason: 'Vue' }, bruno);
    expect(refusalOf(late)).toEqual({ code: 'proof-needed', methods: [] });
    const unknown = await makeApproveFactorReset(world)({ token: 'none', resetId, reason: 'Vue' }, bruno);
    expect(refusalOf(unknown)).toEqual({ code: 'signed-out' });
  });

  test('is completed by an operator where one manager only is there, and not by two', async () => {
    await signedInNow(world, bruno);
    const resetId = await asked();
    granted(await approve(resetId, operator));
    expect(refusalOf(await approve(resetId, operator))).toEqual({ code: 'reset-approved-already' });
    expect(refusalOf(await approve(resetId, otherOperator))).toEqual({ code: 'reset-needs-manager' });
    expect(granted(await approve(resetId, bruno)).state).toBe('granted');
  });

  test('is for two operators where no manager is there', async () => {
    const resetId = await asked();
    expect((await makeListFactorResetsToDecide(world)(operator)).map(({ id }) => id)).toEqual([resetId]);
    expect(await makeListFactorResetsToDecide(world)(elise)).toEqual([]);
    expect(granted(await approve(resetId, operator)).state).toBe('waiting');
    expect(granted(await approve(resetId, otherOperator)).state).toBe('granted');
  });

  test('does not count whoever has ceased to be a manager', async () => {
    await twoManagers();
    const resetId = await asked();
    granted(await approve(resetId, fanny));
    await world.work.run(({ memberships }) => memberships.end(fanny.userId, structureId));
    expect(granted(await approve(resetId, bruno)).state).toBe('waiting');
    const [shown] = await world.work.run(({ factorResets }) => factorResets.open());
    expect(shown && standingApprovals({ structures: [], managers: [], operatorSeats: 0 }, shown)).toEqual([]);
  });

  test('does not happen when a manager who approved is one no more at the end of the day', async () => {
    await grantedReset();
    await world.work.run(({ memberships }) => memberships.end(fanny.userId, structureId));
    world.advance(48 * hours);
    await round();
    expect(refusalOf(await signInAlice()).code).toBe('second-factor-required');
    expect(world.acts(structureId).at(-1)).toBe('factorReset.stopped');
  });

  test.each([
    ['the person, without a reason', () => alice, undefined],
    ['a manager, with one', () => fanny, 'Elle ne l’a pas demandé'],
  ])('is stopped by %s, also within the day', async (_, who, reason) => {
    const resetId = await grantedReset();
    const stop = makeStopFactorReset(world);
    const command = { resetId, ...(reason === undefined ? {} : { reason }) };
    expect(granted(await stop(command, who())).state).toBe('stopped');
    expect(refusalOf(await stop(command, who()))).toEqual({ code: 'reset-closed' });
    world.advance(48 * hours);
    await round();
    expect(refusalOf(await signInAlice()).code).toBe('second-factor-required');
    expect(world.acts(structureId).at(-1)).toBe('factorReset.stopped');
  });

  test('is stopped by a manager only with a reason', async () => {
    const resetId = await grantedReset();
    expect(refusalOf(await makeStopFactorReset(world)({ resetId }, bruno))).toMatchObject({
      code: 'reason-unfit',
    });
  });

  test('is closed after seven days without two approvals, and can be asked for again', async () => {
    await twoManagers();
    const resetId = await asked();
    granted(await approve(resetId, bruno));
    world.advanceDays(7);
    expect(refusalOf(await approve(resetId, fanny))).toEqual({ code: 'reset-closed' });
    await round();
    await round();
    expect(world.acts(structureId).slice(1)).toEqual(['factorReset.approved', 'factorReset.expired']);
    expect(await asked()).not.toBe(resetId);
  });

  test('either is stopped or happens, never both', async () => {
    const resetId = await grantedReset();
    world.advance(24 * hours);
    await Promise.all([round(), makeStopFactorReset(world)({ resetId }, alice)]);
    const state = world.tables.factorResets.get(resetId)?.state;
    const signsIn = (await signInAlice()).ok;
    expect([state, signsIn]).toEqual(signsIn ? ['done', true] : ['stopped', false]);
  });

  test('is shown to the managers of the person’s structures while it is open', async () => {
    const resetId = await asked();
    const seen = async (person: Person, place = structureId) =>
      (await makeListFactorResets(world)(place, person)).map(({ id }) => id);
    expect(await seen(bruno)).toEqual([resetId]);
    expect(await seen(fanny)).toEqual([]);
    expect(await seen(gilles)).toEqual([]);
    granted(await makeStopFactorReset(world)({ resetId }, alice));
    expect(await seen(bruno)).toEqual([]);
  });
});
