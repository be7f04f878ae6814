import { expect, test } from 'vitest';
import { alice } from '../../testing/cast.js';
import { makeFakeWorld } from '../../testing/fake-world.js';
import { granted, refusalOf } from '../../testing/journey.js';
import { enrolTotp } from '../../testing/second-factors.js';
import { makeResetPassword } from '../password/reset-password.js';
import { makeSignIn } from '../sign-in.js';

test('a forgotten password is no way around the second factor: the new one is asked for it all the same', async () => {
  const world = await makeFakeWorld();
  await enrolTotp(world);
  const link = 'mailed secret';
  await world.work.run(({ accountLinks }) =>
    accountLinks.add({
      linkHash: world.sha256(link),
      purpose: 'resetPassword',
      userId: alice.userId,
      expiresAt: new Date(world.now().getTime() + 60_000),
    }),
  );
  const password = 'Une tout autre phrase';
  const hashPassword = async (text: string) => `hash of ${text}`;
  granted(await makeResetPassword({ ...world, hashPassword })({ link, password, side: 'supplier' }));
  expect(world.tables.sessions.size).toBe(0);
  expect(refusalOf(await makeSignIn(world)({ email: alice.email, password }))).toMatchObject({
    code: 'second-factor-required',
    methods: ['totp', 'recoveryCode'],
  });
});
