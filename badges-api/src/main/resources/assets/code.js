// Judges the code of a badge with what is known: issuers with their keys, and status lists. Touches no page and no network.
const MOST_CLAIMS = 4096;
const MOST_LIST = 1 << 20;
const DAY = 86400000;
// A list of before is no longer told from none.
const MOST_AGE = 7 * DAY;
const SKEW = 300000;
// What is older than this is not of now, whoever hands it out.
const MOST_DELAY = 60000;

export class Unreadable extends Error {}

const fail = (why) => {
  throw new Unreadable(why);
};

const bytesOf = (text) => {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) fail("not base64url");
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
};

async function inflate(bytes, format, most) {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(format)).getReader();
  const parts = [];
  let length = 0;
  for (;;) {
    const {done, value} = await reader.read().catch(() => fail("does not inflate"));
    if (done) break;
    length += value.length;
    if (length > most) {
      reader.cancel().catch(() => {});
      fail("inflates to too much");
    }
    parts.push(value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

const json = (bytes) => {
  let value = null;
  try {
    value = JSON.parse(new TextDecoder("utf-8", {fatal: true}).decode(bytes));
  } catch {
    fail("not JSON");
  }
  return value !== null && typeof value === "object" ? value : fail("no JSON object");
};

const split = (jws) => {
  const parts = jws.split(".");
  if (parts.length !== 3) fail("not a compact JWS");
  return {
    header: json(bytesOf(parts[0])),
    payload: bytesOf(parts[1]),
    signature: bytesOf(parts[2]),
    input: new TextEncoder().encode(parts[0] + "." + parts[1]),
  };
};

const verifies = async (key, token) => crypto.subtle.verify(
  {name: "ECDSA", hash: "SHA-256"},
  await crypto.subtle.importKey("jwk", {kty: "EC", crv: "P-256", x: key.x, y: key.y}, {name: "ECDSA", namedCurve: "P-256"}, false, ["verify"]),
  token.signature,
  token.input);

const isText = (value) => typeof value === "string";
const isNumber = (value) => Number.isSafeInteger(value) && value >= 0;

/** What a code says, unverified. Throws Unreadable for anything else. */
export async function read(text) {
  const stripped = text.trim();
  const at = stripped.lastIndexOf("/o#");
  const digits = at < 0 ? stripped : stripped.slice(at + 3);
  if (digits.length > 8000 || !/^(?:[0-9]{2}){40,}$/.test(digits)) fail("not the digits of a code");
  const token = split(digits.replace(/../g, (two) => String.fromCharCode(45 + Number(two))));
  const header = token.header;
  const ours = header.alg === "ES256" && header.zip === "DEF" && header.typ === "badge-code+jwt" && isText(header.kid) && !("crit" in header);
  if (!ours) fail("not the header of a code");
  const claims = json(await inflate(token.payload, "deflate-raw", MOST_CLAIMS));
  const place = claims?.status?.status_list;
  const whole = isText(claims.iss) && isText(claims.jti) && isText(claims.badge) && isNumber(claims.nbf) && isNumber(claims.exp)
    && /^\d{4}-\d\d-\d\d$/.test(claims.awarded) && isText(place?.uri) && isNumber(place?.idx) && (!("name" in claims) || isText(claims.name));
  if (!whole) fail("not the claims of a code");
  return {token, claims};
}

// The signed list at an address: only by the issuer's own keys. Null when it is not known.
async function list(known, issuer, uri) {
  for (const text of known.lists) {
    try {
      const token = split(text);
      const claims = json(token.payload);
      if (claims.sub !== uri || claims.iss !== issuer.iss || token.header.typ !== "statuslist+jwt" || token.header.alg !== "ES256") continue;
      const key = issuer.keys.find((each) => each.kid === token.header.kid && each.state !== "COMPROMISED");
      // It was in force when it was fetched; how long ago that is, is said.
      const inForce = claims.exp * 1000 > Date.parse(known.at);
      if (!key || !inForce || claims.status_list?.bits !== 1 || !await verifies(key, token)) continue;
      return await inflate(bytesOf(claims.status_list.lst), "deflate", MOST_LIST);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
    }
  }
  return null;
}

/** Whether this browser has what judging needs. */
export function able() {
  try {
    return Boolean(new DecompressionStream("deflate-raw") && new DecompressionStream("deflate") && crypto.subtle);
  } catch {
    return false;
  }
}

/**
 * Chooses between what was kept, or null, and what was fetched; server and phone: what their clocks say, milliseconds.
 * fresh: whether what is chosen is of now. A node that does not reach its database hands out what it read before.
 */
export function weigh(kept, fetched, server, phone) {
  const at = (known) => Date.parse(known.at);
  const possible = (known) => known && at(known) >= 0 && !(at(known) > server + SKEW && at(known) > phone + SKEW);
  const before = possible(kept) ? kept : null;
  if (!possible(fetched)) return {known: before, fresh: false};
  const fresh = Math.abs(server - at(fetched)) <= MOST_DELAY;
  // Clocks of nodes differ a little.
  const newer = before && at(before) - at(fetched) > (fresh ? SKEW : 0);
  return newer ? {known: before, fresh: false} : {known: fetched, fresh};
}

const answer = (verdict, more = {}) => ({verdict, ...more});

/**
 * Judges a text.
 *
 * known: the JSON of /scan/known.json with its instant at, or null; now: milliseconds; fresh: whether known is of now.
 * The answer has claims and issuer once they are proven, and asOf, the instant of what is known.
 */
export async function judge(text, known, now, fresh) {
  let code;
  try {
    code = await read(text);
  } catch (error) {
    if (error instanceof Unreadable) return answer("UNREADABLE");
    throw error;
  }
  if (!known) return answer("CANNOT_TELL", {why: "NOTHING_KNOWN"});
  const at = Date.parse(known.at);
  // What is of now tells the time; a clock that is behind what was fetched is wrong.
  const time = fresh ? at : Math.max(now, at);
  if (!(time - at <= MOST_AGE)) return answer("CANNOT_TELL", {why: "OLD"});
  const claims = code.claims;
  const issuer = known.issuers.find((each) => each.iss === claims.iss);
  if (!issuer) return fresh ? answer("UNKNOWN_ISSUER") : answer("CANNOT_TELL", {why: "NEW_ISSUER"});
  const key = issuer.keys.find((each) => each.kid === code.token.header.kid);
  if (!key) return claims.nbf * 1000 > at && !fresh ? answer("CANNOT_TELL", {why: "NEW_KEY"}) : answer("FORGED");
  if (!await verifies(key, code.token)) return answer("ALTERED");
  if (key.state === "COMPROMISED") return answer("COMPROMISED");
  const signed = claims.nbf * 1000;
  if (signed < Date.parse(key.from) - SKEW || (key.until && signed > Date.parse(key.until))) return answer("FORGED");
  const proven = {claims, issuer, asOf: at};
  const bits = await list(known, issuer, claims.status.status_list.uri);
  const index = claims.status.status_list.idx;
  if (bits && (bits[index >> 3] >> (index & 7)) & 1) return answer("REVOKED", proven);
  if (claims.exp * 1000 <= time) return answer("EXPIRED", proven);
  if (!bits || index >= bits.length * 8) return answer("CANNOT_TELL", {why: "NO_LIST"});
  return answer(fresh ? "AUTHENTIC" : "SIGNATURE_RIGHT", proven);
}
