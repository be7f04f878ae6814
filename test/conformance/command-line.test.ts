import { spawn } from 'node:child_process';
import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { minimumInvoice } from './minimum-invoice.js';

const parvis = fileURLToPath(new URL('../../apps/cli/bin/parvis.mjs', import.meta.url));
const corpus = fileURLToPath(new URL('../corpus/', import.meta.url));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly errors: string;
}

interface Wishes {
  readonly input?: string | Uint8Array;
  readonly flags?: readonly string[];
  /** Stops reading what comes out after the first piece, as `| head` does. */
  readonly readsOnce?: boolean;
  readonly interruptedAtFirst?: boolean;
}

const run = (
  operands: readonly string[],
  { input = '', flags = [], readsOnce, interruptedAtFirst }: Wishes = {},
): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...flags, parvis, ...operands], {
      cwd: corpus,
      env: { PATH: process.env.PATH, LANG: 'en_GB.UTF-8' },
    });
    const out: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => {
      out.push(piece);
      if (readsOnce) child.stdout.destroy();
      if (interruptedAtFirst) child.kill('SIGINT');
    });
    child.stderr.on('data', (piece: Buffer) => errors.push(piece));
    child.once('error', reject);
    child.once('close', (code) =>
      resolve({
        code,
        out: Buffer.concat(out).toString('utf8'),
        errors: Buffer.concat(errors).toString('utf8'),
      }),
    );
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });

interface Line {
  readonly file: string;
  readonly syntax: string;
  readonly profile: string | null;
  readonly valid: boolean;
  readonly faults: readonly Readonly<Record<string, unknown>>[];
}

const linesOf = ({ out }: Ended): Line[] =>
  out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'parvis-command-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const valid = 'bases/min-cii.xml';
const faulty = 'journey/faulty-total.xml';

describe('parvis validate', () => {
  it('ends with 0 when all are valid, 1 when one is not, 2 when one cannot be opened', async () => {
    const codes = await Promise.all(
      [[valid], [valid, faulty], [faulty, 'nowhere.xml']].map(
        async (files) => (await run(['validate', ...files])).code,
      ),
    );
    expect(codes).toEqual([0, 1, 2]);
  });

  it('writes one line of JSON a file, in the order of the files', async () => {
    const files = ['journey/invoice-factur-x.pdf', faulty, 'nowhere.xml', valid];
    const ended = await run(['validate', '--format', 'jsonl', ...files]);
    const lines = linesOf(ended);
    expect(
      lines.map(({ file, syntax, profile, valid: isValid }) => [file, syntax, profile, isValid]),
    ).toEqual([
      ['journey/invoice-factur-x.pdf', 'factur-x', 'EN 16931', true],
      [faulty, 'ubl-invoice', 'EN 16931', false],
      ['nowhere.xml', 'unknown', null, false],
      [valid, 'cii', 'EN 16931', true],
    ]);
    expect(lines[1]?.faults).toMatchObject([
      {
        rule: 'BR-CO-16',
        severity: 'fatal',
        path: '/Invoice/cac:LegalMonetaryTotal/cbc:PayableAmount',
      },
    ]);
    expect(lines[2]?.faults).toMatchObject([{ rule: 'PV-READ-NOT-OPENED' }]);
    expect(ended.errors).toBe('');
  });

  it('reads standard input, named or not', async () => {
    const input = readFileSync(path.join(corpus, valid));
    const named = await run(['validate', '--format', 'jsonl', '-'], { input });
    const unnamed = await run(['validate', '--format', 'jsonl'], { input });
    expect(linesOf(named)).toMatchObject([{ file: '-', syntax: 'cii', valid: true }]);
    expect(unnamed.out).toBe(named.out);
  });

  it('walks folders in the order of names, past what is hidden and round no circle', async () => {
    const root = path.join(folder, 'walk');
    mkdirSync(path.join(root, 'b/deep'), { recursive: true });
    mkdirSync(path.join(root, '.hidden'));
    const bytes = readFileSync(path.join(corpus, valid));
    for (const name of ['c.xml', 'a.XML', 'b/deep/x.xml', 'b/.y.xml', '.hidden/z.xml', 'notes.txt'])
      writeFileSync(path.join(root, name), bytes);
    symlinkSync(root, path.join(root, 'b/circle'));
    symlinkSync(path.join(root, 'c.xml'), path.join(root, 'd.xml'));
    symlinkSync(path.join(root, 'gone'), path.join(root, 'e.xml'));
    const ended = await run(['validate', '--format', 'jsonl', root]);
    expect(linesOf(ended).map(({ file }) => path.relative(root, file))).toEqual([
      'a.XML',
      'b/deep/x.xml',
      'c.xml',
      'd.xml',
      'e.xml',
    ]);
    expect(ended.code).toBe(2);
  });

  it('says of a folder without invoices that there is nothing to check', async () => {
    const empty = path.join(folder, 'empty');
    mkdirSync(empty);
    expect(await run(['validate', empty])).toMatchObject({ code: 2, out: '' });
  });

  it.each([
    [['validate', '--rules', 'german', valid]],
    [['validate', '--colour', valid]],
    [['validte', valid]],
    [[]],
  ])('ends with 2 for parvis %j', async (line) => {
    expect((await run(line)).code).toBe(2);
  });

  it('judges a Factur-X MINIMUM by its profile, and refuses it only by the French rules', async () => {
    const file = path.join(folder, 'minimum.xml');
    writeFileSync(file, minimumInvoice);
    expect(linesOf(await run(['validate', '--format', 'jsonl', file]))).toMatchObject([
      { profile: 'Factur-X MINIMUM', valid: true },
    ]);
    const french = linesOf(await run(['validate', '--rules', 'france', '--format', 'jsonl', file]));
    expect(french).toMatchObject([{ valid: false }]);
  });

  it('says everything in the language asked for, for every file of ours that is at fault', async () => {
    const said = await run(['validate', '--lang', 'fr', 'attacks', 'journey']);
    expect(said.out).not.toMatch(/ne respecte pas la règle|undefined|\{\w+\}/);
    expect(said.out).toMatch(/\n103 fichiers : \d+ valides, \d+ non valides\n$/);
    expect(said.errors).toBe('');
  });

  it('ends cleanly on Ctrl-C, in the middle of many files', async () => {
    const many = Array.from({ length: 2_000 }, () => 'journey/faulty-several.xml');
    const ended = await run(['validate', '--format', 'jsonl', ...many], { interruptedAtFirst: true });
    expect([ended.code, ended.errors]).toEqual([130, '']);
    expect(linesOf(ended).length).toBeLessThan(many.length);
  });

  it('ends quietly when nobody reads on', async () => {
    const many = Array.from({ length: 200 }, () => 'journey/faulty-several.xml');
    const ended = await run(['validate', '--format', 'jsonl', ...many, '/dev/zero'], { readsOnce: true });
    expect(ended.errors).toBe('');
    expect(ended.code).not.toBe(0);
  });

  it('holds no more for 3,000 files than for 300', async () => {
    const [few, many] = [await memoryFor(300), await memoryFor(3_000)];
    expect(many.heapBytes - few.heapBytes).toBeLessThan(8 * 1024 * 1024);
    expect(many.peakKilobytes - few.peakKilobytes).toBeLessThan(256 * 1024);
  });

  /** What the process keeps after that many files, and the most it ever had. */
  const memoryFor = async (count: number): Promise<{ heapBytes: number; peakKilobytes: number }> => {
    const root = path.join(folder, `many-${count}`);
    mkdirSync(root);
    const original = path.join(root, '.original');
    writeFileSync(original, readFileSync(path.join(corpus, faulty)));
    for (let index = 0; index < count; index += 1) linkSync(original, path.join(root, `${index}.xml`));
    const measure = `process.on('exit', () => {
      globalThis.gc();
      const memory = [process.memoryUsage().heapUsed, process.resourceUsage().maxRSS];
      process.stderr.write(JSON.stringify(memory));
    })`;
    const flags = ['--expose-gc', '--import', `data:text/javascript,${encodeURIComponent(measure)}`];
    const ended = await run(['validate', '--format', 'jsonl', root], { flags });
    expect(linesOf(ended)).toHaveLength(count);
    const [heapBytes = 0, peakKilobytes = 0] = JSON.parse(ended.errors) as number[];
    return { heapBytes, peakKilobytes };
  };
});

describe('parvis convert', () => {
  const target = (name: string): string => path.join(folder, name);

  it.each(['max-ubl-invoice', 'max-ubl-creditnote', 'max-cii', 'oos-cii', 'ita-ubl-invoice'])(
    'takes %s through every form and back without a loss',
    async (name) => {
      const first = await run(['convert', '--to', 'json', `bases/${name}.xml`, '-']);
      for (const form of ['ubl', 'cii', 'factur-x']) {
        const there = await run(['convert', '--to', form, `bases/${name}.xml`, target(`${name}.${form}`)]);
        const back = await run(['convert', '--to', 'json', target(`${name}.${form}`), '-']);
        expect([there.code, there.errors, back.code]).toEqual([0, '', 0]);
        expect(JSON.parse(back.out)).toMatchObject(JSON.parse(first.out));
      }
      const fromJson = await run(['convert', '--to', 'ubl', '-', '-'], { input: first.out });
      expect(fromJson.out).toBe(readFileSync(target(`${name}.ubl`), 'utf8'));
    },
  );

  it('never writes over a file unless told to, and leaves nothing beside it', async () => {
    const out = target('kept/out.xml');
    mkdirSync(path.dirname(out));
    writeFileSync(out, 'mine');
    expect((await run(['convert', '--to', 'ubl', valid, out])).code).toBe(2);
    expect(readFileSync(out, 'utf8')).toBe('mine');
    expect((await run(['convert', '--to', 'ubl', '--force', valid, out])).code).toBe(0);
    expect(readFileSync(out, 'utf8')).toMatch(/^<\?xml/);
    expect(readdirSync(path.dirname(out))).toEqual(['out.xml']);
  });

  it('refuses a document with a value it cannot read, with its faults', async () => {
    const ended = await run(['convert', '--to', 'cii', 'journey/faulty-several.xml', target('several.xml')]);
    expect(ended.code).toBe(1);
    expect(ended.errors).toContain('PV-READ-DATE');
    expect(readdirSync(folder)).not.toContain('several.xml');
  });

  it('warns of what the form wanted cannot hold, and of a document that was not valid', async () => {
    const invoice = JSON.parse((await run(['convert', '--to', 'json', faulty, '-'])).out);
    invoice.notes = [{ text: 'a\u0001b' }];
    const ended = await run(['convert', '--to', 'cii', '-', '-'], { input: JSON.stringify(invoice) });
    expect(ended.errors).toContain('U+0001');
    expect(ended.errors).toContain('parvis validate');
    expect(ended.code).toBe(0);
  });

  it.each([[['--to', 'ubl', valid]], [[valid, 'out.xml']], [['--to', 'xls', valid, 'out.xml']]])(
    'ends with 2 for parvis convert %j',
    async (line) => {
      expect((await run(['convert', ...line])).code).toBe(2);
    },
  );
});
