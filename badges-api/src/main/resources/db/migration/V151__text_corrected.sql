-- A mistake in the text of a badge that was awarded: what is in force is signed again in a later version, as a successor. The award
-- has the version that was accepted, for good; a credential has the one that it is signed in, which is its award's where it has none.
ALTER TABLE credential
    ADD COLUMN achievement_version_id uuid,
    ADD CONSTRAINT credential_achievement_version_id_fkey
        FOREIGN KEY (achievement_version_id, organisation_id) REFERENCES achievement_version (id, organisation_id)
        ON DELETE RESTRICT,
    DROP CONSTRAINT credential_public_reason_check,
    ADD CONSTRAINT credential_public_reason_check CHECK (public_reason IN
        ('WRONG_PERSON', 'WRONG_CONTENT', 'CRITERIA_NOT_MET', 'HOLDER_REQUEST', 'HOLDER_WITHDREW', 'NAME_CORRECTED',
         'TEXT_CORRECTED', 'RESUMED', 'RENEWED', 'PAUSED_TO_CHECK', 'PAUSED_FOR_TEXT', 'PAUSED_ON_REQUEST'));
CREATE INDEX credential_achievement_version_id ON credential (achievement_version_id)
    WHERE achievement_version_id IS NOT NULL;
