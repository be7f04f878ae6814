import { say } from '@parvis/domain/display/language';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkUp, type Look } from './check-up.js';
import { NotNow, Refused } from './failures.js';
import { liveTest } from './live-test.js';

const found = say('trouvé', 'found');
const looking = (subject: string, look: Look['look'], vital?: true): Look => ({
  subject,
  label: say(subject, subject),
  look,
  ...(vital ? { vital } : {}),
});
const refusing = (code: 'credentials-refused' | 'reference-data-missing') => async () => {
  throw new Refused(code, say('non', 'no'));
};
const fine = async () => found;
const version = () => '6.0';

const statesOf = ({ points = [] }: Awaited<ReturnType<typeof checkUp>>) =>
  points.map(({ subject, state }) => `${subject} ${state}`);

describe('checkUp', () => {
  it('is fine where every look found what it needs', async () => {
    const health = await checkUp([looking('address', fine), looking('journal', fine)], version);
    expect(health).toMatchObject({ kind: 'fine', version: '6.0' });
    expect(statesOf(health)).toEqual(['address fine', 'journal fine']);
  });

  it('goes on after a thing that is wrong, and is refused for the first', async () => {
    const health = await checkUp(
      [looking('journal', refusing('reference-data-missing')), looking('taxes', fine)],
      version,
    );
    expect(health).toMatchObject({ kind: 'refused', code: 'reference-data-missing' });
    expect(statesOf(health)).toEqual(['journal wrong', 'taxes fine']);
  });

  it('does not look behind a door that stays shut', async () => {
    const health = await checkUp(
      [looking('credentials', refusing('credentials-refused'), true), looking('journal', fine)],
      version,
    );
    expect(statesOf(health)).toEqual(['credentials wrong', 'journal notLookedAt']);
  });

  it('is unavailable where the system cannot be asked', async () => {
    const away = async () => {
      throw new NotNow(say('plus tard', 'later'));
    };
    expect(await checkUp([looking('address', away)], version)).toMatchObject({ kind: 'unavailable' });
  });
});

describe('liveTest', () => {
  const tools = { now: () => new Date(), mark: () => {} };
  const test = liveTest(z.object({ url: z.url() }), async ({ url }) => ({
    points: [{ subject: 'address', label: found, state: 'fine', message: say(url, url) }],
  }));

  it('names the field it cannot use before it asks anybody', async () => {
    expect(await test({ url: 'nowhere' }, tools)).toMatchObject({
      ok: false,
      refusal: [{ field: 'url', code: 'malformed' }],
    });
  });

  it('tells what it found', async () => {
    expect(await test({ url: 'https://tryton.example/', more: 1 }, tools)).toMatchObject({
      ok: true,
      value: { points: [{ subject: 'address', state: 'fine' }] },
    });
  });
});
