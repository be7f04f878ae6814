import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

/** The objects of a PDF in the making; each is named by its reference, `12 0 R`. */
export class PdfObjects {
  private readonly bodies: (Buffer | undefined)[] = [];

  /** A reference to an object that is put later. */
  reserve(): string {
    this.bodies.push(undefined);
    return `${this.bodies.length} 0 R`;
  }

  put(reference: string, body: string | Buffer): void {
    this.bodies[Number.parseInt(reference, 10) - 1] =
      typeof body === 'string' ? Buffer.from(body, 'latin1') : body;
  }

  add(body: string | Buffer): string {
    const reference = this.reserve();
    this.put(reference, body);
    return reference;
  }

  /** `entries` are those of its dictionary beside length and filter. */
  addStream(entries: string, bytes: Uint8Array, { compressed = true } = {}): string {
    const stored = compressed ? deflateSync(bytes) : bytes;
    const dictionary = `<< ${entries} /Length ${stored.length}${compressed ? ' /Filter /FlateDecode' : ''} >>`;
    return this.add(
      Buffer.concat([
        Buffer.from(`${dictionary}\nstream\n`, 'latin1'),
        stored,
        Buffer.from('\nendstream', 'latin1'),
      ]),
    );
  }

  /** The whole file. Its identifier is made from its content: the same invoice gives the same bytes. */
  file(catalogue: string, information: string): Uint8Array {
    const pieces: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
    const offsets: number[] = [];
    let length = pieces[0]?.length ?? 0;
    this.bodies.forEach((body, index) => {
      const object = Buffer.concat([
        Buffer.from(`${index + 1} 0 obj\n`, 'latin1'),
        body ?? Buffer.from('null'),
        Buffer.from('\nendobj\n', 'latin1'),
      ]);
      offsets.push(length);
      pieces.push(object);
      length += object.length;
    });
    const identifier = identifierOf(pieces);
    const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
    pieces.push(
      Buffer.from(
        `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${offsets.length + 1} /Root ${catalogue} /Info ${information} /ID [<${identifier}> <${identifier}>] >>\nstartxref\n${length}\n%%EOF\n`,
        'latin1',
      ),
    );
    return new Uint8Array(Buffer.concat(pieces));
  }
}

const identifierOf = (pieces: readonly Buffer[]): string => {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('hex').slice(0, 32).toUpperCase();
};

/** A text string: UTF-16 with its mark, so that any name can be written. */
export const pdfText = (text: string): string => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
  return `<${bytes.toString('hex').toUpperCase()}>`;
};

/** `2026-03-02T00:00:00Z` as `(D:20260302000000Z)`. */
export const pdfDate = (moment: Date): string =>
  `(D:${moment.toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}Z)`;

/** A name with any character: `text/xml` is `/text#2Fxml`. */
export const pdfName = (name: string): string =>
  `/${[...Buffer.from(name, 'utf8')]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      return /[\w.+-]/.test(character) ? character : `#${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('')}`;
