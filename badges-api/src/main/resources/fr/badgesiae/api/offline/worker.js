// Keeps the page that reads codes, so that it opens without a network. It answers for nothing else.
"use strict";
// Paths of this release, each with its digest: while releases change, another node answers with files of its own.
const DIGESTS = {/* files */};
const FILES = Object.keys(DIGESTS);
const PAGES = ["/scan?lang=fr", "/scan?lang=en"];
// A page of this release names it.
const SCRIPT = FILES.find((path) => path.endsWith("/scan.js"));
const CACHE = "reader-files" + FILES[0];
const KNOWN = "reader-known";

async function fetched(path) {
  const response = await fetch(path, {cache: "reload", credentials: "omit", integrity: DIGESTS[path] ?? ""});
  const itself = response.ok && (path in DIGESTS || (await response.clone().text()).includes(SCRIPT));
  if (!itself) throw new TypeError("not of this release: " + path);
  return response;
}

// All or nothing; the browser tries again later.
async function install() {
  const paths = [...FILES, ...PAGES];
  const answers = await Promise.all(paths.map(fetched));
  const cache = await caches.open(CACHE);
  await Promise.all(paths.map((path, i) => cache.put(path, answers[i])));
  await self.skipWaiting();
}

self.addEventListener("install", (event) => event.waitUntil(install()));

self.addEventListener("activate", (event) => {
  const former = (names) => names.filter((name) => name.startsWith("reader-files") && name !== CACHE);
  event.waitUntil(caches.keys()
    .then((names) => Promise.all(former(names).map((name) => caches.delete(name))))
    .then(() => self.clients.claim()));
});

// The page of before, in the language of the address or in that of the last visit.
async function keptPage(url) {
  const read = await caches.match("/scan/language", {cacheName: KNOWN});
  const lang = url.searchParams.get("lang") || (read ? await read.text() : "fr");
  const cache = await caches.open(CACHE);
  return await cache.match(lang === "en" ? PAGES[1] : PAGES[0], {ignoreVary: true}) || Response.error();
}

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) return;
  if (event.request.mode === "navigate" && (url.pathname === "/scan" || url.pathname === "/o")) {
    event.respondWith(fetch(event.request).catch(() => keptPage(url)));
  } else if (FILES.includes(url.pathname)) {
    event.respondWith(caches.open(CACHE).then((cache) => cache.match(url.pathname)).then((kept) => kept || fetch(event.request)));
  }
});
