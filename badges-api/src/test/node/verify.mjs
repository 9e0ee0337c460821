// Verifies a badge with an embedded proof as others do: proof, issuer, then its status list, whose own proof is verified too.
import * as verifier from '@digitalbazaar/vc';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';
import { documentLoader } from './documents.mjs';

const suite = new DataIntegrityProof({ cryptosuite });

/** The answer of the package for status lists about a credential, however that is secured. */
export function status(credential) {
    return checkStatus({ credential, suite, documentLoader, verifyBitstringStatusListCredential: true });
}

export async function verify(credential) {
    const result = await verifier.verifyCredential({
        credential, suite, documentLoader, checkStatus: () => status(credential),
    });
    const proven = result.results?.every(each => each.verified) ?? false;
    const revoked = result.statusResult?.results?.some(each => each.status === true) ?? null;
    return { verified: result.verified, proven, revoked, error: String(result.error ?? '') };
}
