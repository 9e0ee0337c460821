// Documents by address: the contexts that this project bundles, DID documents and status lists of a service on this machine.
import { readFileSync } from 'node:fs';
import { Ed25519VerificationKey2020 } from '@digitalcredentials/ed25519-verification-key-2020';

const CONTEXTS = new URL('../../../schemas/src/main/resources/fr/badgesiae/schemas/contexts/', import.meta.url);
const FILES = {
    'https://www.w3.org/2018/credentials/v1': 'w3c/credentials-1.jsonld',
    'https://www.w3.org/ns/credentials/v2': 'w3c/credentials-2.jsonld',
    'https://www.w3.org/ns/did/v1': 'w3c/did-1.jsonld',
    'https://w3id.org/security/suites/ed25519-2020/v1': 'w3c/ed25519-2020-1.jsonld',
    'https://w3id.org/security/data-integrity/v2': 'w3c/data-integrity-2.jsonld',
    'https://w3id.org/security/multikey/v1': 'w3c/multikey-1.jsonld',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json': 'openbadges/3.0.3.jsonld',
    'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json': 'openbadges/3.0-extensions.jsonld',
};

export async function documentLoader(url) {
    const document = FILES[url]
        ? JSON.parse(readFileSync(new URL(FILES[url], CONTEXTS)))
        : url.startsWith('did:key:') ? didKey(url) : url.startsWith('did:web:') ? await didWeb(url) : await get(url);
    return { contextUrl: null, documentUrl: url, document };
}

async function get(url) {
    if (!['127.0.0.1', 'localhost'].includes(new URL(url).hostname)) {
        throw new Error('no network: ' + url);
    }
    const answer = await fetch(url, { headers: { Accept: 'application/json' } });
    if (!answer.ok) {
        throw new Error(`${url} answers ${answer.status}`);
    }
    return answer.json();
}

async function didWeb(url) {
    const [did, fragment] = url.split('#');
    const [host, ...path] = did.slice('did:web:'.length).split(':').map(decodeURIComponent);
    const document = await get(`http://${host}/${path.length ? path.join('/') : '.well-known'}/did.json`);
    if (!fragment) {
        return document;
    }
    const method = document.verificationMethod.find(each => each.id === url);
    return { '@context': 'https://w3id.org/security/multikey/v1', ...method };
}

async function didKey(url) {
    const [did] = url.split('#');
    const fingerprint = did.slice('did:key:'.length);
    const key = Ed25519VerificationKey2020.fromFingerprint({ fingerprint });
    key.id = `${did}#${fingerprint}`;
    key.controller = did;
    const method = await key.export({ publicKey: true, includeContext: true });
    return url.includes('#') ? method : {
        '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/suites/ed25519-2020/v1'],
        id: did, verificationMethod: [method], authentication: [method.id], assertionMethod: [method.id],
    };
}
