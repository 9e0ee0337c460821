-- Generated rows for the growth bench. :awards is replaced before the script runs: that many awards, each with an accepted
-- offer and a credential. A fifth as many other offers, in all states; a tenth as many people; one organisation for 500
-- awards. A superuser runs it with session_replication_role = replica: foreign keys are not checked, the ids match by design.

CREATE FUNCTION pg_temp.id(p_kind text, p_number bigint) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
    $$ SELECT md5(p_kind || p_number)::uuid $$;
CREATE FUNCTION pg_temp.hash(p_kind text, p_number bigint) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
    $$ SELECT sha256(convert_to(p_kind || p_number, 'UTF8')) $$;
CREATE FUNCTION pg_temp.minute(p_number bigint) RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
    $$ SELECT timestamptz '2025-01-01 08:00:00Z' + p_number * interval '1 minute' $$;

-- Organisation 0 is the network of all others.
INSERT INTO organisation (id, kind, siret, legal_name, public_name, created_at, updated_at)
SELECT pg_temp.id('organisation', o), CASE WHEN o = 0 THEN 'NETWORK' ELSE 'ACI' END,
       CASE WHEN o > 0 THEN lpad((80000000000000 + o)::text, 14, '0') END,
       (ARRAY['Œuvre de l’Été', 'Régie du Port', 'Atelier Élan', 'La Ruche'])[1 + o % 4] || ' ' || o, 'Structure ' || o,
       pg_temp.minute(o), pg_temp.minute(o)
FROM generate_series(0, :organisations) o;
INSERT INTO account (id, login, display_name, password_hash, password_set_at, created_at)
SELECT pg_temp.id('account', a), 'invente-' || a, 'Membre ' || a, '-', pg_temp.minute(a), pg_temp.minute(a)
FROM generate_series(0, 3 * :organisations + 2) a;
INSERT INTO membership (id, organisation_id, account_id, role, created_at)
SELECT pg_temp.id('membership', a), pg_temp.id('organisation', a / 3), pg_temp.id('account', a),
       CASE WHEN a < 3 THEN 'NETWORK_ADMIN' WHEN a % 3 = 0 THEN 'ORG_ADMIN' ELSE 'COUNSELLOR' END, pg_temp.minute(a)
FROM generate_series(0, 3 * :organisations + 2) a;
INSERT INTO network_membership (id, network_id, organisation_id, created_at, vetted_by, state, vetted_on)
SELECT pg_temp.id('vetting', o), pg_temp.id('organisation', 0), pg_temp.id('organisation', o), pg_temp.minute(o),
       pg_temp.id('account', 0), 'ACTIVE', date '2025-01-01'
FROM generate_series(1, :organisations) o;
INSERT INTO invitation (id, organisation_id, kind, role, token_hash, label, created_by, created_at, ends_at)
SELECT pg_temp.id('invitation', i), pg_temp.id('organisation', i / 5), 'JOIN', 'COUNSELLOR', pg_temp.hash('invitation', i),
       'Pour ' || i, pg_temp.id('account', 3 * (i / 5)), pg_temp.minute(i), pg_temp.minute(i + 5000000)
FROM generate_series(0, 5 * :organisations + 4) i;
INSERT INTO signing_key (id, organisation_id, algorithm, version, public_jwk, multikey, state, not_before, created_at)
SELECT pg_temp.id('key', 2 * o + v), pg_temp.id('organisation', o), CASE v WHEN 0 THEN 'ED25519' ELSE 'ES256' END, 1, '{}',
       'z' || o || v, 'ACTIVE', pg_temp.minute(o), pg_temp.minute(o)
FROM generate_series(0, :organisations) o, generate_series(0, 1) v;
INSERT INTO signing_key_secret (id, organisation_id, version, sealed)
SELECT id, organisation_id, 1, '\x00' FROM signing_key;
INSERT INTO status_list (id, organisation_id, number, length, bits, version, document, valid_until, created_at)
SELECT pg_temp.id('list', o), pg_temp.id('organisation', o), 1, 131072, decode(repeat('00', 16384), 'hex'), 1, '{}',
       pg_temp.minute(5000000 + o), pg_temp.minute(o)
FROM generate_series(0, :organisations) o;
INSERT INTO status_counter (list_id, organisation_id, drawn, sealed_key)
SELECT pg_temp.id('list', o), pg_temp.id('organisation', o), 1000, '\x00' FROM generate_series(0, :organisations) o;

-- Ten badges an organisation; every second has two versions.
INSERT INTO achievement (id, organisation_id, state, content, created_at, updated_at)
SELECT pg_temp.id('achievement', a), pg_temp.id('organisation', a / 10), 'PUBLISHED',
       jsonb_build_object('name', (ARRAY['Accueillir', 'Œuvrer à l’étal', 'Peindre un mur'])[1 + a % 3] || ' ' || a),
       pg_temp.minute(a), pg_temp.minute(a)
FROM generate_series(0, 10 * :organisations + 9) a;
INSERT INTO achievement_version (id, achievement_id, organisation_id, version, content, image_type, image, created_at)
SELECT pg_temp.id('version', 2 * a + v), pg_temp.id('achievement', a), pg_temp.id('organisation', a / 10), v + 1,
       jsonb_build_object('name', 'Badge ' || a), 'image/png', '\x89', pg_temp.minute(a + v)
FROM generate_series(0, 10 * :organisations + 9) a, generate_series(0, 1) v WHERE v = 0 OR a % 2 = 0;

INSERT INTO holder (id, created_at, last_opened_at)
SELECT pg_temp.id('holder', w), pg_temp.minute(w), pg_temp.minute(w + 60) FROM generate_series(0, :people - 1) w;
INSERT INTO holder_access (id, holder_id, kind, code_lookup, pin_hash, state, created_at)
SELECT pg_temp.id('access', w), pg_temp.id('holder', w), 'CARD', pg_temp.hash('access', w), '-', 'ACTIVE', pg_temp.minute(w)
FROM generate_series(0, :people - 1) w;
INSERT INTO holder_visit (id, holder_id, created_at, how)
SELECT pg_temp.id('visit', w), pg_temp.id('holder', w / 3), pg_temp.minute(w), 'CARD' FROM generate_series(0, 3 * :people - 1) w;
INSERT INTO worker (id, organisation_id, first_name, last_name, subject_id, holder_id, last_activity_on, created_at, updated_at)
SELECT pg_temp.id('worker', w), pg_temp.id('organisation', 1 + w % :organisations),
       (ARRAY['Zoé', 'Amélie', 'Noël', 'Çelik', 'Œdipe'])[1 + w % 5], (ARRAY['Lefèvre', 'O’Brien', 'Müller'])[1 + w % 3] || ' ' || w,
       pg_temp.id('subject', w), pg_temp.id('holder', w), pg_temp.minute(w)::date, pg_temp.minute(w), pg_temp.minute(w)
FROM generate_series(0, :people - 1) w;
INSERT INTO pathway (id, organisation_id, worker_id, starts_on, created_at, updated_at)
SELECT pg_temp.id('pathway', w), pg_temp.id('organisation', 1 + w % :organisations), pg_temp.id('worker', w),
       date '2025-01-01', pg_temp.minute(w), pg_temp.minute(w)
FROM generate_series(0, :people - 1) w;

-- Offer i is made to worker i modulo the people, by their organisation. Those below :awards were accepted.
INSERT INTO offer (id, organisation_id, worker_id, achievement_version_id, narrative, evidence, state, dispute, offered_by,
                   created_at, offered_at, updated_at, ends_at, code_lookup, pin_hash, code_sealed, pin_sealed)
SELECT pg_temp.id('offer', i), pg_temp.id('organisation', o), pg_temp.id('worker', w), pg_temp.id('version', 20 * o + 2 * (i % 10)),
       'Fait bien ' || i, '', state, CASE WHEN state = 'DISPUTED' THEN 'TEXT' END, pg_temp.id('account', 3 * o),
       pg_temp.minute(i), pg_temp.minute(i), pg_temp.minute(i), pg_temp.minute(i + 5000000), pg_temp.hash('offer', i),
       CASE WHEN state = 'OFFERED' THEN '-' END, CASE WHEN state = 'OFFERED' THEN '\x00'::bytea END,
       CASE WHEN state = 'OFFERED' THEN '\x00'::bytea END
FROM (SELECT i, i % :people AS w, 1 + i % :people % :organisations AS o,
             CASE WHEN i < :awards THEN 'ACCEPTED'
                  ELSE (ARRAY['OFFERED', 'OFFERED', 'DECLINED', 'DISPUTED', 'CANCELLED', 'EXPIRED'])[1 + (i / 7) % 6] END AS state
      FROM generate_series(0, :awards + :awards / 5 - 1) i) drawn;
INSERT INTO award (id, organisation_id, offer_id, worker_id, holder_id, achievement_version_id, awarded_on, state, created_at)
SELECT pg_temp.id('award', i), pg_temp.id('organisation', o), pg_temp.id('offer', i), pg_temp.id('worker', w),
       pg_temp.id('holder', w), pg_temp.id('version', 20 * o + 2 * (i % 10)), date '2025-05-01', 'LIVE', pg_temp.minute(i)
FROM (SELECT i, i % :people AS w, 1 + i % :people % :organisations AS o FROM generate_series(0, :awards - 1) i) drawn;
-- One award more, of worker 7, whose credential is not prepared yet.
INSERT INTO award (id, organisation_id, offer_id, worker_id, holder_id, achievement_version_id, awarded_on, state, created_at)
SELECT pg_temp.id('unissued', 7), organisation_id, pg_temp.id('offer', :awards + 7), worker_id, holder_id,
       achievement_version_id, awarded_on, state, created_at
FROM award WHERE id = pg_temp.id('award', 7);
INSERT INTO credential (id, organisation_id, award_id, worker_id, holder_id, state, status_list_id, status_index,
                        achievement_name, image_url, displayed_name, name_choice, shows_evidence, valid_from, created_at,
                        issued_at, revoked_at, public_reason)
SELECT pg_temp.id('credential', i), pg_temp.id('organisation', o), pg_temp.id('award', i), pg_temp.id('worker', w),
       pg_temp.id('holder', w), CASE WHEN i % 50 = 0 THEN 'REVOKED' ELSE 'ISSUED' END, pg_temp.id('list', o),
       (i / :organisations)::integer, 'Badge ' || i % 10, '/image', 'Zoé L.', 'FIRST_AND_INITIAL', false, pg_temp.minute(i),
       pg_temp.minute(i), pg_temp.minute(i), CASE WHEN i % 50 = 0 THEN pg_temp.minute(i + 9) END,
       CASE WHEN i % 50 = 0 THEN 'WRONG_CONTENT' END
FROM (SELECT i, i % :people AS w, 1 + i % :people % :organisations AS o FROM generate_series(0, :awards - 1) i) drawn;
INSERT INTO credential_document (credential_id, organisation_id, holder_id, document, jwt)
SELECT id, organisation_id, holder_id, '{"signed": true}', 'a.b.c' FROM credential;
INSERT INTO acceptance (id, organisation_id, offer_id, holder_id, credential_id, how, name_choice, show_evidence, text_hash, created_at)
SELECT pg_temp.id('acceptance', i), pg_temp.id('organisation', 1 + i % :people % :organisations), pg_temp.id('offer', i),
       pg_temp.id('holder', i % :people), pg_temp.id('credential', i), 'SLIP', 'FIRST_AND_INITIAL', false, pg_temp.hash('text', i),
       pg_temp.minute(i)
FROM generate_series(0, :awards - 1) i;
INSERT INTO share_link (id, organisation_id, holder_id, credential_id, code_lookup, code_sealed, label, created_at, ends_at)
SELECT pg_temp.id('link', i), pg_temp.id('organisation', 1 + i % :people % :organisations), pg_temp.id('holder', i % :people),
       pg_temp.id('credential', i), pg_temp.hash('link', i), '\x00', 'Pour ' || i, pg_temp.minute(i), pg_temp.minute(i + 5000000)
FROM generate_series(0, :awards / 5 - 1) i;
-- Ten sessions an organisation: a busy morning.
INSERT INTO session (id, kind, token_hash, organisation_id, account_id, created_at, last_seen_at, idle_seconds, ends_at)
SELECT pg_temp.id('session', s), 'DESK', pg_temp.hash('session', s), pg_temp.id('organisation', s / 10),
       pg_temp.id('account', 3 * (s / 10)), pg_temp.minute(s), now(), 7200, now() + interval '10 hours'
FROM generate_series(0, 10 * :organisations + 9) s;
INSERT INTO audit_event (created_at, organisation_id, actor_kind, actor_id, code, subject_id)
SELECT pg_temp.minute(e), pg_temp.id('organisation', 1 + e % :organisations), 'ACCOUNT',
       pg_temp.id('account', 3 * (1 + e % :organisations)), 'OFFER_MADE', pg_temp.id('offer', e)
FROM generate_series(0, :awards - 1) e;
-- Twenty kept answers for each of ten visits an organisation; a file in ten was erased, with as many spaces.
INSERT INTO form_answer (id, visitor, kind, anonymous, content, created_at, ends_at)
SELECT pg_temp.hash('answer', f), pg_temp.hash('visit', f / 20), 'PAGE', false, '\x00', now(), now() + interval '30 minutes'
FROM generate_series(0, 200 * :organisations - 1) f;
INSERT INTO erasure (id, kind, reason, organisation_id, worker_id, created_at)
SELECT pg_temp.id('erasure', w), 'DESK_FILE', 'RETENTION', organisation_id, id, pg_temp.minute(w)
FROM (SELECT w, pg_temp.id('worker', w) AS id, pg_temp.id('organisation', 1 + w % :organisations) AS organisation_id
      FROM generate_series(0, :people - 1, 10) w) erased;
INSERT INTO erasure (id, kind, reason, holder_id, created_at)
SELECT pg_temp.id('erased-space', w), 'SPACE', 'RETENTION', pg_temp.id('holder', w), pg_temp.minute(w)
FROM generate_series(0, :people - 1, 10) w;
