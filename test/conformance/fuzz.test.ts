import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

interface FuzzOutcome {
  readonly inputs: number;
  readonly invoices: number;
  readonly findings: readonly { readonly kind: string; readonly file: string; readonly detail: string }[];
}

const script = fileURLToPath(new URL('./fuzz/fuzz.mjs', import.meta.url));
const inputs = 3_000;

describe('mutated files', () => {
  it('make the reader and the rules neither throw nor hang nor eat memory', () => {
    const args = ['--inputs', String(inputs), '--seed', '20261121', '--json'];
    const out = path.join(tmpdir(), 'parvis-fuzz');
    const { stdout } = spawnSync(process.execPath, [script, ...args, '--out', out], { encoding: 'utf8' });
    const outcome = JSON.parse(stdout) as FuzzOutcome;
    expect(outcome.findings).toEqual([]);
    expect(outcome.inputs).toBe(inputs);
    // Neither all of them nor none are read: the mutations reach the rules as well as the parsers.
    expect(outcome.invoices).toBeGreaterThan(inputs / 20);
    expect(outcome.invoices).toBeLessThan(inputs);
  });
});
