const say = (text = '') => process.stdout.write(`${text}\n`);
const widths = [20, 10, 10, 10, 10, 10, 10, 9, 9, 10];
const line = (cells) =>
  say(
    cells
      .map((cell, index) => (index === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[index])))
      .join(''),
  );
const ms = (figure) => figure.toFixed(figure < 1 ? 3 : 2);
const times = (figure) => `${figure.toFixed(2)}x`;

/** The outcome for people; milliseconds are medians. */
export const printTable = ({ rows, growth, memory, pdf }) => {
  line(['', 'bytes', 'saxes', 'scanner', 'read', 'judged', '+ France', '/ saxes', '/ scan', 'per s']);
  for (const { what, bytes, saxes, scan, read, judged, france } of rows)
    line([
      what,
      String(bytes),
      ...[saxes, scan, read, judged, france].map(ms),
      times(judged / saxes),
      times(judged / scan),
      String(Math.round(1_000 / judged)),
    ]);
  say();
  say(
    'saxes, scanner: parsing alone, doing nothing (ms). read: into the model, with evidence, syntax rules and schema.',
  );
  say('judged: read, and every rule of EN 16931 judged; / saxes and / scan compare that with parsing alone.');
  say();
  say(
    `10,000 lines take ${growth.ubl.toFixed(1)} (UBL) and ${growth.cii.toFixed(1)} (CII) times what 1,000 lines take.`,
  );
  for (const { what, multiple } of memory)
    say(`${what}: the process grows by ${multiple.toFixed(1)} times the document at its highest.`);
  say(
    `XML out of a hybrid PDF of ${pdf.bytes} bytes: ${ms(pdf.xmlOut)} ms; read as an invoice: ${ms(pdf.read)} ms.`,
  );
};
