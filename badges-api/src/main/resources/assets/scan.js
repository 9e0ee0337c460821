// The page that reads codes: camera, picture or text; judged here, with what was fetched last.
import {able, judge, weigh} from "./code.js";
import {decodeQR} from "./qr.js";

const KNOWN = "/scan/known.json";
const KEPT = "reader-known";
const MOST_SIDE = 1600;
const page = document.querySelector("[data-reader]");
const lang = document.documentElement.lang;
// Dates as the other English pages write them: the day before the month.
const dates = lang === "en" ? "en-GB" : lang;
const find = (name) => page.querySelector(`[data-part="${name}"]`);
const write = (instant, how) => {
  const written = new Intl.DateTimeFormat(dates, {dateStyle: "long", ...how}).format(instant);
  return lang === "fr" ? written.replace(/^1 /, "1er ") : written;
};
const day = (instant) => write(instant, {timeZone: "Europe/Paris"});
const moment = (instant) => write(instant, {timeStyle: "short", timeZone: "Europe/Paris"});

async function kept() {
  try {
    const found = await (await caches.open(KEPT)).match(KNOWN);
    return found ? await found.json() : null;
  } catch {
    return null;
  }
}

// Asks for what is known now, and keeps it unless it is older. fresh: whether it is of now.
async function learned() {
  const before = await kept();
  try {
    const response = await fetch(KNOWN, {cache: "no-cache", credentials: "omit", signal: AbortSignal.timeout(8000)});
    if (!response.ok) return {known: before, fresh: false};
    const fetched = {...await response.json(), at: response.headers.get("Known-At")};
    const chosen = weigh(before, fetched, Date.parse(response.headers.get("Known-Now")), Date.now());
    if (chosen.known === fetched) await keep(fetched);
    return chosen;
  } catch {
    return {known: before, fresh: false};
  }
}

async function keep(known) {
  try {
    await (await caches.open(KEPT)).put(KNOWN, new Response(JSON.stringify(known)));
  } catch {
    // judged now, and not kept
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
    const nameless = section.querySelector('[data-fill="nameless"]');
    fill(section, "nameless", !found.claims.name && nameless?.dataset.text);
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

// The path of a share link of ours: its own page judges it, with the network. Null for anything else.
function shared(text) {
  try {
    const address = new URL(text);
    return address.origin === location.origin && /^\/v\/[\w.-]+$/.test(address.pathname) ? address.pathname : null;
  } catch {
    return null;
  }
}

async function open(path) {
  const {fresh} = await learned();
  if (fresh) location.assign(`${path}?lang=${lang}`);
  else say("link");
}

let last = null;

async function read(text) {
  last = text;
  stop();
  say(null);
  const path = shared(text);
  if (path) {
    await open(path);
    return;
  }
  page.setAttribute("aria-busy", "true");
  try {
    const {known, fresh} = await learned();
    showKnowledge(known);
    const found = await judge(text, known, Date.now(), fresh);
    if (last === text) show(found);
  } catch {
    if (last === text) show({verdict: "CANNOT_TELL", why: "ERROR"});
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

async function film() {
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
}

async function readPicture(event) {
  const file = event.target.files[0];
  event.target.value = "";
  if (!file) return;
  say(null);
  const picture = await createImageBitmap(file).catch(() => null);
  const found = picture && await decode(picture, picture.width, picture.height);
  if (found) read(found);
  else say("no-code");
}

const field = find("form").querySelector("textarea");

// Other hashes are places in the page.
const coded = () => /^#[0-9]{80}/.test(location.hash);

function fromAddress() {
  if (coded()) read("/o" + location.hash);
}

// Keeps this page and what it knows, for when there is no network.
function install() {
  if (!("serviceWorker" in navigator)) return;
  caches.open(KEPT).then((cache) => cache.put("/scan/language", new Response(lang))).catch(() => {});
  for (const scope of ["/scan", "/o"]) {
    navigator.serviceWorker.register("/scan/worker.js", {scope}).then(() => navigator.serviceWorker.ready)
      .then(() => page.setAttribute("data-kept", "")).catch(() => {});
  }
}

function start() {
  find("camera").addEventListener("click", film);
  find("stop").addEventListener("click", () => {
    stop();
    find("camera").focus();
  });
  find("picture").addEventListener("change", readPicture);
  find("form").addEventListener("submit", (event) => {
    const text = field.value.trim();
    if (!text) return;
    event.preventDefault();
    read(text);
  });
  window.addEventListener("hashchange", fromAddress);
  window.addEventListener("online", () => last && read(last));
  page.querySelectorAll("[data-script]").forEach((part) => {
    part.hidden = false;
  });
  page.querySelectorAll("[data-server]").forEach((part) => {
    part.hidden = true;
  });
  find("camera").hidden = !navigator.mediaDevices;
  install();
  if (coded()) fromAddress();
  else learned().then(({known}) => showKnowledge(known));
}

// The code stays in the address when the language changes.
document.querySelectorAll("a.language").forEach((link) => link.addEventListener("click", () => {
  link.hash = location.hash;
}));
if (able()) start();
// The server judges what is sent to it; the page has said so.
else if (coded() && !field.value) field.value = location.origin + "/o" + location.hash;
