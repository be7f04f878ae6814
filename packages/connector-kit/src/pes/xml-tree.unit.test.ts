import { describe, expect, it } from 'vitest';
import { readPesAnswers } from './read-answers.js';
import { readXml } from './xml-tree.js';

const nested = (name: string, depth: number, inside: string): string =>
  `<${name}><IdBord V="1"/><Exer V="2026"/><IdPce V="7"/><EtatPce V="02"/>`.repeat(depth) +
  inside +
  `</${name}>`.repeat(depth);

describe('a file that means harm', () => {
  it('has its orders read once, however it nests them', () => {
    const orders = nested('PES_DepenseRetour', 15, nested('Bordereau', 15, nested('Piece', 15, '')));
    const reading = readPesAnswers(Buffer.from(`<PES_Retour>${orders}</PES_Retour>`));
    expect(reading).toMatchObject({ kind: 'answers' });
    expect(reading.kind === 'answers' && reading.answers.length).toBe(1);
  });

  it.each([
    ['deeper than any answer', `${'<a>'.repeat(100)}${'</a>'.repeat(100)}`],
    ['with entities that grow', '<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;">]><a>&c;</a>'],
    ['with a file of ours', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>'],
  ])('is not read: %s', (_what, text) => {
    expect(readXml(Buffer.from(text))).toBeUndefined();
  });
});
