// Reads an SD-JWT VC as a verifier does that knows nothing but the address in it: keys, type and status are fetched.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { SDJwtVcInstance, TypeMetadataFormatSchema } from '@sd-jwt/sd-jwt-vc';

const decode = part => JSON.parse(Buffer.from(part, 'base64url'));

async function get(address) {
    const answer = await fetch(address);
    if (!answer.ok || !['127.0.0.1', 'localhost'].includes(new URL(address).hostname)) {
        throw new Error(`${address} answers ${answer.status}`);
    }
    return answer;
}

export async function readSdJwtVc(text) {
    const claims = decode(text.split('.')[1]);
    const issuer = new URL(claims.iss);
    const keys = await (await get(`${issuer.origin}/.well-known/jwt-vc-issuer${issuer.pathname}`)).json();
    if (keys.issuer !== claims.iss) {
        throw new Error('the keys are those of another issuer');
    }

    function verifier(token) {
        const { kid, alg } = decode(token.split('.')[0]);
        const jwk = keys.jwks.keys.find(each => each.kid === kid && each.alg === alg);
        const key = { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' };
        return (data, signature) => verify('sha256', Buffer.from(data), key, Buffer.from(signature, 'base64url'));
    }

    const type = Buffer.from(await (await get(claims.vct)).arrayBuffer());
    const integrity = 'sha256-' + createHash('sha256').update(type).digest('base64');
    const metadata = TypeMetadataFormatSchema.parse(JSON.parse(type));

    const instance = new SDJwtVcInstance({
        hasher: (data, algorithm) => createHash(algorithm.replace('-', '')).update(data).digest(),
        verifier: verifier(text.split('~')[0]),
        statusVerifier: (data, signature) => verifier(data)(data, signature),
        statusListFetcher: async address => {
            const answer = await get(address);
            if (answer.headers.get('content-type') !== 'application/statuslist+jwt') {
                throw new Error('not a status list');
            }
            return answer.text();
        },
    });
    let verdict = 'VALID';
    let payload = null;
    try {
        payload = (await instance.verify(text)).payload;
    } catch (refusal) {
        verdict = refusal.message;
    }
    return { verdict, payload, type: metadata.vct, integrity: integrity === claims['vct#integrity'] };
}
