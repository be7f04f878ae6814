-- The search of the directory: public entities by identifier, words of name and place, and services by what they buy.
-- Normalising is the application's (`searchWords` in the domain writes plain_name and plain_town), with one exception below.

-- Plain words compare byte by byte, so that an ordinary index serves equality, beginnings and order alike.
DROP INDEX structure_plain_name, structure_plain_town;
ALTER TABLE structure
  ALTER COLUMN plain_name TYPE text COLLATE "C",
  ALTER COLUMN plain_town TYPE text COLLATE "C";

-- The words of its open services, each behind « =s » and once; triggers below write them. Numbers are left out: the codes of
-- ten thousand services tell of no need. « =dated » says that one of them is open between two days, so that the words
-- alone do not tell what is offered today.
ALTER TABLE structure ADD COLUMN offered text[] COLLATE "C";

-- Words of the name weigh A, those of the place B. What begins with « = » nobody can type: department, kind and the words
-- of services narrow a search inside the same index, so that a frequent word in one department costs no more than a rare
-- one, and « cantine » in one town never reads the services of the others.
ALTER TABLE structure ADD COLUMN search tsvector GENERATED ALWAYS AS (
  CASE WHEN side = 'publicEntity' THEN
    setweight(to_tsvector('simple', plain_name), 'A')
    || setweight(to_tsvector('simple', plain_town || ' ' || coalesce(post_code, '')), 'B')
    || array_to_tsvector(ARRAY['=dep' || coalesce(department, ''), '=kind' || kind])
    || array_to_tsvector(coalesce(offered, '{}'))
  END
) STORED;

CREATE INDEX structure_search ON structure USING gin (search) WHERE side = 'publicEntity';
CREATE INDEX structure_by_name ON structure (active, plain_name, structure_id) WHERE side = 'publicEntity';
CREATE INDEX structure_by_department ON structure (department, active, plain_name, structure_id) INCLUDE (kind)
  WHERE side = 'publicEntity';
CREATE INDEX structure_by_kind ON structure (kind, active, plain_name, structure_id) WHERE side = 'publicEntity';
CREATE INDEX structure_by_town ON structure (plain_town, active, plain_name, structure_id) WHERE side = 'publicEntity';
-- The beginning of a SIRET, whatever the order of the database's language.
CREATE INDEX structure_siret_begins ON structure (siret text_pattern_ops) WHERE side = 'publicEntity';

-- Every word that names and places hold, to mend what is typed wrongly: 60,000 short rows where the entities are 200,000
-- long ones. A word that nobody bears any more stays and does no harm.
CREATE TABLE directory_word (
  word text COLLATE "C" PRIMARY KEY
);

CREATE INDEX directory_word_alike ON directory_word USING gin (word gin_trgm_ops);

-- Sixty words like the one asked for, the likest first. How like they must be is for the asker to say: the longer a word,
-- the more of it a slip leaves, and the fewer need be compared.
CREATE FUNCTION directory_words_like(asked text, least_likeness real) RETURNS SETOF text LANGUAGE plpgsql
SET pg_trgm.similarity_threshold = 0.3 AS $$
BEGIN
  PERFORM set_config('pg_trgm.similarity_threshold', least_likeness::text, true);
  RETURN QUERY SELECT word::text FROM directory_word
    WHERE word % asked AND length(word) BETWEEN length(asked) - 2 AND length(asked) + 2
    ORDER BY similarity(word, asked) DESC, word LIMIT 60;
END
$$;

CREATE FUNCTION note_directory_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- In order: two transactions with the same words wait for each other instead of locking each other out.
  INSERT INTO directory_word (word)
  SELECT DISTINCT word COLLATE "C"
  FROM written, unnest(string_to_array(written.plain_name || ' ' || written.plain_town, ' ')) AS word
  WHERE written.side = 'publicEntity' AND length(word) >= 3 AND word ~ '^[a-z]'
  ORDER BY 1
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;

CREATE TRIGGER structure_words_inserted AFTER INSERT ON structure
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION note_directory_words();
CREATE TRIGGER structure_words_updated AFTER UPDATE ON structure
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION note_directory_words();

INSERT INTO directory_word (word)
SELECT DISTINCT word
FROM structure, unnest(string_to_array(plain_name || ' ' || plain_town, ' ')) AS word
WHERE side = 'publicEntity' AND length(word) >= 3 AND word ~ '^[a-z]';

-- `plainWords` of the domain, said again: services are written at several places and by imports of ten thousand rows, and
-- none of them can forget a column that the database works out. An integration test holds the two together.
CREATE FUNCTION plain_words(said text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT trim(regexp_replace(
    lower(regexp_replace(
      normalize(
        replace(replace(replace(replace(replace(replace(
          translate(said, 'øØłŁđĐ', 'oOlLdD'), 'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae'), 'ß', 'ss'), 'ẞ', 'ss'),
        NFD),
      U&'[\0300-\036F]', '', 'g') COLLATE "C"),
    '[^a-z0-9]+', ' ', 'g'))
$$;

ALTER TABLE service ADD COLUMN words tsvector GENERATED ALWAYS AS (
  to_tsvector('simple', plain_words(code || ' ' || name || ' ' || coalesce(description, '')))
) STORED;

-- Inside one entity.
CREATE INDEX service_words ON service USING gin (structure_id, words) WHERE active;

CREATE FUNCTION offered_words(entity uuid) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT array_agg(DISTINCT borne COLLATE "C") FROM (
    SELECT '=s' || word FROM service, unnest(tsvector_to_array(words)) AS word
    WHERE structure_id = entity AND active AND word ~ '^[a-z]{2}'
    UNION ALL
    SELECT '=dated' FROM service
    WHERE structure_id = entity AND active AND num_nonnulls(valid_from, valid_until) > 0
  ) AS words (borne)
$$;

CREATE FUNCTION note_offered(changed uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- Who waits here for another's services sees them in the statement that follows.
  PERFORM FROM structure WHERE structure_id = ANY (changed) ORDER BY structure_id FOR NO KEY UPDATE;
  UPDATE structure SET offered = fresh.words
  FROM (SELECT id, offered_words(id) AS words FROM unnest(changed) AS id OFFSET 0) AS fresh
  WHERE structure_id = id AND offered IS DISTINCT FROM fresh.words;
END
$$;

-- Only what changes words or openness: settings of services are changed far more often, and lock no entity.
CREATE FUNCTION note_services_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM note_offered(ARRAY(SELECT DISTINCT structure_id FROM written WHERE active));
  RETURN NULL;
END
$$;
CREATE FUNCTION note_services_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM note_offered(ARRAY(
    SELECT structure_id FROM (
      (SELECT structure_id, active, words, num_nonnulls(valid_from, valid_until) FROM gone
        EXCEPT ALL SELECT structure_id, active, words, num_nonnulls(valid_from, valid_until) FROM written)
      UNION ALL
      (SELECT structure_id, active, words, num_nonnulls(valid_from, valid_until) FROM written
        EXCEPT ALL SELECT structure_id, active, words, num_nonnulls(valid_from, valid_until) FROM gone)
    ) AS differing
    GROUP BY structure_id
  ));
  RETURN NULL;
END
$$;
CREATE FUNCTION note_services_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM note_offered(ARRAY(SELECT DISTINCT structure_id FROM gone WHERE active));
  RETURN NULL;
END
$$;

CREATE TRIGGER service_offers_inserted AFTER INSERT ON service
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION note_services_written();
CREATE TRIGGER service_offers_updated AFTER UPDATE ON service
  REFERENCING OLD TABLE AS gone NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION note_services_changed();
CREATE TRIGGER service_offers_deleted AFTER DELETE ON service
  REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION note_services_gone();

SELECT note_offered(ARRAY(SELECT DISTINCT structure_id FROM service));

-- The services that ask for more or less than their entity, for the sentence in a list of entities.
CREATE INDEX service_differing ON service (structure_id, engagement_number_required)
  WHERE active AND engagement_number_required IS NOT NULL;

-- What a supplier has invoiced to an entity, last first: the best advice on a service code there is.
CREATE INDEX invoice_between ON invoice (recipient_id, supplier_id, deposited_at DESC);

-- The whole directory as a file, once a day, with what has changed since the edition before. The files lie in the
-- document store under their SHA-256.
CREATE TABLE directory_edition (
  day date PRIMARY KEY,
  made_at timestamptz NOT NULL,
  entities integer NOT NULL,
  services integer NOT NULL,
  added integer NOT NULL,
  changed integer NOT NULL,
  closed integer NOT NULL,
  -- The edition that the differences are told from; null for the first.
  since date,
  -- name → { sha256, bytes }
  files jsonb NOT NULL
);

-- What an edition said of each entity, as a hash: the next one tells what has changed by comparing. While an edition is
-- being made, `before` keeps what the last finished one said, so that a run cut short is simply run again.
CREATE TABLE directory_published (
  structure_id uuid PRIMARY KEY,
  day date NOT NULL,
  hash text NOT NULL,
  open boolean NOT NULL,
  before_hash text,
  before_open boolean
);
