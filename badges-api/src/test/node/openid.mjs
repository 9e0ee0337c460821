// Plays a wallet that speaks OpenID4VCI 1.0, or an earlier draft, with a client of others.
//   node openid.mjs OFFER [TX_CODE [DRAFT]]   takes what the offer brings, tells so, and prints it; DRAFT is 13 or 15
import * as crypto from 'node:crypto';
import { Openid4vciClient, setGlobalConfig } from '@openid4vc/openid4vci';

// The server of the test is on this machine.
setGlobalConfig({ allowInsecureUrls: true });

const [offer, txCode, draft] = process.argv.slice(2);
const { privateKey, publicKey } = crypto.generateKeyPairSync('ec', { namedCurve: 'P-256' });
const publicJwk = publicKey.export({ format: 'jwk' });
const base64url = value => Buffer.from(JSON.stringify(value)).toString('base64url');

function hash(data, algorithm) {
    return new Uint8Array(crypto.createHash(algorithm.replace('-', '')).update(data).digest());
}

async function signJwt(signer, { header, payload }) {
    const input = `${base64url(header)}.${base64url(payload)}`;
    const key = { key: privateKey, dsaEncoding: 'ieee-p1363' };
    const signature = crypto.sign('sha256', Buffer.from(input), key).toString('base64url');
    return { jwt: `${input}.${signature}`, signerJwk: publicJwk };
}

async function local(address, options) {
    if (!['127.0.0.1', 'localhost'].includes(new URL(address).hostname)) {
        throw new Error('no network: ' + address);
    }
    return fetch(address, options);
}

const client = new Openid4vciClient({
    callbacks: {
        hash, signJwt, fetch: local,
        generateRandom: bytes => new Uint8Array(crypto.randomBytes(bytes)),
        clientAuthentication: () => {},
        verifyJwt: async () => { throw new Error('nothing to verify here'); },
        decryptJwe: async () => { throw new Error('nothing is encrypted'); },
        encryptJwe: async () => { throw new Error('nothing is encrypted'); },
    },
});
const credentialOffer = await client.resolveCredentialOffer(offer);
const issuerMetadata = await client.resolveIssuerMetadata(credentialOffer.credential_issuer);
const version = issuerMetadata.originalDraftVersion;
if (draft) {
    // The client calls the shapes of drafts 12 to 14 by one name, and chooses by the metadata alone.
    issuerMetadata.originalDraftVersion = draft === '13' ? 'Draft14' : 'Draft15';
}
const { accessTokenResponse } = await client.retrievePreAuthorizedCodeAccessTokenFromOffer({
    credentialOffer, issuerMetadata, txCode,
});
const { c_nonce: nonce } = draft === '13' ? accessTokenResponse : await client.requestNonce({ issuerMetadata });
const [credentialConfigurationId] = credentialOffer.credential_configuration_ids;
const { jwt } = await client.createCredentialRequestJwtProof({
    issuerMetadata, credentialConfigurationId, nonce,
    signer: { method: 'jwk', alg: 'ES256', publicJwk },
});
const accessToken = accessTokenResponse.access_token;
const { credentialResponse } = await client.retrieveCredentials({
    issuerMetadata, accessToken, credentialConfigurationId,
    ...(draft ? { proof: { proof_type: 'jwt', jwt } } : { proofs: { jwt: [jwt] } }),
});
await client.sendNotification({
    issuerMetadata, accessToken,
    notification: { notificationId: credentialResponse.notification_id, event: 'credential_accepted' },
});
console.log(JSON.stringify({
    credential: credentialResponse.credential ?? credentialResponse.credentials[0].credential,
    one: 'credential' in credentialResponse, version, publicJwk,
}));
