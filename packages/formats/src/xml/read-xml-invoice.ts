import type { Invoice } from '@parvis/domain/invoice/invoice';
import type { Evidence } from '@parvis/domain/rules/evidence';
import type { Fault } from '@parvis/domain/rules/fault';
import { type CompiledBindings, compileBindings } from '../binding/compile-bindings.js';
import { InvoiceAssembler } from '../binding/invoice-assembler.js';
import { locate, type Places, tables } from '../binding/locate.js';
import { withoutPeriodOfCode } from '../binding/period-of-code.js';
import { withSubjectCodes } from '../binding/subject-codes.js';
import { withCodesOf2005 } from '../binding/untdid-2475.js';
import { codePlaces } from '../code-lists/code-places.js';
import { CodeWatcher } from '../code-lists/code-watcher.js';
import { readExtension, saysMoreThanTheNorm } from '../extension/read-extension.js';
import { profileOf } from '../profile/profiles.js';
import { ReadingStopped, readFault, stopReading } from '../reading/read-fault.js';
import { schemaFaults } from '../schema/schema-faults.js';
import { SchemaWatcher } from '../schema/schema-watcher.js';
import { schemas } from '../schema/schemas.js';
import { type SyntaxWatcher, syntaxWatcher } from '../syntax-rules/syntax-watcher.js';
import { decodeStart, decodeText } from './decode-text.js';
import { recogniseRoot } from './known-documents.js';
import { ciiNamespace, ublCreditNoteNamespace, ublInvoiceNamespace } from './namespaces.js';
import { parseXml } from './parse-xml.js';

/** What an XML document gives; plain data. */
export interface XmlReading {
  readonly syntax: Places['syntax'] | 'unknown';
  readonly profile?: string;
  readonly invoice?: Invoice;
  readonly faults: readonly Fault[];
  readonly places?: Places;
  readonly evidence?: Evidence;
}

const compile = (syntax: Places['syntax'], uri: string): CompiledBindings => {
  const { root, bindings, watched } = tables[syntax];
  return compileBindings(root, uri, bindings, watched);
};

const compiled: Readonly<Record<Places['syntax'], CompiledBindings>> = {
  'ubl-invoice': compile('ubl-invoice', ublInvoiceNamespace),
  'ubl-credit-note': compile('ubl-credit-note', ublCreditNoteNamespace),
  cii: compile('cii', ciiNamespace),
};

/** Reads a UBL or CII document; whatever is wrong with it is told as faults. */
export const readXmlInvoice = (bytes: Uint8Array): XmlReading => {
  let syntax: XmlReading['syntax'] = 'unknown';
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
    let assembler: InvoiceAssembler | undefined;
    let codes: CodeWatcher | undefined;
    let schema: SchemaWatcher | undefined;
    let structure: SyntaxWatcher | undefined;
    parseXml(text, {
      root: (uri, local) => {
        syntax = syntaxOf(uri, local);
        const bindings = compiled[syntax];
        assembler = new InvoiceAssembler(bindings.wishes);
        codes = new CodeWatcher(codePlaces[syntax]);
        structure = syntaxWatcher(syntax);
        schema = new SchemaWatcher(schemas[syntax]);
        return { schema: bindings.root, watchers: [schema, codes, structure] };
      },
      element: (element) => assembler?.take(element),
      unbound: (parent) => assembler?.stray(parent),
    });
    if (assembler && syntax !== 'unknown')
      early.push(...schemaFaults(syntax, schema?.faults ?? [], assembler.faults));
    return assembler && syntax !== 'unknown'
      ? withExtension(
          outcomeOf(syntax, assembler, { codes: codes?.wrong ?? [], syntax: structure?.faults ?? [] }, early),
          syntax,
          text,
        )
      : { syntax, faults: early };
  } catch (error) {
    if (error instanceof ReadingStopped) return { syntax, faults: [...early, error.fault] };
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
  try {
    parseXml(decodeStart(bytes, 20_000), {
      root: (uri, local) => {
        accepted = 'syntax' in recogniseRoot(uri, local);
        return stopReading('PV-READ-UNKNOWN-FORMAT');
      },
      element: () => undefined,
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
  syntax: Places['syntax'],
  assembler: InvoiceAssembler,
  watched: Pick<Evidence, 'codes' | 'syntax'>,
  early: readonly Fault[],
): XmlReading => {
  const { invoice: read, evidence } = assembler.finish();
  const invoice = syntax === 'cii' ? withCodesOf2005(read) : withoutPeriodOfCode(withSubjectCodes(read));
  const places: Places = { syntax, known: assembler.places };
  const { name, tooPoor } = profileOf(invoice.specification);
  const faults = [...early, ...assembler.faults];
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
    evidence: { ...evidence, ...watched },
    ...(name === undefined ? {} : { profile: name }),
  };
};
