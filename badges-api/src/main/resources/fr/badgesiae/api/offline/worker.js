// Keeps the page that reads codes, so that it opens without a network. It answers for nothing else.
"use strict";
const FILES = [/* files */];
const PAGES = ["/scan?lang=fr", "/scan?lang=en"];
const CACHE = "reader-files" + FILES[0];
const KNOWN = "reader-known";

self.addEventListener("install", (event) => {
  const fresh = [...FILES, ...PAGES].map((path) => new Request(path, {cache: "reload", credentials: "omit"}));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(fresh)).then(() => self.skipWaiting()));
});

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
