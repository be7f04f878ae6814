import { useState } from 'react';
import { AmountText } from '../src/display/amount-text.js';
import { KeyValueList } from '../src/display/key-value-list.js';
import { DocumentViewer } from '../src/documents/document-viewer.js';
import { FileDrop } from '../src/documents/file-drop.js';
import { SideBySide } from '../src/documents/side-by-side.js';
import { PageHeader } from '../src/frame/page-header.js';
import classes from './gallery.module.css';
import { samplePdfHref } from './sample-pdf.js';
import { Specimen } from './specimen.js';
import { useTold } from './told.js';

export function DocumentsPage() {
  const told = useTold();
  const [pdf] = useState(samplePdfHref);
  const [files, setFiles] = useState<readonly File[]>([]);
  return (
    <>
      <PageHeader title={told('Documents', 'Documents')} />
      <Specimen name="FileDrop" bare>
        <div className={classes.stack}>
          <FileDrop
            onFiles={setFiles}
            accept=".xml,.pdf"
            maximumBytes={50_000_000}
            hint={told('UBL, CII ou Factur-X, 50 Mo par fichier', 'UBL, CII or Factur-X, 50 MB per file')}
          />
          {files.length > 0 && <p>{files.map(({ name }) => name).join(', ')}</p>}
          <FileDrop
            compact
            multiple={false}
            onFiles={setFiles}
            hint={told('PDF ou image, 10 Mo', 'PDF or image, 10 MB')}
          />
          <FileDrop compact disabled onFiles={setFiles} />
        </div>
      </Specimen>
      <Specimen name="SideBySide, DocumentViewer, KeyValueList" bare>
        <SideBySide
          label={told('La facture', 'The invoice')}
          panels={[
            {
              key: 'document',
              label: told('Document', 'Document'),
              weight: 1.3,
              content: <DocumentViewer name="F-2026-0042.pdf" kind="pdf" href={pdf} height="30rem" />,
            },
            {
              key: 'data',
              label: told('Données', 'Data'),
              content: (
                <div className="pv-panel">
                  <h3 className="pv-panel-title">{told('Ce qui a été lu', 'What was read')}</h3>
                  <KeyValueList
                    entries={[
                      { key: 'number', label: told('Numéro', 'Number'), value: 'F-2026-0042' },
                      {
                        key: 'supplier',
                        label: told('Fournisseur', 'Supplier'),
                        value: 'Papeterie du Bocage',
                      },
                      { key: 'engagement', label: told('Engagement', 'Engagement'), value: 'EJ26-4107' },
                      {
                        key: 'iban',
                        label: told('Compte bancaire', 'Bank account'),
                        value: 'FR76 3000 1007 9412 3456 7890 185',
                        previous: 'FR76 3000 4000 0312 …',
                        highlighted: true,
                      },
                      {
                        key: 'amount',
                        label: told('Montant TTC', 'Amount'),
                        value: <AmountText value="201.60" />,
                      },
                    ]}
                  />
                </div>
              ),
            },
          ]}
        />
      </Specimen>
      <Specimen name="DocumentViewer · html" bare>
        <DocumentViewer
          name="facture.html"
          kind="html"
          href=""
          html="<html lang='fr'><head><title>Facture</title></head><body style='font-family:sans-serif;padding:2rem'><h1>Facture F-2026-0042</h1><p>Papeterie du Bocage</p></body></html>"
          downloadHref={pdf}
          height="12rem"
        />
      </Specimen>
      <Specimen name="DocumentViewer · other" bare>
        <DocumentViewer name="plan.dwg" kind="other" href={pdf} />
      </Specimen>
    </>
  );
}
