import type { Contact, Identifier, PostalAddress } from '@parvis/domain/invoice/invoice';
import { countryName } from './country-name.js';
import { type Html, html } from './html.js';
import { identifierName, identifierText, type Pen } from './readable-page.js';

/** A party of the page, whatever its role. */
export interface Party {
  readonly name?: string;
  readonly tradingName?: string;
  readonly identifiers?: readonly Identifier[];
  readonly legalRegistration?: Identifier;
  readonly vatIdentifier?: string;
  readonly taxRegistration?: string;
  readonly additionalLegalInformation?: string;
  readonly electronicAddress?: Identifier;
  readonly address?: PostalAddress;
  readonly contact?: Contact;
  readonly remark?: string;
}

/** A party as on paper: name, address, the numbers that identify it, whom to ask. */
export const partyBlock = (pen: Pen, title: string, party: Party): Html => {
  const { name, tradingName, address, contact, remark, additionalLegalInformation } = party;
  const people = [contact?.point, contact?.telephone, contact?.email].filter((text) => text);
  return html`<section class="party"><h2>${title}</h2><h3>${name ?? tradingName}</h3>
<div class="small">${tradingName && name && tradingName !== name ? html`<div>${tradingName}</div>` : ''}${addressText(pen, address).map((line) => html`<div>${line}</div>`)}${remark ? html`<div>${remark}</div>` : ''}</div>
<dl class="ids">${partyNumbers(pen, party).map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
${people.length > 0 ? html`<p class="small ids">${people.join(' · ')}</p>` : ''}${additionalLegalInformation ? html`<p class="small pre">${additionalLegalInformation}</p>` : ''}</section>`;
};

/** As on an envelope, line by line, the country in words. */
export const addressText = (pen: Pen, address: PostalAddress | undefined): string[] => {
  if (!address) return [];
  const { line1, line2, line3, postCode, city, subdivision, country } = address;
  const town = [postCode, city].filter((text) => text).join(' ');
  return [line1, line2, line3, town, subdivision, country && countryName(country, pen.language)].flatMap(
    (line) => line || [],
  );
};

/** Each number once: the same SIRET often stands twice, and the SIREN is its beginning. */
export const partyNumbers = (pen: Pen, party: Party): [string, string][] => {
  const { identifiers = [], legalRegistration, vatIdentifier, taxRegistration, electronicAddress } = party;
  const all: [string, string][] = [
    ...[...identifiers, ...(legalRegistration ? [legalRegistration] : [])]
      .filter(({ value }) => value !== '')
      .map((identifier): [string, string] => [identifierName(pen, identifier), identifierText(identifier)]),
    ...(vatIdentifier ? [[pen.word('vatNumber'), vatIdentifier] satisfies [string, string]] : []),
    ...(electronicAddress
      ? [[pen.word('electronicAddress'), electronicAddress.value] satisfies [string, string]]
      : []),
    ...(taxRegistration ? [[pen.word('taxNumber'), taxRegistration] satisfies [string, string]] : []),
  ];
  const isFirst = (value: string, index: number) => all.findIndex(([, other]) => other === value) === index;
  const isWithin = (label: string, value: string) =>
    label === 'SIREN' && all.some(([other, siret]) => other === 'SIRET' && siret.startsWith(value));
  return all.filter(([label, value], index) => isFirst(value, index) && !isWithin(label, value));
};
