import { PdfBroken } from './pdf-broken.js';

const tiff = 2;
const firstOfPng = 10;
const longestRow = 1_000_000;

/** Undoes what was written as differences to the pixel before or above (ISO 32000-2, 7.4.4.4). Throws PdfBroken. */
export const withoutPredictor = (
  bytes: Uint8Array,
  parameter: (name: string, otherwise: number) => number,
): Uint8Array => {
  const predictor = parameter('Predictor', 1);
  if (predictor === 1) return bytes;
  const [colours, bits, columns] = [
    parameter('Colors', 1),
    parameter('BitsPerComponent', 8),
    parameter('Columns', 1),
  ];
  const rowBytes = Math.ceil((colours * bits * columns) / 8);
  if (!(colours >= 1 && bits >= 1 && rowBytes > 0 && rowBytes < longestRow)) throw new PdfBroken('predictor');
  if (predictor >= firstOfPng) return unfilterPng(bytes, rowBytes, Math.ceil((colours * bits) / 8));
  if (predictor !== tiff) throw new PdfBroken('predictor');
  return bits === 8 || bits === 16
    ? sumRows(bytes, rowBytes, colours, bits / 8)
    : sumBits(bytes, { rowBytes, colours, bits, columns });
};

/** Each component adds to the one of the pixel before; components of two bytes carry over. */
const sumRows = (bytes: Uint8Array, rowBytes: number, colours: number, size: number): Uint8Array => {
  const output = Uint8Array.from(bytes);
  const step = colours * size;
  for (let row = 0; row < output.length; row += rowBytes)
    for (let at = row + step; at < Math.min(row + rowBytes, output.length); at += size) {
      if (size === 1) output[at] = (output[at] ?? 0) + (output[at - step] ?? 0);
      else {
        const sum = wordAt(output, at) + wordAt(output, at - step);
        output[at] = sum >> 8;
        output[at + 1] = sum;
      }
    }
  return output;
};

const wordAt = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

interface Pixels {
  readonly rowBytes: number;
  readonly colours: number;
  readonly bits: number;
  readonly columns: number;
}

/** Components smaller than a byte. */
const sumBits = (bytes: Uint8Array, { rowBytes, colours, bits, columns }: Pixels): Uint8Array => {
  if (bits !== 1 && bits !== 2 && bits !== 4) throw new PdfBroken('predictor');
  const output = Uint8Array.from(bytes);
  const mask = (1 << bits) - 1;
  const before = new Uint8Array(colours);
  for (let row = 0; row + rowBytes <= output.length; row += rowBytes) {
    before.fill(0);
    for (let component = 0; component < columns * colours; component++) {
      const at = row + ((component * bits) >> 3);
      const shift = 8 - bits - ((component * bits) & 7);
      const colour = component % colours;
      const value = (((output[at] ?? 0) >> shift) + (before[colour] ?? 0)) & mask;
      before[colour] = value;
      output[at] = ((output[at] ?? 0) & ~(mask << shift)) | (value << shift);
    }
  }
  return output;
};

const unfilterPng = (bytes: Uint8Array, rowBytes: number, pixelBytes: number): Uint8Array => {
  const rows = Math.ceil(bytes.length / (rowBytes + 1));
  const output = new Uint8Array(rows * rowBytes);
  for (let row = 0; row < rows; row++) {
    const filter = bytes[row * (rowBytes + 1)] ?? 0;
    for (let column = 0; column < rowBytes; column++) {
      const at = row * rowBytes + column;
      const left = column >= pixelBytes ? (output[at - pixelBytes] ?? 0) : 0;
      const above = row > 0 ? (output[at - rowBytes] ?? 0) : 0;
      const corner = row > 0 && column >= pixelBytes ? (output[at - rowBytes - pixelBytes] ?? 0) : 0;
      const value = bytes[row * (rowBytes + 1) + 1 + column] ?? 0;
      output[at] = value + prediction(filter, left, above, corner);
    }
  }
  return output;
};

const prediction = (filter: number, left: number, above: number, corner: number): number => {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  if (filter !== 4) return 0;
  const estimate = left + above - corner;
  const byLeft = Math.abs(estimate - left);
  const byAbove = Math.abs(estimate - above);
  const byCorner = Math.abs(estimate - corner);
  if (byLeft <= byAbove && byLeft <= byCorner) return left;
  return byAbove <= byCorner ? above : corner;
};
