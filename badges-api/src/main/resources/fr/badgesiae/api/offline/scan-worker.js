
// The page that reads codes.
const PAGES = ["/scan?lang=fr", "/scan?lang=en"];
const ADDRESSES = ["/scan", "/o"];
// A page of this release names it.
const SCRIPT = FILES.find((path) => path.endsWith("/scan.js"));
const PREFIX = "reader-files";
const CACHE = PREFIX + FILES[0];
const KNOWN = "reader-known";

// The page of before, in the language of the address or in that of the last visit.
async function keptPage(url) {
  const read = await caches.match("/scan/language", {cacheName: KNOWN});
  const lang = url.searchParams.get("lang") || (read ? await read.text() : "fr");
  const cache = await caches.open(CACHE);
  return await cache.match(lang === "en" ? PAGES[1] : PAGES[0], {ignoreVary: true}) || Response.error();
}
