-- What is signed, one row a credential, apart from what lists read: the exact payload while it is PREPARED, the two signed
-- texts exactly as released after. A VOIDED credential has no row here. Erasing a badge's words is deleting this row.
CREATE TABLE credential_document (
    credential_id   uuid PRIMARY KEY,
    organisation_id uuid NOT NULL,
    holder_id       uuid NOT NULL,
    payload         text,
    document        text,
    jwt             text,
    CHECK ((payload IS NULL) = (document IS NOT NULL)),
    CHECK ((document IS NULL) = (jwt IS NULL)),
    -- The words go with the credential.
    CONSTRAINT credential_document_credential_id_fkey
        FOREIGN KEY (credential_id, organisation_id, holder_id) REFERENCES credential (id, organisation_id, holder_id)
        ON DELETE CASCADE
);

INSERT INTO credential_document (credential_id, organisation_id, holder_id, payload, document, jwt)
SELECT id, organisation_id, holder_id, payload, document, jwt FROM credential WHERE state <> 'VOIDED';

-- With the columns go the CHECKs that name them.
ALTER TABLE credential DROP COLUMN payload, DROP COLUMN document, DROP COLUMN jwt;
ALTER TABLE credential ADD CONSTRAINT credential_issued_at CHECK ((state IN ('ISSUED', 'REVOKED')) = (issued_at IS NOT NULL));

ALTER TABLE credential_document ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON credential_document
    USING (organisation_id = (SELECT app_organisation()) OR holder_id = (SELECT app_holder()));
GRANT SELECT, INSERT, UPDATE, DELETE ON credential_document TO badges_app;
