import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { proveSignature, sign } from './signature.js';

const now = new Date('2026-03-02T10:00:00.000Z');
const seconds = now.getTime() / 1000;
const body = '{"key":"parvis:1","status":"paid"}';
const [current, previous, stranger] = ['a'.repeat(32), 'b'.repeat(32), 'c'.repeat(32)];

const prove = (header: string | undefined, at = now, text = body) =>
  proveSignature(header, [current, previous], Buffer.from(text), at);

const later = (change: number): Date => new Date(now.getTime() + change * 1000);

describe('a signature', () => {
  it('is the HMAC-SHA256 of the moment, a dot and the body', () => {
    const v1 = createHmac('sha256', current).update(`${seconds}.${body}`).digest('hex');
    expect(sign([current], body, now)).toBe(`t=${seconds},v1=${v1}`);
  });

  it('is made with both secrets while they change over, and either proves it', () => {
    const both = sign([current, previous], body, now);
    expect(both.split(',')).toHaveLength(3);
    expect(prove(both)).toBe('proven');
    expect(prove(sign([previous], body, now))).toBe('proven');
    expect(prove(sign([stranger, current], body, now))).toBe('proven');
  });

  it.each([-300, -1, 0, 1, 300])('holds within five minutes: %i seconds', (change) => {
    expect(prove(sign([current], body, now), later(change))).toBe('proven');
  });

  it.each([-301, 301, 86_400])('no longer holds after that: %i seconds', (change) => {
    expect(prove(sign([current], body, now), later(change))).toBe('too-old');
  });

  it.each([
    ['of another secret', sign([stranger], body, now)],
    ['of another body', sign([current], `${body} `, now)],
    ['of another moment', sign([current], body, now).replace(`t=${seconds}`, `t=${seconds + 1}`)],
    ['cut short', `t=${seconds},v1=${'0'.repeat(64)}`],
  ])('is told apart: %s', (_name, header) => {
    expect(prove(header)).toBe('signature-wrong');
  });

  it.each([
    undefined,
    '',
    't=1',
    `v1=${'0'.repeat(64)}`,
    `t=${seconds},v0=${'0'.repeat(64)}`,
    `t=${seconds},v1=xyz`,
    `t=-5,v1=${'0'.repeat(64)}`,
    `t=1e9,v1=${'0'.repeat(64)}`,
  ])('is missing in %j', (header) => {
    expect(prove(header)).toBe('not-signed');
  });
});
