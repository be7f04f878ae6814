import { spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  openSync,
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
  /** The Node.js to run on; that of the tests when absent. */
  readonly runtime?: string;
  /** Where standard output goes instead of here. */
  readonly outputTo?: string;
}

const run = (
  operands: readonly string[],
  {
    input = '',
    flags = [],
    readsOnce,
    interruptedAtFirst,
    runtime = process.execPath,
    outputTo,
  }: Wishes = {},
): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const output = outputTo === undefined ? 'pipe' : openSync(outputTo, 'w');
    const child = spawn(runtime, [...flags, parvis, ...operands], {
      cwd: corpus,
      stdio: ['pipe', output, 'pipe'],
      env: { PATH: process.env.PATH, LANG: 'en_GB.UTF-8' },
    });
    const out: Buffer[] = [];
    const errors: Buffer[] = [];
    if (typeof output === 'number') closeSync(output);
    if (!child.stdin || !child.stderr) throw new Error('no pipes');
    child.stdout?.on('data', (piece: Buffer) => {
      out.push(piece);
      if (readsOnce) child.stdout?.destroy();
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

/** Of every `node` on the PATH and the one that runs the tests, the oldest: the README promises Node.js 20. */
const oldestNode = (): string => {
  const places = (process.env.PATH ?? '').split(path.delimiter).map((place) => path.join(place, 'node'));
  const found = [...places.filter((place) => existsSync(place)), process.execPath].map((file) => {
    const { stdout } = spawnSync(file, ['-p', 'process.versions.node'], { encoding: 'utf8' });
    return { file, major: Number.parseInt(stdout, 10) };
  });
  const promised = found.filter(({ major }) => major >= 20).sort((left, right) => left.major - right.major);
  return promised[0]?.file ?? process.execPath;
};

const textOf = (file: string): string => readFileSync(path.join(corpus, file), 'utf8');

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

  it('judges as a deposit does: the reform blocks less, advice is given', async () => {
    const judgedBy = async (rules: string) =>
      linesOf(await run(['validate', '--rules', rules, '--format', 'jsonl', 'bases/synth-ubl-00100-7.xml']));
    expect(await judgedBy('france')).toMatchObject([
      { valid: false, faults: [{ rule: 'BR-FR-05', severity: 'fatal' }] },
    ]);
    expect(await judgedBy('deposit')).toMatchObject([
      { valid: true, faults: [{ rule: 'BR-FR-05', severity: 'warning' }] },
    ]);
  });

  it('says the same on the oldest Node.js at hand', async () => {
    const coded = ['max-ubl-invoice', 'max-ubl-creditnote', 'max-cii'].map((name) => {
      const file = path.join(folder, `${name}-wrong-codes.xml`);
      writeFileSync(file, textOf(`bases/${name}.xml`).replaceAll('C62', 'PIECE').replaceAll('>FR<', '>FX<'));
      return file;
    });
    const line = ['validate', '--rules', 'france', '--format', 'jsonl', ...coded, 'attacks', 'journey'];
    const [here, there] = [await run(line), await run(line, { runtime: oldestNode() })];
    expect(there).toEqual(here);
    expect(linesOf(there)[0]?.faults.map(({ rule }) => rule)).toContain('BR-CL-23');
  });

  it('tells an element that the format does not know beside two that the norm has no term for', async () => {
    const file = path.join(folder, 'three.xml');
    const text = textOf('bases/min-ubl-invoice.xml')
      .replace('<cbc:IssueDate>', '<cbc:UUID>1</cbc:UUID><cbc:IssueDate>')
      .replace('</cbc:InvoiceTypeCode>', '$&<cbc:Remarque>bonjour</cbc:Remarque>')
      .replace(
        /(<cac:InvoiceLine>[\s\S]*?<\/cbc:LineExtensionAmount>)/,
        '$1<cac:TaxTotal><cbc:TaxAmount currencyID="EUR">1.00</cbc:TaxAmount></cac:TaxTotal>',
      );
    writeFileSync(file, text);
    const { out } = await run(['validate', file]);
    expect(out).not.toContain('Probably mended');
    for (const rule of ['Rule PV-SCHEMA-UNKNOWN', '[UBL-CR-005]', '[UBL-CR-561]'])
      expect(out).toContain(rule);
  });

  it('says in a sentence that the disk is full', async () => {
    const ended = await run(['validate', valid], { outputTo: '/dev/full' });
    expect(ended).toEqual({
      code: 2,
      out: '',
      errors: 'The result could not be written: there is no room left on the disk.\n',
    });
  });

  it('says which of several folders holds nothing to check', async () => {
    const empty = path.join(folder, 'nothing-here');
    mkdirSync(empty);
    const ended = await run(['validate', empty, valid]);
    expect([ended.code, ended.errors]).toEqual([0, `There is no .xml or .pdf file to check in ${empty}.\n`]);
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

  it('names the elements of the document that the norm has no term for', async () => {
    const text = textOf('bases/min-ubl-invoice.xml')
      .replace('<cbc:IssueDate>', '<cbc:UUID>1</cbc:UUID><cbc:IssueDate>')
      .replaceAll('<cbc:Percent>', '<cbc:Name>TVA</cbc:Name><cbc:Percent>');
    const ended = await run(['convert', '--to', 'cii', '-', '-'], { input: text });
    expect(ended.errors).toMatch(/cac:TaxCategory\/cbc:Name, cbc:UUID\n$/);
    expect(ended.code).toBe(0);
  });

  it('ends with 1 and says why when the result is no longer valid, and keeps it', async () => {
    const input = textOf(valid).replaceAll('<ram:CountryID>FR<', '<ram:CountryID>AN<');
    const ended = await run(['convert', '--to', 'ubl', '-', target('antilles.xml')], { input });
    expect(ended.code).toBe(1);
    expect(ended.errors).toContain(`✗ ${target('antilles.xml')}`);
    expect(ended.errors).toContain('BR-CL-14');
    expect(readdirSync(folder)).toContain('antilles.xml');
  });

  it('orders the fields of JSON by the model, whatever the source', async () => {
    await run(['convert', '--to', 'ubl', 'bases/max-cii.xml', target('ordered.xml')]);
    const json = async (source: string) => (await run(['convert', '--to', 'json', source, '-'])).out;
    expect(await json(target('ordered.xml'))).toBe(await json('bases/max-cii.xml'));
  });

  it('says once of a file that is not there that it is not', async () => {
    const ended = await run(['convert', '--to', 'cii', 'nowhere.xml', target('nothing.xml')]);
    expect(ended.code).toBe(2);
    expect(ended.errors).toContain('it does not exist');
    expect(ended.errors).not.toMatch(/ENOENT|certainty/);
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
