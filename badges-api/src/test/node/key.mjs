// node key.mjs did: a fresh Ed25519 key, as its did:key.
import { Ed25519VerificationKey2020 } from '@digitalcredentials/ed25519-verification-key-2020';

if (process.argv[2] !== 'did') {
    throw new Error('unknown command');
}
const key = await Ed25519VerificationKey2020.generate();
console.log(JSON.stringify({ did: `did:key:${key.fingerprint()}` }));
