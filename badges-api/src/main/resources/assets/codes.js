// Codes that a holder keeps in this browser, to show them without a network. They never leave it.
"use strict";
(() => {
  const KEY = "kept-codes";
  const MOST = 30;
  const lang = document.documentElement.lang;
  // As all pages write days: British in English.
  const dates = lang === "en" ? "en-GB" : lang;

  const read = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY));
      return Array.isArray(kept) ? kept : [];
    } catch {
      return [];
    }
  };

  const write = (codes) => {
    try {
      if (codes.length) localStorage.setItem(KEY, JSON.stringify(codes));
      else localStorage.removeItem(KEY);
      return true;
    } catch {
      return false;
    }
  };

  const picture = (code, label) => {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("class", "qr");
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", label);
    svg.setAttribute("viewBox", code.box);
    svg.setAttribute("shape-rendering", "crispEdges");
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", code.path);
    svg.append(path);
    return svg;
  };

  // On the page of a code: keeps the one that the page shows.
  const keeper = document.querySelector("[data-keep]");
  if (keeper && write(read())) {
    const shown = document.querySelector("svg.qr");
    const path = shown.querySelector("path").getAttribute("d");
    const part = (name) => keeper.querySelector(`[data-part="${name}"]`);
    const show = () => {
      const kept = read();
      const has = kept.some((code) => code.path === path);
      part("keep").hidden = has;
      part("kept").hidden = !has;
      part("full").hidden = true;
      return kept;
    };
    part("button").addEventListener("click", () => {
      const code = {
        title: keeper.dataset.title,
        label: keeper.dataset.label || "",
        address: keeper.dataset.address || "",
        until: keeper.dataset.until,
        box: shown.getAttribute("viewBox"),
        path,
      };
      const kept = show();
      if (kept.length < MOST && write([...kept, code])) {
        show();
        part("kept").focus();
        if (navigator.storage?.persist) navigator.storage.persist().catch(() => {});
      } else {
        part("full").hidden = false;
      }
    });
    addEventListener("pageshow", show);
    // A link that was prolonged since.
    write(read().map((code) => (code.path === path ? {...code, until: keeper.dataset.until} : code)));
    show();
    keeper.hidden = false;
  }

  // On the page of a link that shows nothing any more.
  const over = document.querySelector("[data-over]");
  if (over) write(read().filter((code) => code.address !== over.dataset.over));

  // After the end of the space. "This is not my phone" does the same, in app.js.
  if (document.querySelector("[data-forget]")) write([]);

  // On the page that shows them.
  const page = document.querySelector("[data-codes]");
  if (!page) return;
  const model = page.querySelector("template");
  const list = page.querySelector("[data-part=list]");
  const none = page.querySelector("[data-part=none]");
  const day = (iso) => {
    const written = new Intl.DateTimeFormat(dates, {dateStyle: "long", timeZone: "UTC", numberingSystem: "latn"})
      .format(new Date(iso + "T12:00:00Z"));
    return lang === "fr" ? written.replace(/^1 /, "1er ") : written;
  };

  const entry = (code) => {
    const item = model.content.firstElementChild.cloneNode(true);
    const part = (name) => item.querySelector(`[data-part="${name}"]`);
    const ended = new Date(code.until + "T23:59:59Z") < new Date();
    part("title").textContent = code.title;
    if (code.label) part("label").textContent = code.label;
    else part("label").parentElement.remove();
    part("until").textContent = (ended ? model.dataset.over : model.dataset.until).replace("{0}", day(code.until));
    if (!ended) part("code").append(picture(code, model.dataset.qr));
    part("address").textContent = code.address;
    part("remove").addEventListener("click", () => {
      write(read().filter((other) => other.path !== code.path));
      part("shown").hidden = true;
      part("removed").hidden = false;
      part("undo").focus();
      empty();
    });
    part("undo").addEventListener("click", () => {
      write([...read(), code]);
      part("shown").hidden = false;
      part("removed").hidden = true;
      part("remove").focus();
      empty();
    });
    return item;
  };

  const empty = () => {
    none.hidden = read().length > 0;
  };

  list.replaceChildren(...read().map(entry));
  page.hidden = false;
  empty();
  if ("serviceWorker" in navigator) {
    navigator.serviceWorker.register("/codes/worker.js", {scope: "/codes"}).then(() => navigator.serviceWorker.ready)
      .then(() => page.setAttribute("data-kept", "")).catch(() => {});
  }
})();
