-- An award may be signed in several editions (another choice of name, another form), each with a status index of its own.
-- Of each edition one credential stands; one that our verifier refused is VOIDED and leaves its place.
ALTER TABLE credential ADD COLUMN edition smallint NOT NULL DEFAULT 1 CHECK (edition > 0);

-- A successor was signed after what it supersedes.
UPDATE credential SET edition = numbered.edition
FROM (SELECT id, row_number() OVER (PARTITION BY award_id ORDER BY created_at, id) AS edition
      FROM credential WHERE state <> 'VOIDED') numbered
WHERE numbered.id = credential.id AND numbered.edition > 1;

DROP INDEX credential_first_of_award;
CREATE UNIQUE INDEX credential_edition_of_award ON credential (award_id, edition) WHERE state <> 'VOIDED';
