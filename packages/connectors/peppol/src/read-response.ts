import type { StatusWord } from '@parvis/connector-kit/connector-kind';
import type { FileNews, ToldInFile } from '@parvis/connector-kit/drop/read-drop-news';
import { writtenInstant } from '@parvis/connector-kit/drop/written-instant';
import { say } from '@parvis/domain/display/language';
import type { Action } from '@parvis/domain/life-cycle/transitions';
import type { ElementTree } from '@parvis/formats/extension/element-tree';
import { readElementTree } from '@parvis/formats/extension/read-element-tree';

interface ResponseCode extends StatusWord {
  readonly actions: readonly Action[];
}

/** The answers of Peppol's Invoice Response (transaction T111), and what each does to our invoice. */
export const responseCodes: readonly ResponseCode[] = [
  { word: 'AB', actions: [], meaning: say('Reçue : affiché seulement.', 'Received: shown only.') },
  {
    word: 'IP',
    actions: [],
    meaning: say('En cours de traitement : affiché seulement.', 'In process: shown only.'),
  },
  {
    word: 'UQ',
    actions: [],
    meaning: say(
      'Questions au fournisseur : affiché seulement ; une personne suspend la facture ici.',
      'Under query: shown only; a person suspends the invoice here.',
    ),
  },
  {
    word: 'CA',
    actions: [],
    meaning: say('Acceptée sous condition : affiché seulement.', 'Conditionally accepted: shown only.'),
  },
  {
    word: 'RE',
    actions: ['refuse'],
    meaning: say(
      'La facture est refusée, avec le motif de la réponse.',
      'The invoice is refused, with the reason of the response.',
    ),
  },
  {
    word: 'AP',
    actions: ['approve'],
    meaning: say('Acceptée : service fait.', 'Accepted: service confirmed.'),
  },
  { word: 'PD', actions: ['startPayment'], meaning: say('Payée : mise en paiement.', 'Paid: in payment.') },
];

const LONGEST_REASON = 255;

/** Reads an Invoice Response (UBL ApplicationResponse), bare or in its Standard Business Document. */
export const readResponse = (name: string, bytes: Uint8Array): FileNews => {
  if (!/\.xml$/i.test(name)) return broken('Ce fichier n’est pas un .xml.', 'This file is not an .xml.');
  const root = readElementTree(bytes);
  if (!root)
    return {
      kind: 'unfinished',
      why: say('Le fichier est incomplet ou illisible.', 'The file is incomplete or cannot be read.'),
    };
  const response = root.name === 'ApplicationResponse' ? root : root.first('ApplicationResponse');
  if (!response)
    return broken(
      `La racine est « ${root.name} » ; une réponse ApplicationResponse est attendue.`,
      `The root is "${root.name}"; an ApplicationResponse is expected.`,
    );
  const statuses: ToldInFile[] = [];
  for (const document of response.all('DocumentResponse')) {
    const told = toldBy(response, document);
    if (!told)
      return broken(
        'La réponse ne dit pas de quelle facture elle parle, ce qu’elle en dit ou de quand elle date.',
        'The response does not say of which invoice it speaks, what it says or when it was given.',
      );
    statuses.push(told);
  }
  return { kind: 'news', statuses };
};

const broken = (fr: string, en: string): FileNews => ({ kind: 'broken', why: say(fr, en) });

/** The receiver of the response is the supplier whom it answers. */
const toldBy = (response: ElementTree, document: ElementTree): ToldInFile | undefined => {
  const supplierIdentifier = response.textAt('ReceiverParty/EndpointID');
  const invoiceNumber = document.textAt('DocumentReference/ID');
  const sourceCode = document.textAt('Response/ResponseCode');
  const time = response.textAt('IssueTime');
  const occurredAt = writtenInstant(`${response.textAt('IssueDate') ?? ''}${time ? `T${time}` : ''}`);
  if (!supplierIdentifier || !invoiceNumber || !sourceCode || !occurredAt) return undefined;
  const reason = reasonOf(document);
  return {
    supplierIdentifier,
    invoiceNumber,
    sourceCode,
    actions: responseCodes.find(({ word }) => word === sourceCode)?.actions ?? [],
    occurredAt,
    ...(reason ? { reason } : {}),
  };
};

const reasonOf = (document: ElementTree): string => {
  const reasons = document
    .all('Response/Status')
    .map((status) => status.textAt('StatusReason') ?? status.textAt('StatusReasonCode'));
  const text = [...reasons, document.textAt('Response/Description')].filter(Boolean).join(' ; ');
  return [...text].slice(0, LONGEST_REASON).join('');
};
