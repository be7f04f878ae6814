import { pdfTokens, xmlTokens } from './tokens.mjs';

const mostBytes = 400_000;

/** A document with one to eight things done to it that no sender means. `donors` lend pieces. */
export const mutate = (document, random, donors) => {
  let { bytes } = document;
  const tokens = document.isPdf ? pdfTokens : xmlTokens;
  do {
    bytes = random.oneOf(acts)(bytes, random, { tokens, donor: random.oneOf(donors).bytes });
  } while (bytes.length > 0 && bytes.length < mostBytes && random.chance(0.45));
  return bytes;
};

const withPiece = (bytes, start, end, piece) =>
  Buffer.concat([bytes.subarray(0, start), piece, bytes.subarray(end)]);

const span = (bytes, random, most) => {
  const start = random.below(bytes.length + 1);
  return [start, Math.min(bytes.length, start + random.below(most))];
};

/** Sizes of pieces: most often small, sometimes most of the document. */
const reach = (bytes, random) => random.oneOf([2, 4, 16, 64, 512, bytes.length]);

const flip = (bytes, random) => {
  const flipped = Buffer.from(bytes);
  const count = 1 + random.below(8);
  for (let flips = 0; flips < count && flipped.length > 0; flips += 1)
    flipped[random.below(flipped.length)] ^= 1 << random.below(8);
  return flipped;
};

const overwrite = (bytes, random) => {
  const written = Buffer.from(bytes);
  if (written.length > 0) written[random.below(written.length)] = random.below(256);
  return written;
};

const remove = (bytes, random) => {
  const [start, end] = span(bytes, random, reach(bytes, random));
  return withPiece(bytes, start, end, Buffer.alloc(0));
};

const duplicate = (bytes, random) => {
  const [start, end] = span(bytes, random, reach(bytes, random));
  const times = random.oneOf([1, 1, 2, 20]);
  return withPiece(bytes, end, end, Buffer.concat(Array(times).fill(bytes.subarray(start, end))));
};

const splice = (bytes, random, { donor }) => {
  const [start, end] = span(bytes, random, reach(bytes, random));
  const [from, to] = span(donor, random, reach(donor, random));
  return withPiece(bytes, start, end, donor.subarray(from, to));
};

const insertToken = (bytes, random, { tokens }) => {
  const at = random.below(bytes.length + 1);
  return withPiece(bytes, at, at, Buffer.from(random.oneOf(tokens)));
};

/** Puts one token in the place of another that is there. */
const swapToken = (bytes, random, { tokens }) => {
  const wanted = Buffer.from(random.oneOf(tokens));
  const at = bytes.indexOf(wanted, random.below(bytes.length + 1));
  return at < 0 ? bytes : withPiece(bytes, at, at + wanted.length, Buffer.from(random.oneOf(tokens)));
};

/** Takes the text between two tags, or the number in a PDF, for a token. */
const changeValue = (bytes, random, { tokens }) => {
  const from = random.below(bytes.length + 1);
  const [start, end] = [bytes.indexOf('>', from) + 1, bytes.indexOf('</', from)];
  return start > 0 && end > start ? withPiece(bytes, start, end, Buffer.from(random.oneOf(tokens))) : bytes;
};

/** Takes a whole element out, writes it twice, or puts it behind another: the document stays well formed. */
const moveElement = (bytes, random) => {
  const from = random.below(bytes.length + 1);
  const [, name] = /<([A-Za-z][\w:.-]*)[^<>]*>/.exec(bytes.toString('latin1', from, from + 2_000)) ?? [];
  if (name === undefined) return bytes;
  const start = bytes.indexOf(`<${name}`, from);
  const end = bytes.indexOf(`</${name}>`, start) + name.length + 3;
  if (start < 0 || end <= start) return bytes;
  const element = bytes.subarray(start, end);
  const kept = random.chance(0.5) ? bytes : withPiece(bytes, start, end, Buffer.alloc(0));
  const place = kept.indexOf('</', random.below(kept.length + 1));
  return place < 0 ? kept : withPiece(kept, place, place, element);
};

/** Moves a piece somewhere else. */
const move = (bytes, random) => {
  const [start, end] = span(bytes, random, reach(bytes, random));
  const rest = withPiece(bytes, start, end, Buffer.alloc(0));
  const at = random.below(rest.length + 1);
  return withPiece(rest, at, at, bytes.subarray(start, end));
};

const truncate = (bytes, random) => bytes.subarray(0, random.below(bytes.length + 1));

const damageEncoding = (bytes, random) => {
  switch (random.below(7)) {
    case 0:
      return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]);
    case 1:
      return Buffer.concat([
        Buffer.from(
          random.oneOf([
            [0xff, 0xfe],
            [0xfe, 0xff],
            [0xff, 0xfe, 0, 0],
          ]),
        ),
        bytes,
      ]);
    case 2:
      return Buffer.from(bytes.toString('utf8'), 'utf16le');
    case 3:
      return Buffer.from(bytes.toString('utf8'), 'latin1');
    case 4:
      return Buffer.from(
        bytes.toString('latin1').replace(/encoding="[^"]*"/, 'encoding="ISO-8859-1"'),
        'latin1',
      );
    case 5:
      return Buffer.from(bytes.toString('latin1').replace(/encoding="[^"]*"/, 'encoding="UTF-16"'), 'latin1');
    default: {
      const at = random.below(bytes.length + 1);
      return withPiece(
        bytes,
        at,
        at,
        Buffer.from(random.oneOf([[0xc3], [0xe9], [0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90]])),
      );
    }
  }
};

/** Listed as often as they should happen. */
const acts = [
  flip,
  flip,
  overwrite,
  overwrite,
  remove,
  remove,
  duplicate,
  splice,
  splice,
  insertToken,
  insertToken,
  insertToken,
  swapToken,
  swapToken,
  changeValue,
  changeValue,
  changeValue,
  changeValue,
  moveElement,
  moveElement,
  moveElement,
  moveElement,
  move,
  truncate,
  damageEncoding,
];
