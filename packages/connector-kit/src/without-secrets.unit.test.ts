import { describe, expect, it } from 'vitest';
import { withoutSecrets } from './without-secrets.js';

const answer = (body: string, headers: Record<string, string> = {}) => ({ status: 200, headers, body });

describe('withoutSecrets', () => {
  it('hides secret headers, however they are written', () => {
    const { headers } = withoutSecrets(answer('', { Authorization: 'Bearer abc', accept: 'text/plain' }), []);
    expect(headers).toEqual({ Authorization: '(hidden)', accept: 'text/plain' });
  });

  it('hides named fields at any depth', () => {
    const body = JSON.stringify({ params: ['jeanne', { password: 'abc' }], token: 'abc', other: 1 });
    expect(withoutSecrets(answer(body), ['password', 'token']).body).not.toContain('abc');
    expect(withoutSecrets(answer(body), ['password', 'token']).body).toContain('jeanne');
  });

  it('keeps the size of long texts, not their content', () => {
    const body = JSON.stringify({ content: 'x'.repeat(5_000) });
    expect(withoutSecrets(answer(body), []).body).toContain('(5000 characters)');
    expect(withoutSecrets(answer('y'.repeat(5_000)), []).body.length).toBeLessThan(100);
  });

  it('hides who stands before an address', () => {
    const question = {
      what: 'try',
      method: 'GET',
      url: 'https://agent:abc@x.exemple/a@b',
      headers: {},
    } as const;
    expect(withoutSecrets(question, []).url).toBe('https://(hidden)@x.exemple/a@b');
    expect(withoutSecrets({ ...question, url: 'https://x.exemple/a@b' }, []).url).toBe(
      'https://x.exemple/a@b',
    );
  });
});
