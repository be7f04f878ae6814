import { beforeEach, describe, expect, test } from 'vitest';
import { alice, bruno, password } from '../../testing/cast.js';
import { type FakeWorld, makeFakeWorld } from '../../testing/fake-world.js';
import { granted, refusalOf } from '../../testing/journey.js';
import { lastMailTo, linkIn, mailsTo } from '../../testing/mails.js';
import { enrolTotp, provedWithApp } from '../../testing/second-factors.js';
import { makeSignIn } from '../sign-in.js';
import { makeConfirmEmailChange } from './confirm-email-change.js';
import { makeRequestEmailChange } from './request-email-change.js';

const to = 'alice@ailleurs.example';

describe('a change of address', () => {
  let world: FakeWorld;
  beforeEach(async () => {
    world = await makeFakeWorld();
  });
  const ask = (email = to, current = password, token = '') =>
    makeRequestEmailChange(world)({ email, current, side: 'supplier', token }, alice);
  const confirm = (link: string) => makeConfirmEmailChange(world)({ link, side: 'supplier' });
  const signIn = (email: string) => makeSignIn(world)({ email, password });

  test('is made once the new address has proved itself; the old one is told twice', async () => {
    granted(await ask(' Alice@Ailleurs.Example '));
    granted(await signIn(alice.email));
    granted(await confirm(linkIn(lastMailTo(world, to))));
    granted(await signIn(to));
    expect(refusalOf(await signIn(alice.email)).code).toBe('credentials-refused');
    const told = mailsTo(world, alice.email);
    expect(told.map(({ subject }) => subject)).toEqual([
      "Changement d'adresse demandé sur Parvis",
      'Votre adresse Parvis a changé',
    ]);
    for (const { body } of told) expect(body).not.toContain(to);
  });

  test('asks for the password', async () => {
    expect(refusalOf(await ask(to, 'wrong'))).toEqual({ code: 'current-password-wrong' });
    expect(mailsTo(world, to)).toEqual([]);
  });

  test('asks whoever has a second factor for a proof of the last ten minutes too', async () => {
    const { token } = granted(await signIn(alice.email));
    await enrolTotp(world);
    world.advance(10 * 60 + 1);
    expect(refusalOf(await ask(to, password, token))).toEqual({
      code: 'proof-needed',
      methods: ['totp', 'recoveryCode'],
    });
    expect(mailsTo(world, to)).toEqual([]);
    const proved = await provedWithApp(world, token);
    granted(await ask(to, password, proved));
  });

  test('does not tell whether the address has an account: only its mailbox learns', async () => {
    expect(granted(await ask(bruno.email))).toEqual({ email: bruno.email });
    const mail = lastMailTo(world, bruno.email);
    expect(mail.subject).toBe('Cette adresse a déjà un compte Parvis');
    expect(() => linkIn(mail)).toThrow('no link');
  });

  test('opens once, within a day', async () => {
    granted(await ask());
    const link = linkIn(lastMailTo(world, to));
    granted(await confirm(link));
    expect(refusalOf(await confirm(link))).toEqual({ code: 'link-not-found' });
    granted(await ask('alice@encore.example'));
    world.advance(24 * 3600);
    const late = linkIn(lastMailTo(world, 'alice@encore.example'));
    expect(refusalOf(await confirm(late))).toEqual({ code: 'link-not-found' });
  });

  test('asked for again voids the one before', async () => {
    granted(await ask());
    const first = linkIn(lastMailTo(world, to));
    granted(await ask('alice@encore.example'));
    expect(refusalOf(await confirm(first))).toEqual({ code: 'link-not-found' });
  });

  test('is refused when the address got an account meanwhile', async () => {
    granted(await ask());
    await world.work.run(({ credentials }) => credentials.setEmail(bruno.userId, to));
    expect(refusalOf(await confirm(linkIn(lastMailTo(world, to))))).toEqual({ code: 'address-taken' });
  });

  test('is refused to the address it has, and to what is none', async () => {
    expect(refusalOf(await ask(alice.email))).toEqual({ code: 'same-address' });
    expect(refusalOf(await ask('alice'))).toEqual({ code: 'email-malformed' });
  });
});
