import { expect, it } from 'vitest';
import { makeStrangerLimit } from './stranger-limit.js';

const limitAt = () => {
  let seconds = 0;
  const limit = makeStrangerLimit(() => new Date(seconds * 1000), 3, 2);
  return { ask: (address = 'a') => limit.secondsToWait(address), pass: (more: number) => (seconds += more) };
};

it('lets a burst through, then says how long to wait', () => {
  const { ask } = limitAt();
  expect([ask(), ask(), ask(), ask()]).toEqual([0, 0, 0, 1]);
});

it('fills up again with time, never beyond what is allowed at once', () => {
  const { ask, pass } = limitAt();
  for (let times = 0; times < 4; times += 1) ask();
  pass(1);
  expect([ask(), ask(), ask()]).toEqual([0, 0, 1]);
  pass(3600);
  expect([ask(), ask(), ask(), ask()]).toEqual([0, 0, 0, 1]);
});

it('counts each address for itself', () => {
  const { ask } = limitAt();
  for (let times = 0; times < 4; times += 1) ask('a');
  expect(ask('b')).toBe(0);
});

it('counts a household of IPv6 as one: it has more addresses than anybody could count', () => {
  const { ask } = limitAt();
  const answers = ['2001:db8:0:1::1', '2001:db8:0:1::2', '2001:db8:0:1:a::3', '2001:db8:0:1:b::4'].map(
    (address) => ask(address),
  );
  expect(answers).toEqual([0, 0, 0, 1]);
  expect(ask('2001:db8:0:2::1')).toBe(0);
});
