import { createHash } from 'node:crypto';
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { AccountingConnector } from '@parvis/application/accounting/accounting-connector';
import { openDrop } from '@parvis/connector-kit/drop/drop-settings';
import type { ConnectorHarness, OpenOptions } from '@parvis/connector-kit/testing/connector-harness';
import type { DropPlace } from '@parvis/connector-kit/testing/drop-place';
import { makeDropTrouble } from '@parvis/connector-kit/testing/troubled-drop';
import { openPeppol, peppolKind } from '../peppol-kind.js';

/** A program that reads routed invoices out of `in` and answers in `out`. */
export const makePeppolHarness = (place: DropPlace): ConnectorHarness => {
  const trouble = makeDropTrouble();
  const openAt = (raw: object, options: OpenOptions = {}): AccountingConnector => {
    const { mark, now, timeoutMs, troubled = false, pageSize = 50 } = options;
    const parsed = peppolKind.parseSettings({ ...raw, pageSize });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
    const tools = {
      ...place.tools,
      ...(mark ? { mark } : {}),
      ...(now ? { now } : {}),
      ...(timeoutMs ? { timeoutMs } : {}),
    };
    const open = troubled ? trouble.around(openDrop(parsed.value, tools)) : undefined;
    return openPeppol(parsed.value, tools, open);
  };

  const inFolder = path.join(place.root, 'in');
  const billsUnder = async (billId: string) => {
    const names = (await readdir(inFolder).catch((): string[] => [])).filter(
      (name) => name.startsWith(billId) && !name.endsWith('.part'),
    );
    if (!names.includes(`${billId}.xml`)) return [];
    const files = await Promise.all(
      names.filter((name) => name !== `${billId}.xml`).map((name) => readFile(path.join(inFolder, name))),
    );
    return [
      {
        id: billId,
        ...see(await readFile(path.join(inFolder, `${billId}.xml`), 'utf8')),
        files: files.map((bytes) => createHash('sha256').update(bytes).digest('hex')),
      },
    ];
  };

  let answers = 0;
  const answer = async (billId: string, code: string, reason?: string): Promise<void> => {
    const [bill] = await billsUnder(billId);
    if (!bill) throw new Error(`no bill ${billId}`);
    answers += 1;
    const file = path.join(place.root, 'out', `reponse-${String(answers).padStart(6, '0')}.xml`);
    await writeFile(
      `${file}.tmp`,
      responseFile(bill.supplierSiret, bill.reference, { code, reason, answers }),
    );
    await rename(`${file}.tmp`, file);
  };

  return {
    open: (options) => openAt(place.settings, options),
    openToNowhere: () => openAt(place.nowhere),
    trouble,
    patienceMs: 2_500,
    unknownWord: { known: /"UNCL4343OpSubset">AP</g, unknown: '"UNCL4343OpSubset">ZZ<' },
    statusWords: peppolKind.statusWords,
    setUp: { kind: peppolKind, settings: place.settings, tools: place.tools },
    books: { billsUnder: (key) => billsUnder(key.replaceAll(':', '-')) },
    accountant: {
      post: (bill) => answer(bill, 'AP'),
      pay: (bill) => answer(bill, 'PD'),
      cancel: (bill, reason) => answer(bill, 'RE', reason),
    },
    stop: place.stop,
  };
};

/** What another program sees, read without any of the code that wrote it. */
const see = (xml: string) => {
  const text = (pattern: RegExp) => pattern.exec(xml)?.[1] ?? '';
  const sign = xml.includes('<CreditNote ') ? '-' : '';
  const amount = (name: string) =>
    `${sign}${Number(text(new RegExp(`<cbc:${name} currencyID="EUR">([\\d.]+)<`))).toFixed(2)}`;
  return {
    reference: text(/<cbc:ProfileID>[^<]*<\/cbc:ProfileID>\s*<cbc:ID>([^<]*)</),
    supplierSiret: text(/<Sender>\s*<Identifier[^>]*>\d{4}:([^<]*)</),
    net: amount('TaxExclusiveAmount'),
    vat: amount('TaxAmount'),
    gross: amount('TaxInclusiveAmount'),
    // An allowance on the document is an entry of the bill like its lines.
    lines: [...xml.matchAll(/<cac:(?:Invoice|CreditNote)Line>|^ {2}<cac:AllowanceCharge>/gm)].length,
  };
};

interface Answer {
  readonly code: string;
  readonly reason: string | undefined;
  readonly answers: number;
}

const responseFile = (supplier: string, invoice: string, { code, reason, answers }: Answer): string => {
  const [day, time = ''] = new Date(Date.now() + answers * 1000).toISOString().split('T');
  const status = reason
    ? `<cac:Status><cbc:StatusReasonCode listID="OPStatusReason">OTH</cbc:StatusReasonCode><cbc:StatusReason>${reason}</cbc:StatusReason></cac:Status>`
    : '';
  return `<?xml version="1.0" encoding="UTF-8"?>
<ApplicationResponse xmlns="urn:oasis:names:specification:ubl:schema:xsd:ApplicationResponse-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
  <cbc:CustomizationID>urn:fdc:peppol.eu:poacc:trns:invoice_response:3</cbc:CustomizationID>
  <cbc:ProfileID>urn:fdc:peppol.eu:poacc:bis:invoice_response:3</cbc:ProfileID>
  <cbc:ID>reponse-${answers}</cbc:ID>
  <cbc:IssueDate>${day}</cbc:IssueDate>
  <cbc:IssueTime>${time}</cbc:IssueTime>
  <cac:SenderParty><cbc:EndpointID schemeID="0009">00000210500013</cbc:EndpointID></cac:SenderParty>
  <cac:ReceiverParty><cbc:EndpointID schemeID="0009">${supplier}</cbc:EndpointID></cac:ReceiverParty>
  <cac:DocumentResponse>
    <cac:Response><cbc:ResponseCode listID="UNCL4343OpSubset">${code}</cbc:ResponseCode>${status}</cac:Response>
    <cac:DocumentReference><cbc:ID>${invoice}</cbc:ID><cbc:DocumentTypeCode listID="UNCL1001">380</cbc:DocumentTypeCode></cac:DocumentReference>
  </cac:DocumentResponse>
</ApplicationResponse>
`;
};
