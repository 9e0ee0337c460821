-- Wallets that read VC-JWT in the form of VC 1.1, or badges with an embedded proof.
ALTER TABLE credential
    DROP CONSTRAINT credential_wallet_check,
    ADD CONSTRAINT credential_wallet_check
        CHECK (wallet IN ('LEARNER_CREDENTIAL_WALLET', 'WALT_ID', 'PARADYM', 'TALAO', 'OTHER', 'OFFLINE_CODE'));
ALTER TABLE openid_offer
    DROP CONSTRAINT openid_offer_wallet_check,
    ADD CONSTRAINT openid_offer_wallet_check CHECK (wallet IN ('WALT_ID', 'PARADYM', 'TALAO', 'OTHER'));
