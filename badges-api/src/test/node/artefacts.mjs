// node artefacts.mjs FOLDER: what others say of every file there that artefacts.json names. Prints a list of words for each,
// one for each badge in the file: VALID, NOT_VALID, REVOKED or NOTHING, where there is no badge.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { inflateRawSync } from 'node:zlib';
import { getListFromStatusListJWT } from '@sd-jwt/jwt-status-list';
import { DOMParser } from '@xmldom/xmldom';
import { calculateJwkThumbprint, compactVerify, importJWK, importSPKI } from 'jose';
import extractChunks from 'png-chunks-extract';
import { readSdJwtVc } from './read-sd-jwt-vc.mjs';
import { documentLoader } from './documents.mjs';
import { status, verify } from './verify.mjs';

// Packages that write what they miss must not write it into the answer.
console.log = console.error;

const folder = process.argv[2];
const text = bytes => Buffer.from(bytes).toString('utf8');
const part = (token, place) => JSON.parse(Buffer.from(token.split('.')[place], 'base64url'));

async function ask(address, accept) {
    if (!['127.0.0.1', 'localhost'].includes(new URL(address).hostname)) {
        throw new Error('no network: ' + address);
    }
    return fetch(address, { headers: { Accept: accept } });
}

async function json(address) {
    const answer = await ask(address, 'application/json');
    if (!answer.ok) {
        throw new Error(`${address} answers ${answer.status}`);
    }
    return answer.json();
}

/** A signature that does not fit is an answer; a package that fails otherwise is a defect of this script. */
async function signed(check) {
    try {
        return await check();
    } catch (refusal) {
        if (refusal.code !== 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED') {
            throw refusal;
        }
        return null;
    }
}

const word = (proven, revoked) => !proven ? 'NOT_VALID' : revoked ? 'REVOKED' : 'VALID';

async function document(credential) {
    const { proven, revoked, error } = await verify(credential);
    if (proven && revoked === null) {
        throw new Error('no status was read: ' + error);
    }
    return word(proven, revoked);
}

async function jwt(token) {
    const { kid, alg } = part(token, 0);
    const did = (await documentLoader(kid.split('#')[0])).document;
    const method = did.verificationMethod.find(each => each.id === kid);
    if (!did.assertionMethod.includes(kid)) {
        throw new Error(kid + ' asserts nothing');
    }
    const key = await importJWK(method.publicKeyJwk, alg);
    const read = await signed(() => compactVerify(token, key));
    if (read === null) {
        return 'NOT_VALID';
    }
    const credential = JSON.parse(text(read.payload));
    if (credential.issuer.id !== did.id || credential.iss !== did.id) {
        throw new Error('of another issuer');
    }
    return word(true, (await status(credential)).results.some(each => each.status === true));
}

/** Open Badges 2.0, hosted: the document at the address decides. */
async function hosted(assertion) {
    const answer = await ask(assertion.id, 'application/json');
    const there = await answer.json();
    if (answer.status === 410) {
        return word(there.revoked === true && there.id === assertion.id, true);
    }
    await chain(there);
    return word(answer.ok && isDeepStrictEqual(there, assertion), false);
}

/** The issuer of an assertion, each document from its own address. */
async function chain(assertion) {
    const badge = await json(assertion.badge);
    const issuer = await json(badge.issuer);
    if (badge.type !== 'BadgeClass' || issuer.id !== badge.issuer || assertion.type !== 'Assertion') {
        throw new Error('documents of other types or at other addresses');
    }
    return issuer;
}

/** Open Badges 2.0, signed: by a key that the issuer names, and not in the issuer's list. */
async function jws(token) {
    const assertion = part(token, 1);
    const creator = await json(assertion.verification.creator);
    const key = await importSPKI(creator.publicKeyPem, 'RS256');
    if (await signed(() => compactVerify(token, key)) === null) {
        return 'NOT_VALID';
    }
    const issuer = await chain(assertion);
    if (creator.owner !== issuer.id || !issuer.publicKey.includes(creator.id)) {
        throw new Error('the key of another issuer');
    }
    const list = await json(issuer.revocationList);
    return word(true, list.revokedAssertions.some(each => each.id === assertion.id));
}

/** Keys and lists that a reader of codes keeps. */
async function code(address) {
    const digits = address.split('/o#')[1];
    const token = digits.replace(/../g, pair => String.fromCharCode(45 + Number(pair)));
    const { kid, zip, typ, alg } = part(token, 0);
    if (zip !== 'DEF' || typ !== 'badge-code+jwt' || alg !== 'ES256') {
        throw new Error('not the header of a code');
    }
    const claims = bytes => JSON.parse(inflateRawSync(bytes, { maxOutputLength: 4096 }));
    const { issuers, lists } = await json(new URL('/scan/known.json', address).href);
    let said;
    try {
        said = claims(Buffer.from(token.split('.')[1], 'base64url'));
    } catch {
        return 'NOT_VALID';
    }
    const issuer = issuers.find(each => each.iss === said.iss);
    const key = issuer?.keys.find(each => each.kid === kid);
    if (!key) {
        return 'NOT_VALID';
    }
    const read = await signed(async () => compactVerify(token, await importKey(key)));
    if (read === null) {
        return 'NOT_VALID';
    }
    const { uri, idx } = claims(read.payload).status.status_list;
    const list = lists.find(each => part(each, 1).sub === uri);
    await compactVerify(list, await importKey(issuer.keys.find(each => each.kid === part(list, 0).kid)));
    return word(true, getListFromStatusListJWT(list).getStatus(idx) === 1);
}

/** A key whose name is its thumbprint. */
async function importKey({ kid, x, y }) {
    const jwk = { kty: 'EC', crv: 'P-256', x, y };
    if (await calculateJwkThumbprint(jwk) !== kid) {
        throw new Error('not the key of its name');
    }
    return importJWK(jwk, 'ES256');
}

async function sdJwt(token) {
    const { verdict } = await readSdJwtVc(token);
    return word(verdict === 'VALID' || /status/i.test(verdict), /status/i.test(verdict));
}

/** What a badge is by its first character, and by the model that it names. */
async function badge(content) {
    if (content.startsWith('ey')) {
        return content.includes('~') ? sdJwt(content) : part(content, 0).kid ? jwt(content) : jws(content);
    }
    const read = JSON.parse(content);
    return read['@context'] === 'https://w3id.org/openbadges/v2' ? hosted(read) : document(read);
}

/** The texts of a PNG under the keywords of both versions; the package checks each chunk. */
function png(bytes) {
    return extractChunks(bytes).filter(each => each.name === 'iTXt').map(each => Buffer.from(each.data))
        .filter(data => /^openbadge(s|credential)\0/.test(data.toString('latin1')))
        .map(data => {
            let at = data.indexOf(0) + 1;
            if (data[at] !== 0) {
                throw new Error('compressed');
            }
            at = data.indexOf(0, data.indexOf(0, at + 2) + 1) + 1;
            return text(data.subarray(at));
        });
}

function svg(bytes) {
    const read = new DOMParser().parseFromString(text(bytes), 'image/svg+xml');
    const found = [
        ...Array.from(read.getElementsByTagNameNS('https://purl.imsglobal.org/ob/v3p0', 'credential')),
        ...Array.from(read.getElementsByTagNameNS('http://openbadges.org', 'assertion')),
    ];
    return found.map(each => each.getAttribute('verify') || each.textContent.trim());
}

async function pdf(bytes) {
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const read = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
    const files = await read.getAttachments();
    return Object.keys(files).sort().map(name => text(files[name].content));
}

async function address(at) {
    const answer = await ask(at, 'application/vc');
    return answer.ok ? badge(await answer.text()) : 'NOTHING';
}

/** The text of a picture of a code, by zbar. */
function scanned(file) {
    return execFileSync('zbarimg', ['--raw', '--quiet', file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
}

async function qr(file) {
    const found = scanned(file);
    return found.includes('/o#') ? code(found) : address(found);
}

const readers = {
    text: async file => [await badge(readFileSync(file, 'utf8').trim())],
    png: file => Promise.all(png(readFileSync(file)).map(badge)),
    svg: file => Promise.all(svg(readFileSync(file)).map(badge)),
    pdf: async file => Promise.all((await pdf(readFileSync(file))).map(badge)),
    address: async file => [await address(readFileSync(file, 'utf8').trim())],
    qr: async file => [await qr(file)],
};
const said = {};
for (const { file, reader } of JSON.parse(readFileSync(`${folder}/artefacts.json`, 'utf8'))) {
    try {
        said[file] = await readers[reader](`${folder}/${file}`);
    } catch (defect) {
        said[file] = ['DEFECT: ' + (defect.stack ?? defect)];
    }
}
process.stdout.write(JSON.stringify(said) + '\n');
process.exit(0);
