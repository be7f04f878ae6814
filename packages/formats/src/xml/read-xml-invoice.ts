import type { Invoice } from '@parvis/domain/invoice/invoice';
import type { Evidence } from '@parvis/domain/rules/evidence';
import type { Fault } from '@parvis/domain/rules/fault';
import { InvoiceAssembler } from '../binding/invoice-assembler.js';
import { locate, type Places } from '../binding/locate.js';
import { withoutPeriodOfCode } from '../binding/period-of-code.js';
import { withSubjectCodes } from '../binding/subject-codes.js';
import { withCodesOf2005 } from '../binding/untdid-2475.js';
import { CodeWatcher } from '../code-lists/code-watcher.js';
import { readExtension, saysMoreThanTheNorm } from '../extension/read-extension.js';
import { profileOf } from '../profile/profiles.js';
import { ReadingStopped, readFault, stopReading } from '../reading/read-fault.js';
import { schemaFaults } from '../schema/schema-faults.js';
import { SchemaWatcher } from '../schema/schema-watcher.js';
import { schemas } from '../schema/schemas.js';
import { SyntaxWatcher } from '../syntax-rules/syntax-watcher.js';
import { decodeStart, decodeText } from './decode-text.js';
import { recogniseRoot } from './known-documents.js';
import { parseXml, type XmlReader } from './parse-xml.js';
import { scanXml } from './scan-xml.js';
import { rootPlaceOf, wishesOf } from './syntax-places.js';

/** What an XML document gives; plain data. */
export interface XmlReading {
  readonly syntax: Places['syntax'] | 'unknown';
  readonly profile?: string;
  readonly invoice?: Invoice;
  readonly faults: readonly Fault[];
  readonly places?: Places;
  readonly evidence?: Evidence;
}

interface InvoiceReader extends XmlReader {
  readonly syntax: Places['syntax'];
  readonly assembler: InvoiceAssembler;
}

const newReader = (syntax: Places['syntax']): InvoiceReader => ({
  syntax,
  root: rootPlaceOf(syntax),
  schema: new SchemaWatcher(schemas[syntax]),
  rules: new SyntaxWatcher(syntax),
  codes: new CodeWatcher(),
  assembler: new InvoiceAssembler(wishesOf(syntax)),
});

/** Reads a UBL or CII document; whatever is wrong with it is told as faults. */
export const readXmlInvoice = (bytes: Uint8Array): XmlReading => {
  let reader: InvoiceReader | undefined;
  const early: Fault[] = [];
  try {
    const { bytes: text, contradicted, encoding } = decodeText(bytes);
    if (contradicted !== undefined)
      early.push(
        readFault('PV-READ-ENCODING', {
          severity: 'warning',
          values: { declared: contradicted, found: encoding },
        }),
      );
    parseXml(text, (uri, local) => {
      reader = newReader(syntaxOf(uri, local));
      return reader;
    });
    return reader
      ? withExtension(outcomeOf(reader, early), reader.syntax, text)
      : { syntax: 'unknown', faults: early };
  } catch (error) {
    if (error instanceof ReadingStopped)
      return { syntax: reader?.syntax ?? 'unknown', faults: [...early, error.fault] };
    throw error;
  }
};

/** An ordinary document is read once; one that says more than the norm a second time, for what it says. */
const withExtension = (reading: XmlReading, syntax: Places['syntax'], text: Uint8Array): XmlReading => {
  const { invoice, evidence } = reading;
  return invoice && evidence && saysMoreThanTheNorm(invoice)
    ? { ...reading, evidence: { ...evidence, extension: readExtension(syntax, text) } }
    : reading;
};

/** Whether the root is one of the documents we read, without reading on. */
export const isAcceptedXml = (bytes: Uint8Array): boolean => {
  let accepted = false;
  const nobody = () => undefined;
  try {
    scanXml(decodeStart(bytes, 20_000), {
      open: ({ uri, local }) => {
        accepted = 'syntax' in recogniseRoot(uri, local);
        return stopReading('PV-READ-UNKNOWN-FORMAT');
      },
      text: nobody,
      close: nobody,
    });
  } catch (error) {
    if (!(error instanceof ReadingStopped)) throw error;
  }
  return accepted;
};

const syntaxOf = (uri: string, local: string): Places['syntax'] => {
  const known = recogniseRoot(uri, local);
  return 'syntax' in known ? known.syntax : stopReading(known.refused, { found: known.name.slice(0, 200) });
};

const outcomeOf = (
  { syntax, assembler, schema, rules, codes }: InvoiceReader,
  early: readonly Fault[],
): XmlReading => {
  const { invoice: read, evidence } = assembler.finish();
  const invoice = syntax === 'cii' ? withCodesOf2005(read) : withoutPeriodOfCode(withSubjectCodes(read));
  const places: Places = { syntax, known: assembler.places };
  const { name, tooPoor } = profileOf(invoice.specification);
  const faults = [...early, ...schemaFaults(syntax, schema.faults, assembler.faults), ...assembler.faults];
  if (tooPoor && name !== undefined) {
    const location = locate(places, 'specification');
    const values = { found: name };
    faults.push(
      readFault('PV-READ-PROFILE-TOO-POOR', {
        terms: ['BT-24'],
        path: 'specification',
        values,
        ...(location ? { location } : {}),
      }),
    );
  }
  return {
    syntax,
    invoice,
    faults,
    places,
    evidence: { ...evidence, codes: codes.wrong, syntax: rules.faults },
    ...(name === undefined ? {} : { profile: name }),
  };
};
