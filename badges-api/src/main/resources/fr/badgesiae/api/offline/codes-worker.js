
// The page of kept codes.
const LANGUAGES = [/* languages */];
const PAGES = LANGUAGES.map((language) => "/codes?lang=" + language);
const ADDRESSES = ["/codes"];
// A page of this release names it.
const SCRIPT = FILES.find((path) => path.endsWith("/codes.js"));
const PREFIX = "codes-files";
const CACHE = PREFIX + SCRIPT;

async function keptPage(url) {
  const wanted = url.searchParams.get("lang");
  const cache = await caches.open(CACHE);
  const lang = LANGUAGES.includes(wanted) ? wanted : LANGUAGES[0];
  return await cache.match("/codes?lang=" + lang, {ignoreVary: true}) || Response.error();
}
