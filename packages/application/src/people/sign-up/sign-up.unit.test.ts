import { beforeEach, describe, expect, test } from 'vitest';
import { makeClearExpired } from '../../housekeeping/clear-expired.js';
import { alice, bruno, caterer, hospital, stationer } from '../../testing/cast.js';
import { type FakeWorld, makeFakeWorld } from '../../testing/fake-world.js';
import { granted, refusalOf } from '../../testing/journey.js';
import { codeIn, lastMailTo, linkIn, mailsTo } from '../../testing/mails.js';
import { makeSignIn } from '../sign-in.js';
import { makeWhoIsSignedIn } from '../who-is-signed-in.js';
import { makeConfirmSignUp } from './confirm-sign-up.js';
import { makeResendConfirmation } from './resend-confirmation.js';
import { makeSignUp, type SignUpCommand } from './sign-up.js';
import { makeStructureForSignUp } from './structure-for-sign-up.js';

const NEW_SIRET = '00000091900019';
const nadia: SignUpCommand = {
  side: 'supplier',
  identifierType: 'SIRET',
  identifier: NEW_SIRET,
  structure: {
    name: 'Menuiserie du Lac',
    street: '3 rue des Scieurs',
    postCode: '74000',
    town: 'Annecy-les-Bois',
  },
  email: ' Nadia@Menuiserie.Example ',
  name: 'Nadia  Lopez',
  password: 'rabot, ciseau et varlope',
  language: 'fr',
  networkAddress: '192.0.2.7',
};
const email = 'nadia@menuiserie.example';

describe('signing up', () => {
  let world: FakeWorld;
  beforeEach(async () => {
    world = await makeFakeWorld();
  });
  const signUp = (change: Partial<SignUpCommand> = {}) => makeSignUp(world)({ ...nadia, ...change });
  const confirm = (proof: Parameters<ReturnType<typeof makeConfirmSignUp>>[0]) =>
    makeConfirmSignUp(world)(proof, { networkAddress: '192.0.2.7' });
  const confirmCode = (signUpId: string, code: string) => confirm({ kind: 'code', signUpId, code });
  const newcomer = async (change: Partial<SignUpCommand> = {}) => {
    const { signUpId, email: address } = granted(await signUp(change));
    return granted(await confirmCode(signUpId, codeIn(lastMailTo(world, address))));
  };

  describe('for a structure nobody has registered', () => {
    test('makes an account and a structure, with the person as its main manager, signed in', async () => {
      const { person, entered, token, language } = await newcomer();
      expect(entered).toMatchObject({ kind: 'created', structureName: 'Menuiserie du Lac' });
      expect(person).toMatchObject({ name: 'Nadia Lopez', email });
      expect(person.memberships).toMatchObject([
        { structureName: 'Menuiserie du Lac', side: 'supplier', role: 'mainManager' },
      ]);
      expect(language).toBe('fr');
      expect((await makeWhoIsSignedIn(world)(token))?.userId).toBe(person.userId);
      expect(world.tables.signUps.size).toBe(0);
    });

    test('takes those without a SIRET, at home where their identifier says', async () => {
      const abroad = {
        identifierType: 'UE_HORS_FRANCE',
        identifier: 'BE 0203.201.340',
        structure: { name: 'Houtbedrijf Meer', street: 'Meerstraat 3', postCode: '', town: 'Gent' },
      } as const;
      const { entered } = await newcomer(abroad);
      const organisation = await world.work.run(({ organisations }) =>
        organisations.findByIdentifier('supplier', { type: 'UE_HORS_FRANCE', value: 'BE0203201340' }),
      );
      expect(entered.kind).toBe('created');
      expect(organisation?.address).toEqual({ street: 'Meerstraat 3', town: 'Gent', country: 'BE' });
      const second = await newcomer({ ...abroad, email: 'omar@menuiserie.example' });
      expect(second.entered.kind).toBe('requested');
    });

    test('leaves a trace with its author', async () => {
      const { person } = await newcomer();
      expect([...world.tables.accessTraces.values()]).toMatchObject([
        { act: 'structure.registered', byUserId: person.userId, details: { identifier: NEW_SIRET } },
      ]);
    });

    test('lets the person sign in with the password they chose', async () => {
      await newcomer();
      granted(await makeSignIn(world)({ email, password: nadia.password }));
    });

    test('writes no account before the address is proved', async () => {
      granted(await signUp());
      expect(await world.work.run(({ accounts }) => accounts.findByEmail(email))).toBeUndefined();
      expect([...world.tables.suppliers.values()].map(({ name }) => name)).not.toContain('Menuiserie du Lac');
    });

    test('stores neither the code, nor the link, nor the password, nor the secret of the browser', async () => {
      const { signUpId } = granted(await signUp());
      const mail = lastMailTo(world, email);
      const stored = JSON.stringify([...world.tables.signUps.values()]);
      for (const secret of [codeIn(mail), linkIn(mail), signUpId]) expect(stored).not.toContain(secret);
    });
  });

  describe('for a structure that is there', () => {
    const known = { identifier: stationer.siret ?? '' };

    test('makes an account and asks the managers, whatever name was typed', async () => {
      const { entered, person } = await newcomer(known);
      expect(entered).toEqual({
        kind: 'requested',
        structureId: stationer.structureId,
        structureName: stationer.name,
      });
      expect(person.memberships).toEqual([]);
      expect([...world.tables.joinRequests.values()]).toMatchObject([
        { structureId: stationer.structureId, userId: person.userId, state: 'waiting' },
      ]);
      expect(lastMailTo(world, bruno.email).subject).toContain('Nadia Lopez');
      expect(world.tables.suppliers.get(stationer.structureId)?.name).toBe(stationer.name);
    });

    test('asks for no name and no address', async () => {
      granted(await signUp({ ...known, structure: { name: '', street: '', postCode: '', town: '' } }));
    });

    test('another establishment of a registered company asks its people', async () => {
      const { entered } = await newcomer({ identifier: '00000012500021' });
      expect(entered).toMatchObject({ kind: 'requested', structureId: stationer.structureId });
    });

    test('a public entity is joined, never made', async () => {
      const ofEntity = { side: 'publicEntity', identifier: hospital.siret } as const;
      expect((await newcomer(ofEntity)).entered).toMatchObject({
        kind: 'requested',
        structureId: hospital.structureId,
      });
      const unknown = refusalOf(await signUp({ side: 'publicEntity', email: 'b@menuiserie.example' }));
      expect(unknown).toEqual({
        code: 'fields-faulty',
        faults: [{ field: 'identifier', code: 'entity-unknown' }],
      });
    });

    test('nobody sells under the number of a public entity', async () => {
      const refusal = refusalOf(await signUp({ identifier: hospital.siret }));
      expect(refusal).toMatchObject({
        faults: [{ field: 'identifier', code: 'of-public-entity', structureName: hospital.name }],
      });
    });

    test('a closed one is not joined', async () => {
      world.tables.suppliers.set(caterer.structureId, { ...caterer, active: false });
      const refusal = refusalOf(await signUp({ identifier: caterer.siret ?? '' }));
      expect(refusal).toMatchObject({ faults: [{ code: 'structure-closed', structureName: caterer.name }] });
    });
  });

  test('tells all that is wrong at once, field by field', async () => {
    const refusal = refusalOf(
      await signUp({
        email: 'nadia',
        name: ' ',
        password: 'azertyuiop12',
        structure: { name: '', street: '', postCode: '7400', town: '' },
      }),
    );
    expect(refusal).toEqual({
      code: 'fields-faulty',
      faults: [
        { field: 'structureName', code: 'missing' },
        { field: 'street', code: 'missing' },
        { field: 'postCode', code: 'post-code-malformed' },
        { field: 'town', code: 'missing' },
        { field: 'email', code: 'email-malformed' },
        { field: 'name', code: 'missing' },
        { field: 'password', code: 'password-common' },
      ],
    });
    expect(refusalOf(await signUp({ identifier: '00000012500014' }))).toMatchObject({
      faults: [{ field: 'identifier', code: 'siret-check-digit' }],
    });
    expect(refusalOf(await signUp({ identifier: ' ' }))).toMatchObject({
      faults: [{ field: 'identifier', code: 'missing' }],
    });
  });

  describe('with an address that has an account', () => {
    const taken = { email: alice.email };

    test('is answered the same, and only the mailbox learns', async () => {
      const unknown = granted(await signUp());
      const known = granted(await signUp(taken));
      expect(Object.keys(known)).toEqual(Object.keys(unknown));
      expect(known.codeExpiresAt).toEqual(unknown.codeExpiresAt);
      const mail = lastMailTo(world, alice.email);
      expect(mail.subject).toBe('Vous avez déjà un compte Parvis');
      expect(() => codeIn(mail)).toThrow('no code');
    });

    test('answers every code as a wrong one, as often as to others', async () => {
      const { signUpId } = granted(await signUp(taken));
      const other = granted(await signUp());
      for (let tries = 0; tries < 6; tries += 1) {
        const wrong = codeIn(lastMailTo(world, email)) === '000000' ? '000001' : '000000';
        expect(await confirmCode(signUpId, wrong)).toEqual(await confirmCode(other.signUpId, wrong));
      }
    });

    test('changes nothing of that account, and sends nothing again', async () => {
      const { signUpId } = granted(await signUp(taken));
      world.advance(61);
      granted(await makeResendConfirmation(world)(signUpId));
      expect(mailsTo(world, alice.email)).toHaveLength(1);
      granted(await makeSignIn(world)({ email: alice.email, password: 'Une phrase assez longue' }));
    });
  });

  describe('the code', () => {
    test('is taken with spaces, once', async () => {
      const { signUpId } = granted(await signUp());
      const code = codeIn(lastMailTo(world, email));
      granted(await confirmCode(signUpId, ` ${code.slice(0, 3)} ${code.slice(3)} `));
      expect(refusalOf(await confirmCode(signUpId, code))).toEqual({ code: 'sign-up-not-found' });
    });

    test('is of no use without the browser that asked', async () => {
      granted(await signUp());
      const code = codeIn(lastMailTo(world, email));
      expect(refusalOf(await confirmCode('somebody else', code))).toEqual({ code: 'sign-up-not-found' });
    });

    test('is guessed five times at most, even all at once', async () => {
      const { signUpId } = granted(await signUp());
      const right = codeIn(lastMailTo(world, email));
      const wrong = right === '000000' ? '000001' : '000000';
      const answers = await Promise.all(Array.from({ length: 8 }, () => confirmCode(signUpId, wrong)));
      const codes = answers.map((answer) => refusalOf(answer));
      expect(codes.filter(({ code }) => code === 'code-wrong')).toEqual(
        [4, 3, 2, 1, 0].map((triesLeft) => ({ code: 'code-wrong', triesLeft })),
      );
      expect(refusalOf(await confirmCode(signUpId, right))).toEqual({ code: 'code-used-up' });
    });

    test('is over after 15 minutes, and another may be asked for', async () => {
      const { signUpId } = granted(await signUp());
      const first = codeIn(lastMailTo(world, email));
      world.advance(15 * 60);
      expect(refusalOf(await confirmCode(signUpId, first))).toEqual({ code: 'code-expired' });
      granted(await makeResendConfirmation(world)(signUpId));
      granted(await confirmCode(signUpId, codeIn(lastMailTo(world, email))));
    });

    test('is sent again once a minute, five times in all, and voids the one before', async () => {
      const { signUpId } = granted(await signUp());
      const first = linkIn(lastMailTo(world, email));
      const resend = makeResendConfirmation(world);
      const retryAt = new Date(world.now().getTime() + 60_000);
      expect(refusalOf(await resend(signUpId))).toEqual({ code: 'resend-too-early', retryAt });
      for (let sending = 0; sending < 4; sending += 1) {
        world.advance(60);
        granted(await resend(signUpId));
      }
      world.advance(60);
      expect(refusalOf(await resend(signUpId))).toEqual({ code: 'resend-used-up' });
      expect(mailsTo(world, email)).toHaveLength(5);
      const old = await confirm({ kind: 'linkHere', signUpId, link: first });
      expect(refusalOf(old)).toEqual({ code: 'sign-up-not-found' });
      expect(refusalOf(await resend('unknown'))).toEqual({ code: 'sign-up-not-found' });
    });
  });

  describe('the link', () => {
    const linkElsewhere = (password: string) =>
      confirm({ kind: 'linkElsewhere', link: linkIn(lastMailTo(world, email)), password });

    test('confirms in the browser that asked, without anything else', async () => {
      const { signUpId } = granted(await signUp());
      const link = linkIn(lastMailTo(world, email));
      granted(await confirm({ kind: 'linkHere', signUpId, link }));
      expect(refusalOf(await confirm({ kind: 'linkHere', signUpId, link }))).toEqual({
        code: 'sign-up-not-found',
      });
    });

    test('asks for the password elsewhere: whoever only has the mailbox did not sign up', async () => {
      granted(await signUp());
      expect(refusalOf(await linkElsewhere('the password of the other'))).toEqual({
        code: 'password-wrong',
        triesLeft: 4,
      });
      granted(await linkElsewhere(nadia.password));
    });

    test('is guessed at five times at most', async () => {
      granted(await signUp());
      await Promise.all(Array.from({ length: 6 }, () => linkElsewhere('wrong')));
      expect(refusalOf(await linkElsewhere(nadia.password))).toEqual({ code: 'code-used-up' });
    });

    test('is over after a day, when housekeeping clears it', async () => {
      granted(await signUp());
      world.advance(24 * 3600);
      expect(refusalOf(await linkElsewhere(nadia.password))).toEqual({ code: 'sign-up-not-found' });
      expect(await makeClearExpired(world)()).toMatchObject({ signUps: 1 });
      world.advance(1);
      // The address and the network, each counted for itself.
      expect(await makeClearExpired(world)()).toMatchObject({ signUps: 2 });
    });
  });

  describe('at once', () => {
    test('two confirmations make one account', async () => {
      const { signUpId } = granted(await signUp());
      const code = codeIn(lastMailTo(world, email));
      const answers = await Promise.all([confirmCode(signUpId, code), confirmCode(signUpId, code)]);
      expect(answers.map(({ ok }) => ok)).toEqual([true, false]);
    });

    test('two of one SIRET make one structure and one request', async () => {
      const omar = 'omar@menuiserie.example';
      const first = granted(await signUp());
      const second = granted(await signUp({ email: omar, name: 'Omar Diaz' }));
      const entered = await Promise.all([
        confirmCode(first.signUpId, codeIn(lastMailTo(world, email))),
        confirmCode(second.signUpId, codeIn(lastMailTo(world, omar))),
      ]);
      expect(entered.map((answer) => granted(answer).entered.kind)).toEqual(['created', 'requested']);
      expect(lastMailTo(world, email).subject).toContain('Omar Diaz');
    });

    test('two of one address make one account', async () => {
      const first = granted(await signUp());
      const code = codeIn(lastMailTo(world, email));
      const second = granted(await signUp());
      granted(await confirmCode(first.signUpId, code));
      const late = await confirmCode(second.signUpId, codeIn(lastMailTo(world, email)));
      expect(refusalOf(late)).toEqual({ code: 'address-taken' });
    });
  });

  describe('too often', () => {
    test('is refused to an address after five times in an hour, and says until when', async () => {
      const first = world.now().getTime();
      for (let times = 0; times < 5; times += 1) {
        granted(await signUp({ networkAddress: `192.0.2.${times}` }));
        world.advance(60);
      }
      const refusal = refusalOf(await signUp());
      expect(refusal).toEqual({ code: 'too-many-tries', retryAt: new Date(first + 3_600_001) });
      world.advance(3_600_001 / 1000 - 5 * 60);
      granted(await signUp());
    });

    test('is refused to a network after twenty times in an hour', async () => {
      for (let times = 0; times < 20; times += 1)
        granted(await signUp({ email: `n${times}@menuiserie.example` }));
      expect(refusalOf(await signUp()).code).toBe('too-many-tries');
      granted(await signUp({ networkAddress: '198.51.100.1' }));
    });

    test('asks for a structure no more than sixty times in ten minutes', async () => {
      const ask = () =>
        makeStructureForSignUp(world)({
          side: 'supplier',
          identifierType: 'SIRET',
          identifier: NEW_SIRET,
          networkAddress: '192.0.2.7',
        });
      for (let times = 0; times < 60; times += 1) granted(await ask());
      expect(refusalOf(await ask()).code).toBe('too-many-tries');
      world.advance(601);
      granted(await ask());
    });
  });

  test.each([
    ['supplier', NEW_SIRET, { kind: 'new' }],
    ['supplier', stationer.siret, { kind: 'existing', name: stationer.name }],
    ['supplier', hospital.siret, { kind: 'ofPublicEntity', name: hospital.name }],
    ['publicEntity', hospital.siret, { kind: 'existing', name: hospital.name }],
    ['publicEntity', NEW_SIRET, { kind: 'unknownEntity' }],
    ['supplier', '123', { kind: 'malformed', problem: 'siret-length' }],
  ] as const)('says beforehand what will come of it: %s, %s', async (side, identifier, answer) => {
    const said = await makeStructureForSignUp(world)({
      side,
      identifierType: 'SIRET',
      identifier: identifier ?? '',
    });
    expect(granted(said)).toMatchObject(answer);
  });
});
