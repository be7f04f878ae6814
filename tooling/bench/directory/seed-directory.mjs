import { searchWords } from '@parvis/domain/directory/search-words';
import { ENTITIES, inventEntities, inventService, SERVICES } from './invented-entities.mjs';

const BATCH = 10_000;

const insertEntities = `
  INSERT INTO structure (structure_id, side, identifier_type, identifier, siret, name, active, kind, town, post_code,
    department, requires_service_code, requires_engagement_number, requires_either, reports_payment, plain_name, plain_town,
    offered)
  SELECT id, 'publicEntity', 'SIRET', siret, siret, name, active, kind, town, post_code, department, code, engagement,
    false, true, plain_name, plain_town, offered_words(id)
  FROM unnest($1::uuid[], $2::text[], $3::text[], $4::boolean[], $5::text[], $6::text[], $7::text[], $8::text[],
    $9::boolean[], $10::boolean[], $11::text[], $12::text[])
    AS row (id, siret, name, active, kind, town, post_code, department, code, engagement, plain_name, plain_town)`;

const insertServices = `
  INSERT INTO service (structure_id, code, name, active, engagement_number_required, position)
  SELECT id, code, name, true, CASE WHEN position % 9 = 8 THEN true END, position
  FROM unnest($1::uuid[], $2::text[], $3::text[], $4::integer[]) AS row (id, code, name, position)`;

const entityColumns = ({ structureId, siret, name, active, kind, town, serviceCode, engagement }) => [
  structureId,
  siret,
  name,
  active,
  kind,
  town.name,
  town.postCode,
  town.department,
  serviceCode,
  engagement,
  searchWords(name),
  searchWords(town.name),
];

const insert = async (client, sql, rows) => {
  if (rows.length === 0) return;
  const columns = rows[0].map((_, column) => rows.map((row) => row[column]));
  await client.query(sql, columns);
  rows.length = 0;
};

/** Fills an empty, migrated database. Indexes that only help readers are made when everything is there. */
export const seedDirectory = async (client, seed = 7, entities = ENTITIES, services = SERVICES) => {
  const late = await dropSearchIndexes(client);
  const waiting = { entities: [], services: [] };
  // Services first and unquestioned, so that their entity is written once, with their words.
  const flush = async () => {
    await client.query('SET session_replication_role = replica');
    await insert(client, insertServices, waiting.services);
    await client.query('SET session_replication_role = origin');
    await insert(client, insertEntities, waiting.entities);
  };
  let index = 0;
  for (const entity of inventEntities(seed, entities, services)) {
    waiting.entities.push(entityColumns(entity));
    for (let position = 0; position < entity.services; position += 1)
      waiting.services.push([entity.structureId, ...inventService(index, position), position]);
    if (waiting.entities.length >= BATCH || waiting.services.length >= BATCH) await flush();
    index += 1;
  }
  await flush();
  await client.query("SET maintenance_work_mem = '256MB'");
  for (const definition of late) await client.query(definition);
  await client.query('VACUUM ANALYZE structure');
  await client.query('VACUUM ANALYZE service');
  await client.query('VACUUM ANALYZE directory_word');
};

const dropSearchIndexes = async (client) => {
  const { rows } = await client.query(
    `SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
     AND indexname IN ('structure_search', 'service_words', 'directory_word_alike', 'structure_by_name',
       'structure_by_department', 'structure_by_town', 'structure_by_kind', 'structure_siret_begins', 'service_differing')`,
  );
  for (const { indexname } of rows) await client.query(`DROP INDEX ${indexname}`);
  return rows.map(({ indexdef }) => indexdef);
};
