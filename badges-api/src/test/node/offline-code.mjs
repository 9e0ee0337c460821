// Reads the code of a badge with the JOSE library of others: node offline-code.mjs DIGITS JWK
import {inflateRawSync} from "node:zlib";
import {compactVerify, importJWK} from "jose";

const [digits, jwk] = process.argv.slice(2);
const jws = digits.replace(/../g, (two) => String.fromCharCode(45 + Number(two)));
const {payload, protectedHeader} = await compactVerify(jws, await importJWK(JSON.parse(jwk), "ES256"));
const claims = JSON.parse(inflateRawSync(payload, {maxOutputLength: 4096}).toString("utf8"));
process.stdout.write(JSON.stringify({header: protectedHeader, claims}));
