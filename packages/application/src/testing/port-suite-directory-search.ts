import type { DirectoryEntry } from '@parvis/domain/directory/directory-entry';
import { readDirectoryQuestion } from '@parvis/domain/directory/directory-question';
import { describe, expect, test } from 'vitest';
import type { AskedOfDirectory } from '../directory/directory-search.js';
import { hospital, stationer, town, uuid } from './cast.js';
import { type MakePorts, usePorts } from './use-ports.js';

/** A school of thirty services. */
const bigSchool: DirectoryEntry = {
  ...town,
  structureId: uuid(0x772),
  siret: '00000512300012' as typeof town.siret,
  kind: 'publicEstablishment' as const,
  name: 'École maternelle de l’Œuvre',
  town: 'Bréauté',
  services: Array.from({ length: 30 }, (_, position) => ({
    code: `S${String(position).padStart(2, '0')}`,
    name: position === 7 ? 'Cantine' : `Classe ${position}`,
    active: position !== 8,
  })),
};

/** The town of the cast with an address, a closed homonym, and the school. */
const districts = {
  recipients: [
    { ...town, address: { postCode: '61340', town: town.town, country: 'FR' }, department: '61' },
    { ...town, structureId: uuid(0x771), siret: '00000411100019' as typeof town.siret, active: false },
    bigSchool,
  ],
};
const day = '2026-03-02';
const school = 'École maternelle de l’Œuvre';

export const describeDirectorySearch = (makePorts: MakePorts): void => {
  describe('search in the directory', () => {
    const ports = usePorts(makePorts);

    const found = async (text: string, narrow: Partial<AskedOfDirectory> = {}) => {
      await ports().seed(districts);
      const question = readDirectoryQuestion(text);
      const page = await ports().directorySearch.page({ question, day, ...narrow }, { limit: 10 });
      return page.rows.map(({ entity, by }) => `${by}: ${entity.name}${entity.active ? '' : ' (closed)'}`);
    };

    test.each([
      ['the beginning of a SIRET', '000 002 105', [`identifier: ${hospital.name}`]],
      ['a name without what tells nothing', 'mairie st aubin des pres 61', [`place: ${town.name}`]],
      ['an abbreviation', 'CH valmont', [`name: ${hospital.name}`]],
      ['a ligature and an apostrophe', "maternelle l'oeuvre", [`words: ${school}`]],
      ['the beginning of a word', 'matern', [`words: ${school}`]],
      ['words of name and town', 'ecole breaute', [`place: ${school}`]],
      ['a post code', 'aubin 61340', [`place: ${town.name}`]],
      ['a need and a place', 'restaurant valmont', [`need: ${hospital.name}`]],
      ['two needs that no service answers together', 'cantine classe breaute', []],
      ['a slip in each word', 'centre hopsitalier de Valmotn', [`likeness: ${hospital.name}`]],
      ['nothing known', 'Trifouillis', []],
      ['wildcards of the database', '%%%_', []],
    ])('finds by %s', async (_, text, expected) => {
      expect(await found(text)).toEqual(expected);
    });

    test('finds an entity by a SIRET it has left', async () => {
      await ports().work.run(({ organisations }) =>
        organisations.move(
          {
            structureId: hospital.structureId,
            side: 'publicEntity',
            identifier: { type: 'SIRET', value: hospital.siret },
            leftOn: '2026-03-02',
            acceptedUntil: '2026-06-02',
            changedByUserId: uuid(0xc13),
            changedByName: 'Claire Durand',
            changedAt: new Date('2026-03-02T09:00:00.000Z'),
          },
          { type: 'SIRET', value: '00000513200014' },
        ),
      );
      expect(await found(hospital.siret)).toEqual([`identifier: ${hospital.name}`]);
      expect(await found('000005132')).toEqual([`identifier: ${hospital.name}`]);
    });

    test('puts entities that are open before those of the same name that are closed', async () => {
      expect(await found('saint aubin des pres')).toEqual([
        `name: ${town.name}`,
        `name: ${town.name} (closed)`,
      ]);
    });

    test('narrows by department, town and kind, with words or without', async () => {
      expect(await found('saint aubin des pres', { department: '61' })).toEqual([`name: ${town.name}`]);
      expect(await found('', { town: 'breaute' })).toEqual([`name: ${school}`]);
      expect(await found('', { kind: 'hospital' })).toEqual([`name: ${hospital.name}`]);
      expect(await found('cantine', { town: 'breaute' })).toEqual([`need: ${school}`]);
      expect(await found('cantine', { kind: 'hospital' })).toEqual([`need: ${hospital.name}`]);
      expect(await found('valmont', { kind: 'state' })).toEqual([]);
      expect(await found('')).toEqual([]);
    });

    test('never finds a supplier', async () => {
      expect(await found(stationer.name)).toEqual([]);
    });

    test('gives the services that answer a need, and how many there are', async () => {
      await ports().seed(districts);
      const question = readDirectoryQuestion('cantine bréauté');
      const { rows } = await ports().directorySearch.page({ question, day }, { limit: 10 });
      expect(
        rows.map(({ entity, services }) => [entity.openServices, services.map(({ code }) => code)]),
      ).toEqual([[29, ['S07']]]);
    });

    test('forgets the need that only a closed service answered, and learns that of a new one', async () => {
      await ports().seed(districts);
      const changed = bigSchool.services.map((service) =>
        service.code === 'S07'
          ? { ...service, active: false }
          : service.code === 'S08'
            ? { ...service, name: 'Pharmacie', active: true }
            : service,
      );
      await ports().seed({ recipients: [{ ...bigSchool, services: changed }] });
      const answers = async (text: string): Promise<string[]> => {
        const question = readDirectoryQuestion(text);
        const { rows } = await ports().directorySearch.page({ question, day }, { limit: 10 });
        return rows.flatMap(({ services: shown }) => shown.map(({ code }) => code));
      };
      expect([await answers('cantine bréauté'), await answers('médicaments bréauté')]).toEqual([[], ['S08']]);
    });

    test.each([
      ['is over', { validUntil: '2026-03-01' }],
      ['has not begun', { validFrom: '2026-03-03' }],
    ])('neither offers, counts nor lists as open a service whose validity %s', async (_, validity) => {
      const dated = bigSchool.services.map((service) =>
        service.code === 'S07' ? { ...service, ...validity } : service,
      );
      await ports().seed({ ...districts, recipients: [{ ...bigSchool, services: dated }] });
      const { directorySearch } = ports();
      const page = (text: string) =>
        directorySearch.page({ question: readDirectoryQuestion(text), day }, { limit: 10 });
      expect(await page('cantine bréauté')).toMatchObject({ rows: [], total: 0 });
      expect((await page('école bréauté')).rows.map(({ entity }) => entity.openServices)).toEqual([28]);
      const services = async (withClosed: boolean) =>
        (
          await directorySearch.services(
            { structureId: bigSchool.structureId, words: ['cantine'], withClosed, day },
            { limit: 8 },
          )
        ).total;
      expect([await services(false), await services(true)]).toEqual([0, 1]);
    });

    test('goes on page after page, each entity once', async () => {
      await ports().seed(districts);
      const asked = { question: readDirectoryQuestion('saint aubin des pres'), day };
      const first = await ports().directorySearch.page(asked, { limit: 1 });
      const second = await ports().directorySearch.page(asked, { limit: 1, after: first.next ?? '' });
      expect([first.total, first.rows.length, second.rows[0]?.entity.active]).toEqual([2, 1, false]);
      expect(second.next).toBeUndefined();
    });

    test('refuses a cursor that no page gave', async () => {
      const asked = { question: readDirectoryQuestion('valmont'), day };
      await expect(ports().directorySearch.page(asked, { limit: 1, after: 'x' })).rejects.toThrow(RangeError);
    });

    test('lists the services of an entity in its order, page after page', async () => {
      await ports().seed(districts);
      const asked = { structureId: uuid(0x772), words: [], withClosed: false, day };
      const first = await ports().directorySearch.services(asked, { limit: 8 });
      expect([first.total, first.rows.at(-1)?.code]).toEqual([29, 'S07']);
      const second = await ports().directorySearch.services(asked, { limit: 1, after: first.next ?? '' });
      expect(second.rows.map(({ code }) => code)).toEqual(['S09']);
    });

    test('finds services by words of code and name, the closed ones when asked', async () => {
      await ports().seed(districts);
      const asked = { structureId: uuid(0x772), words: ['s08'], withClosed: false, day };
      expect((await ports().directorySearch.services(asked, { limit: 8 })).rows).toEqual([]);
      const closed = await ports().directorySearch.services({ ...asked, withClosed: true }, { limit: 8 });
      expect(closed.rows.map(({ name }) => name)).toEqual(['Classe 8']);
      const cantine = await ports().directorySearch.services({ ...asked, words: ['cant'] }, { limit: 8 });
      expect(cantine.rows.map(({ code }) => code)).toEqual(['S07']);
    });
  });
};
