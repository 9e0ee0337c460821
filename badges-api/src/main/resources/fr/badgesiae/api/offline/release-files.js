// Every service worker begins with this. It keeps the files of one release and a page of them, so that the page opens without a
// network. It keeps and answers nothing else: no page of a session. What follows names the page: PAGES, ADDRESSES, SCRIPT, PREFIX,
// CACHE and keptPage.
"use strict";
// Paths of this release, each with its digest: while releases change, another node answers with files of its own.
const DIGESTS = {/* files */};
const FILES = Object.keys(DIGESTS);

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
  const former = (names) => names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  event.waitUntil(caches.keys()
    .then((names) => Promise.all(former(names).map((name) => caches.delete(name))))
    .then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) return;
  if (event.request.mode === "navigate" && ADDRESSES.includes(url.pathname)) {
    event.respondWith(fetch(event.request).catch(() => keptPage(url)));
  } else if (FILES.includes(url.pathname)) {
    event.respondWith(caches.open(CACHE).then((cache) => cache.match(url.pathname)).then((kept) => kept || fetch(event.request)));
  }
});
