import type { ElementTree } from '@parvis/formats/extension/element-tree';

/**
 * What the schema of CPPFacturePivot V2.02 (AIFE, 4 April 2022; published among others in the public repository of
 * Pastell) asks of a document, as far as a pivot of ours may go. Our own wording of it: sequences, how often each element
 * may stand, and what its text may be.
 */
type Text = RegExp | 'any';
type Children = readonly (readonly [
  name: string,
  times: '1' | '?' | '*' | '+' | '2+',
  content: Text | Children,
])[];

const decimal = /^-?\d+(\.\d+)?$/;
const day = /^\d{4}-\d{2}-\d{2}$/;
const upTo = (length: number) => new RegExp(`^.{0,${length}}$`, 'su');
const partner: Children = [
  ['Id', '1', /^.{3,8}$/],
  ['Libelle', '?', 'any'],
  ['Note', '?', 'any'],
];

const envelope: Children = [
  [
    'EnveloppeUnitaire',
    '+',
    [
      [
        'Parametres',
        '1',
        [
          [
            'ParametreIndiv',
            '2+',
            [
              ['Code', '1', /^.{5}$/],
              ['Valeurparametre', '1', 'any'],
              ['Note', '?', 'any'],
            ],
          ],
        ],
      ],
      [
        'Partenaires',
        '1',
        [
          ['Recepteur', '1', partner],
          ['Emetteur', '1', partner],
        ],
      ],
    ],
  ],
];

const supplier: Children = [
  ['TypeIdentifiant', '1', /^[1-7]$/],
  ['Identifiant', '1', 'any'],
  ['RaisonSociale', '1', 'any'],
  ['CodePays', '1', /^..$/],
  [
    'ReferenceBancaire',
    '?',
    [
      ['Compte', '?', 'any'],
      ['Etablissement', '?', 'any'],
      ['RaisonSocialeEncaisseur', '?', 'any'],
    ],
  ],
  ['ModeEmission', '1', /^(flux|numérisation|saisie|PDF)$/],
];

const debtor: Children = [
  ['TypeIdentifiant', '1', /^1$/],
  ['Identifiant', '1', /^.{14}$/],
  ['Nom', '?', 'any'],
  ['CodeService', '?', upTo(100)],
  ['NomService', '?', 'any'],
];

const data: Children = [
  ['Id', '1', upTo(20)],
  ['IdCPRO', '?', /^\d+$/],
  ['Renvoi', '?', /^(Non|Complétée|Recyclée)$/],
  ['IdFactureOrigine', '?', upTo(20)],
  ['Type', '1', /^38[01]$/],
  ['Cadre', '1', /^A([1-9]|10|1[2-9]|2[0-5])$/],
  ['DateEmissionFacture', '1', day],
  ['DateLivraison', '?', day],
  [
    'ModePaiement',
    '1',
    [
      ['Code', '1', /^(10|20|30|31|42|48|49|97)$/],
      ['Libelle', '?', 'any'],
    ],
  ],
  ['DateReception', '1', day],
  ['DateMiseADispositionMOE', '?', day],
  ['Devise', '1', /^[A-Z]{3}$/],
  [
    'Montants',
    '1',
    [
      ['MontantHT', '1', decimal],
      ['MontantTTC', '1', decimal],
      ['MontantNetAPayer', '1', decimal],
    ],
  ],
  [
    'TVAs',
    '?',
    [
      [
        'TVA',
        '*',
        [
          ['Taux', '1', decimal],
          ['BaseHt', '1', decimal],
          ['MontantTVA', '1', decimal],
        ],
      ],
    ],
  ],
  [
    'Engagement',
    '?',
    [
      ['NumeroMarche', '?', upTo(50)],
      ['NumeroEngagement', '?', upTo(50)],
    ],
  ],
  [
    'Lignes',
    '?',
    [
      [
        'Ligne',
        '*',
        [
          ['ReferenceProduit', '?', 'any'],
          ['PrixUnitaire', '1', decimal],
          ['Quantite', '1', decimal],
          ['MontantHT', '1', decimal],
          ['TauxTVA', '?', decimal],
        ],
      ],
    ],
  ],
];

const attachment: Children = [
  ['IdUnique', '?', 'any'],
  ['IdOriginal', '?', 'any'],
  ['Contenu', '?', 'any'],
  ['NomPJ', '1', upTo(50)],
  ['NomPJOrigine', '?', upTo(50)],
  ['CategoriePJ', '?', upTo(50)],
  ['TypePJ', '1', /^0[12]$/],
  ['MimeTypePJ', '1', 'any'],
];

const pivot: Children = [
  ['Enveloppe', '1', envelope],
  [
    'CPPFactures',
    '1',
    [
      [
        'CPPFacturePivotUnitaire',
        '+',
        [
          ['Fournisseur', '1', supplier],
          ['Debiteur', '1', debtor],
          ['DonneesFacture', '1', data],
          ['PJ', '+', attachment],
        ],
      ],
    ],
  ],
];

/** What a document does against the structure, each with its place; empty for a valid one. */
export const pivotFaults = (root: ElementTree): readonly string[] =>
  root.name === 'CPPFacturePivot' ? faultsIn(root, pivot, root.name) : [`root ${root.name}`];

const faultsIn = (element: ElementTree, expected: Children, place: string): readonly string[] => {
  const faults: string[] = [];
  let next = 0;
  for (const [name, times, content] of expected) {
    let count = 0;
    for (let child = element.children[next]; child?.name === name; child = element.children[next]) {
      count += 1;
      next += 1;
      faults.push(...contentFaults(child, content, `${place}/${name}`));
    }
    if (!isAllowed(count, times)) faults.push(`${place}: ${count} × ${name}, ${times} expected`);
  }
  const stray = element.children[next];
  return stray ? [...faults, `${place}: ${stray.name} does not belong here`] : faults;
};

const contentFaults = (element: ElementTree, content: Text | Children, place: string): readonly string[] => {
  if (content === 'any') return element.children.length > 0 ? [`${place}: elements inside`] : [];
  if (!(content instanceof RegExp)) return faultsIn(element, content, place);
  return content.test(element.text) ? [] : [`${place}: "${element.text}"`];
};

const isAllowed = (count: number, times: string): boolean => {
  const least = times === '2+' ? 2 : times === '1' || times === '+' ? 1 : 0;
  const most = times === '1' || times === '?' ? 1 : Number.POSITIVE_INFINITY;
  return count >= least && count <= most;
};
