// node sd-jwt-vc.mjs SD-JWT-VC: what a verifier reads that knows nothing but the address in it.
import { readSdJwtVc } from './read-sd-jwt-vc.mjs';

console.log(JSON.stringify(await readSdJwtVc(process.argv[2])));
