// Passkeys (WebAuthn). Without this file, and on devices without them, each page says what works instead.
"use strict";
const decode = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const encode = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
  .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const all = (selector) => document.querySelectorAll(selector);

// By hand: PublicKeyCredential.toJSON and its counterparts are missing in phones of before 2023.
const options = (json) => {
  const asked = json.publicKey;
  asked.challenge = decode(asked.challenge);
  if (asked.user) asked.user.id = decode(asked.user.id);
  (asked.excludeCredentials || []).forEach((known) => { known.id = decode(known.id); });
  return json;
};
const answer = (credential) => {
  const response = {};
  ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"].forEach((name) => {
    if (credential.response[name]) response[name] = encode(credential.response[name]);
  });
  return JSON.stringify({
    id: credential.id,
    rawId: encode(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment || undefined,
    response,
    clientExtensionResults: credential.getClientExtensionResults()
  });
};
const challenge = async (form) => {
  const asked = await fetch(form.dataset.passkeyGet, {
    method: "POST",
    headers: {Accept: "application/json"},
    body: new URLSearchParams(new FormData(form))
  });
  if (!asked.ok) throw new Error("no challenge");
  return asked.json();
};
// One message at a time; an empty one hides them all.
const say = (form, name) => form.querySelectorAll("[data-passkey-says]").forEach((message) => {
  message.hidden = message.dataset.passkeySays !== name;
});
const ask = async (form) => {
  say(form, "");
  try {
    const credential = form.dataset.passkeyCreate
      ? await navigator.credentials.create(options(JSON.parse(form.dataset.passkeyCreate)))
      : await navigator.credentials.get(options(await challenge(form)));
    form.elements.answer.value = answer(credential);
    form.submit();
  } catch (refused) {
    say(form, refused.name === "InvalidStateError" ? "known" : "failed");
  }
};

const possible = window.PublicKeyCredential && PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable
  ? PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable().catch(() => false)
  : Promise.resolve(false);
possible.then((yes) => {
  if (!yes) return;
  all("[data-passkey]").forEach((part) => { part.hidden = false; });
  all("[data-no-passkey]").forEach((part) => { part.hidden = true; });
  all("[data-passkey-create], [data-passkey-get]").forEach((form) => form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask(form);
  }));
});
