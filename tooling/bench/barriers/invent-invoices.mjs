/** Invented invoices, half of them one entity's, told apart by their number. */

export const INVOICES = 200_000;

/** Structures 1 to 50 are public entities, the others suppliers. */
export const structure = (number) => `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

const structures = `
  INSERT INTO structure (structure_id, side, identifier_type, identifier, siret, name, active, kind, town, plain_name, plain_town)
  SELECT ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, CASE WHEN n <= 50 THEN 'publicEntity' ELSE 'supplier' END,
    'SIRET', lpad((n * 1000)::text, 14, '0'), lpad((n * 1000)::text, 14, '0'), 'Structure ' || n, true,
    CASE WHEN n <= 50 THEN 'state' ELSE 'privateCompany' END, 'Valmont', 'structure ' || n, 'valmont'
  FROM generate_series(1, 550) AS n`;

const invoices = `
  INSERT INTO invoice (recipient_id, invoice_id, supplier_id, supplier_name, recipient_name, number, issue_date, type_code,
    currency, tax_exclusive, tax_inclusive, due, service_code, engagement_number, syntax, channel, deposited_at, warnings,
    content, status, sequence, last_event_hash, status_since, made_available_at, payment_due_date)
  SELECT ('00000000-0000-7000-8000-' || lpad(to_hex(CASE WHEN n % 2 = 0 THEN 1 ELSE 2 + n % 49 END), 12, '0'))::uuid,
    gen_random_uuid(), ('00000000-0000-7000-8000-' || lpad(to_hex(51 + n % 500), 12, '0'))::uuid,
    'Fournisseur ' || n % 500, 'Entité', 'F-' || n, date '2025-01-01' + n % 600, '380', 'EUR', n, n * 1.2, n * 1.2,
    'S' || n % 20, 'E-' || n, 'ubl-invoice', 'api', timestamptz '2025-01-01' + n * interval '3 minutes', '[]',
    jsonb_build_object('number', 'F-' || n), (ARRAY['deposited', 'madeAvailable', 'suspended', 'paid'])[1 + n % 4], 4, 'h',
    now(), now(), date '2025-02-01' + n % 600
  FROM generate_series(1, $1::integer) AS n`;

const events = `
  INSERT INTO life_cycle_event (recipient_id, invoice_id, sequence, action, to_status, moves, actor_kind, actor_name,
    occurred_at, recorded_at, document_ids, previous_hash, hash)
  SELECT recipient_id, invoice_id, place, 'deposit', 'deposited', true, 'supplier', 'Paule', now(), now(), '{}', 'a', 'b'
  FROM invoice, generate_series(1, 4) AS place`;

export const inventInvoices = async (client) => {
  await client.query(structures);
  await client.query(invoices, [INVOICES]);
  await client.query(events);
  await client.query('VACUUM ANALYZE');
};
