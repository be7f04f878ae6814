import type { Level, Side, Space } from './actor.js';

/** The side each space exists on; in the order in which people see them. */
export const sidesOfSpace: Readonly<Record<Space, readonly Side[]>> = {
  issuedInvoices: ['supplier'],
  receivedInvoices: ['publicEntity'],
  invoicesToValidate: ['supplier'],
  works: ['supplier', 'publicEntity'],
  justice: ['supplier', 'publicEntity'],
  helpRequests: ['supplier', 'publicEntity'],
  engagements: ['publicEntity'],
  settings: ['supplier', 'publicEntity'],
  people: ['supplier', 'publicEntity'],
  mandates: ['supplier'],
  technicalAccounts: ['supplier', 'publicEntity'],
  connections: ['publicEntity'],
};

export const spacesOf = (side: Side): Space[] =>
  (Object.keys(sidesOfSpace) as Space[]).filter((space) => sidesOfSpace[space].includes(side));

/** Spaces whose acts can be narrowed to some services of a public entity. */
export const spacesByService: readonly Space[] = ['receivedInvoices', 'engagements'];

export const coversLevel = (held: Level, needed: Level): boolean => held === 'full' || held === needed;
