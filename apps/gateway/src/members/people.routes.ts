import { rightsTable } from '@parvis/application/people/export/rights-table';
import { type TableFormat, tableFormats } from '@parvis/domain/tables/table';
import { contentDisposition } from '../http/content-disposition.js';
import { sendRefusal } from '../http/problem.js';
import type { Route } from '../http/route.js';
import { documentPolicy } from '../http/security-headers.js';
import { uploadRoute } from '../http/upload.route.js';
import type { ImportUseCases } from '../imports/import-use-cases.js';
import { languageOf, sendTable, textOf } from '../imports/tables.routes.js';
import { personOf, principalOf } from '../request-context.js';
import type { PeopleUseCases } from './people-use-cases.js';

type Uses = Pick<PeopleUseCases, 'exportRights' | 'receiveProof' | 'readProof'> &
  Pick<ImportUseCases, 'writeTable'>;

/** Who may do what as a table, and the proofs of claims. */
export const peopleRoutes = (useCases: Uses): readonly Route[] => [
  ...tableFormats.map((format) => rightsRoute(useCases, format)),
  proofUploadRoute(useCases),
  proofRoute(useCases),
];

const rightsRoute = ({ exportRights, writeTable }: Uses, format: TableFormat): Route => ({
  method: 'get',
  path: `/exports/rights.${format}`,
  binding: { kind: 'right', right: 'person:export' },
  handle: async (request, response, caller) => {
    const exported = await exportRights(textOf(request, 'structure'), principalOf(caller));
    if (!exported.ok) {
      if (exported.refusal.code === 'form-faulty') throw new TypeError('a reading has no form');
      return sendRefusal(response, exported.refusal, caller.language);
    }
    const language = languageOf(request, caller);
    const fileName = language === 'fr' ? 'droits' : 'rights';
    const value = { table: rightsTable(exported.value, language), fileName };
    await sendTable(response, { ok: true, value }, { format, writeTable, caller });
  },
});

const proofUploadRoute = ({ receiveProof }: Uses): Route => ({
  ...uploadRoute({ receiveUpload: receiveProof }),
  path: '/documents/proofs',
  binding: { kind: 'person', reason: 'who claims a structure holds no right anywhere yet' },
});

const proofRoute = ({ readProof }: Uses): Route => ({
  method: 'get',
  path: '/claims/:structureId/:claimId/proof',
  binding: { kind: 'person', reason: 'who decides where nobody is left holds no right in the structure' },
  handle: async (request, response, caller) => {
    const { structureId, claimId } = request.params;
    const named = { structureId: String(structureId), claimId: String(claimId) };
    const read = await readProof(named, personOf(caller));
    if (!read.ok) return sendRefusal(response, { code: 'claim-not-found' }, caller.language);
    const { proof, bytes } = read.value;
    response.set({
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': contentDisposition('attachment', proof.fileName),
      'Content-Security-Policy': documentPolicy,
      'Cache-Control': 'private, no-store',
    });
    response.send(Buffer.from(bytes));
  },
});
