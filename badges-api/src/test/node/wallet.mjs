// Plays Learner Credential Wallet with the packages that it is built on.
//   node wallet.mjs interaction ADDRESS SEED       asks, signs and takes, from the address in the QR code
//   node wallet.mjs link LINK SEED                 the same for a link, in one request
//   node wallet.mjs sign SEED CHALLENGE [DOMAIN]   a presentation alone
//   node wallet.mjs sign-as SEED CHALLENGE DOMAIN JSON   the same with {created, expires, purpose, holder} of another choice
//   node wallet.mjs verify CREDENTIAL              verifies a credential: proof, issuer, status
import * as vc from '@digitalcredentials/vc';
import { Ed25519VerificationKey2020 } from '@digitalcredentials/ed25519-verification-key-2020';
import { Ed25519Signature2020 } from '@digitalcredentials/ed25519-signature-2020';
import jsigs from '@digitalcredentials/jsonld-signatures';
import { createHash } from 'node:crypto';
import { documentLoader } from './documents.mjs';
import { verify } from './verify.mjs';

const { purposes: { AuthenticationProofPurpose } } = jsigs;

async function keyOf(seed) {
    const key = await Ed25519VerificationKey2020.generate({ seed: createHash('sha256').update(seed).digest() });
    key.controller = `did:key:${key.fingerprint()}`;
    key.id = `${key.controller}#${key.fingerprint()}`;
    return key;
}

async function sign(seed, challenge, domain) {
    const key = await keyOf(seed);
    const presentation = vc.createPresentation({ holder: key.controller, version: 1.0 });
    return vc.signPresentation({
        presentation, challenge, domain, documentLoader, suite: new Ed25519Signature2020({ key }),
    });
}

async function signAs(seed, challenge, domain, json) {
    const { created, expires, purpose, holder } = JSON.parse(json);
    const key = await keyOf(seed);
    const presentation = vc.createPresentation({ holder: holder ?? key.controller, version: 1.0 });
    const suite = new Ed25519Signature2020({ key, date: created });
    if (expires) {
        suite.proof = { expires };
    }
    return vc.signPresentation({
        presentation, documentLoader, suite,
        purpose: new AuthenticationProofPurpose({ term: purpose ?? 'authentication', challenge, domain }),
    });
}

async function post(address, body) {
    const answer = await fetch(address, {
        method: 'POST', body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    });
    if (!answer.ok) {
        throw new Error(`${address} answers ${answer.status}: ${await answer.text()}`);
    }
    return answer.json();
}

async function interaction(address, seed) {
    const { protocols } = await (await fetch(address, { headers: { Accept: 'application/json' } })).json();
    const { verifiablePresentationRequest: wanted } = await post(protocols.vcapi, {});
    if (wanted.query[0].type !== 'DIDAuthentication' || !wanted.challenge || !wanted.domain) {
        throw new Error('nothing that this wallet can prove');
    }
    const verifiablePresentation = await sign(seed, wanted.challenge, wanted.domain);
    return post(protocols.vcapi, { verifiablePresentation });
}

async function link(deepLink, seed) {
    const asked = new URL(deepLink).searchParams;
    return post(asked.get('vc_request_url'), await sign(seed, asked.get('challenge')));
}

const [command, ...given] = process.argv.slice(2);
const commands = {
    did: async seed => ({ did: (await keyOf(seed)).controller }),
    interaction, link, sign, 'sign-as': signAs, verify: text => verify(JSON.parse(text)),
};
if (!commands[command]) {
    throw new Error('unknown command');
}
console.log(JSON.stringify(await commands[command](...given)));
