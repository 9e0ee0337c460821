// The page that reads codes: camera, picture or text; judged here, with what was fetched last.
import {judge} from "./code.js";
import {decodeQR} from "./qr.js";

const KNOWN = "/scan/known.json";
const KEPT = "reader-known";
const MOST_SIDE = 1600;
const page = document.querySelector("[data-reader]");
const lang = document.documentElement.lang;
const find = (name) => page.querySelector(`[data-part="${name}"]`);
const day = (instant) => new Intl.DateTimeFormat(lang, {dateStyle: "long", timeZone: "Europe/Paris"}).format(instant);
const moment = (instant) => new Intl.DateTimeFormat(lang, {dateStyle: "long", timeStyle: "short"}).format(instant);

async function kept() {
  try {
    const found = await (await caches.open(KEPT)).match(KNOWN);
    return found ? await found.json() : null;
  } catch {
    return null;
  }
}

// Fetches what is known, and keeps it unless it is older. Null without a network.
async function fetched() {
  try {
    const response = await fetch(KNOWN, {cache: "no-store", credentials: "omit", signal: AbortSignal.timeout(8000)});
    if (!response.ok) return null;
    const copy = response.clone();
    const fresh = await response.json();
    const before = await kept();
    if (before && Date.parse(before.at) > Date.parse(fresh.at)) return null;
    try {
      await (await caches.open(KEPT)).put(KNOWN, copy);
    } catch {
      // judged now, and not kept
    }
    return fresh;
  } catch {
    return null;
  }
}

function showKnowledge(known) {
  const line = find("knowledge");
  line.textContent = known ? line.dataset.known.replace("{0}", moment(Date.parse(known.at))) : line.dataset.nothing;
}

const fill = (section, name, text) => section.querySelectorAll(`[data-fill="${name}"]`).forEach((place) => {
  place.textContent = text ?? "";
  const row = place.closest("[data-row]");
  if (row) row.hidden = !text;
});

function show(found) {
  document.querySelectorAll("[data-answer]").forEach((section) => {
    section.hidden = section.dataset.answer !== found.verdict;
  });
  const section = document.querySelector(`[data-answer="${found.verdict}"]`);
  section.querySelectorAll("[data-why]").forEach((line) => {
    line.hidden = line.dataset.why !== found.why;
  });
  if (found.claims) {
    fill(section, "badge", found.claims.badge);
    fill(section, "name", found.claims.name);
    fill(section, "issuer", found.issuer.name);
    fill(section, "network", found.issuer.network);
    fill(section, "awarded", day(Date.parse(found.claims.awarded + "T12:00:00Z")));
    fill(section, "ends", day(found.claims.exp * 1000));
    fill(section, "suspended", found.issuer.suspended && day(Date.parse(found.issuer.suspended + "T12:00:00Z")));
    section.querySelectorAll("[data-as-of]").forEach((line) => {
      line.textContent = line.dataset.asOf.replace("{0}", day(found.asOf));
    });
  }
  section.focus();
  section.scrollIntoView({block: "nearest"});
}

let last = null;

async function read(text) {
  last = text;
  stop();
  say(null);
  page.setAttribute("aria-busy", "true");
  try {
    const fresh = await fetched();
    const known = fresh ?? await kept();
    showKnowledge(known);
    const found = await judge(text, known, Date.now(), fresh !== null);
    if (last === text) show(found);
  } finally {
    page.removeAttribute("aria-busy");
  }
}

function say(name) {
  page.querySelectorAll("[data-message]").forEach((message) => {
    message.hidden = message.dataset.message !== name;
  });
}

const detector = "BarcodeDetector" in window
  ? new window.BarcodeDetector({formats: ["qr_code"]})
  : null;

// The text in a picture, or null.
async function decode(source, width, height) {
  if (detector) {
    try {
      const found = await detector.detect(source);
      if (found.length) return found[0].rawValue;
    } catch {
      // not on this phone after all: our own decoder
    }
  }
  const scale = Math.min(1, MOST_SIDE / Math.max(width, height));
  const canvas = new OffscreenCanvas(Math.round(width * scale), Math.round(height * scale));
  const pen = canvas.getContext("2d", {willReadFrequently: true});
  pen.drawImage(source, 0, 0, canvas.width, canvas.height);
  const pixels = pen.getImageData(0, 0, canvas.width, canvas.height);
  try {
    return decodeQR({width: canvas.width, height: canvas.height, data: pixels.data});
  } catch {
    return null;
  }
}

const video = find("video");
let stream = null;

function stop() {
  if (stream) stream.getTracks().forEach((track) => track.stop());
  stream = null;
  video.srcObject = null;
  find("finder").hidden = true;
}

async function look() {
  while (stream) {
    const found = video.videoWidth ? await decode(video, video.videoWidth, video.videoHeight) : null;
    if (found && stream) {
      read(found);
      return;
    }
    await new Promise((next) => setTimeout(next, 150));
  }
}

find("camera").addEventListener("click", async () => {
  stop();
  say(null);
  try {
    stream = await navigator.mediaDevices.getUserMedia({video: {facingMode: "environment", width: {ideal: 1280}, height: {ideal: 720}}});
  } catch {
    say("no-camera");
    return;
  }
  find("finder").hidden = false;
  video.srcObject = stream;
  await video.play();
  look();
});
find("stop").addEventListener("click", () => {
  stop();
  find("camera").focus();
});
find("picture").addEventListener("change", async (event) => {
  const file = event.target.files[0];
  event.target.value = "";
  if (!file) return;
  say(null);
  const picture = await createImageBitmap(file).catch(() => null);
  const found = picture && await decode(picture, picture.width, picture.height);
  if (found) read(found);
  else say("no-code");
});
find("form").addEventListener("submit", (event) => {
  const text = find("form").querySelector("textarea").value.trim();
  if (!text) return;
  event.preventDefault();
  read(text);
});

const fromAddress = () => {
  if (location.hash.length > 1) read("/o" + location.hash);
};
// The code stays in the address when the language changes.
document.querySelectorAll("a.language").forEach((link) => link.addEventListener("click", () => {
  link.hash = location.hash;
}));
window.addEventListener("hashchange", fromAddress);
window.addEventListener("online", () => last && read(last));

page.querySelectorAll("[data-script]").forEach((part) => {
  part.hidden = false;
});
find("camera").hidden = !navigator.mediaDevices;
if ("serviceWorker" in navigator) {
  caches.open(KEPT).then((cache) => cache.put("/scan/language", new Response(lang))).catch(() => {});
  for (const scope of ["/scan", "/o"]) {
    navigator.serviceWorker.register("/scan/worker.js", {scope}).then(() => navigator.serviceWorker.ready)
      .then(() => page.setAttribute("data-kept", "")).catch(() => {});
  }
}
if (location.hash.length > 1) fromAddress();
else fetched().then(async (fresh) => showKnowledge(fresh ?? await kept()));
