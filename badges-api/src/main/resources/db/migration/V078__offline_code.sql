-- A code on paper that is read without a network: one more kind of copy, without the key of a wallet.
ALTER TABLE credential
    DROP CONSTRAINT credential_wallet_check,
    ADD CONSTRAINT credential_wallet_check CHECK (wallet IN ('LEARNER_CREDENTIAL_WALLET', 'WALT_ID', 'PARADYM', 'OFFLINE_CODE')),
    ADD CONSTRAINT credential_offline_code CHECK (wallet <> 'OFFLINE_CODE' OR (wallet_key IS NULL AND valid_until IS NOT NULL));
CREATE INDEX credential_offline_code_of_list ON credential (status_list_id) WHERE wallet = 'OFFLINE_CODE';

-- Signed lists that a code on paper points at, in the version of the list.
CREATE FUNCTION offline_status_tokens() RETURNS TABLE (token text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT s.token FROM status_list s
    WHERE s.token_version = s.version
      AND EXISTS (SELECT 1 FROM credential c WHERE c.status_list_id = s.id AND c.wallet = 'OFFLINE_CODE')
    ORDER BY s.id
$$;
REVOKE ALL ON FUNCTION offline_status_tokens() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION offline_status_tokens() TO badges_app;
