import { hospitalBooks } from '@parvis/application/testing/cast';
import { accept, refuse } from '@parvis/domain/result/result';
import { describe, expect, it } from 'vitest';
import type { ConnectorKind } from './connector-kind.js';
import { makeProvePost } from './prove-post.js';

const silent: ConnectorKind<unknown> = {
  system: 'silent',
  label: 'Silent',
  description: { fr: 'Muet', en: 'Silent' },
  capabilities: { attachments: false, reasons: false, paymentSteps: false, uniqueInTarget: false },
  steps: [],
  statusWords: [],
  parseSettings: (raw) => accept(raw),
  open: () => {
    throw new Error('nothing is opened to prove a message');
  },
};
const talking: ConnectorKind<unknown> = {
  ...silent,
  system: 'talking',
  parseSettings: (raw) =>
    typeof raw === 'object' && raw && 'secret' in raw
      ? accept(raw.secret)
      : refuse([{ field: 'secret', code: 'missing', message: { fr: 'Il manque.', en: 'It is missing.' } }]),
  receive: (secret, { headers }) =>
    headers.proof === secret
      ? accept(undefined)
      : refuse({ code: 'signature-wrong', message: { fr: 'Non.', en: 'No.' } }),
};

const prove = (system: string, settings: object, proof: string) =>
  makeProvePost([silent, talking], () => new Date(0))(
    { ...hospitalBooks, system, settings: { ...settings } },
    { headers: { proof }, body: Uint8Array.of() },
  );

describe('makeProvePost', () => {
  it('has the kind prove a message with the secrets of the connection', () => {
    expect(prove('talking', { secrets: { secret: 'word' } }, 'word')).toEqual(accept(undefined));
    expect(prove('talking', { secrets: { secret: 'word' } }, 'guess')).toMatchObject({
      refusal: { code: 'signature-wrong' },
    });
  });

  it('believes nothing where the settings are not whole', () => {
    expect(prove('talking', {}, 'word')).toMatchObject({ refusal: { code: 'signature-wrong' } });
  });

  it.each(['silent', 'unknown'])('expects nothing of a system that posts nothing: %s', (system) => {
    expect(prove(system, {}, '')).toBeUndefined();
  });
});
