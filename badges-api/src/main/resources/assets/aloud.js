// Reads a page aloud with the voices of the device. Voices of a server are not used: no text leaves the browser.
"use strict";
(() => {
  const bar = document.querySelector("[data-aloud]");
  const speech = globalThis.speechSynthesis;
  if (!bar) return;
  if (!speech) {
    bar.hidden = true;
    return;
  }
  const [play, stop] = bar.querySelectorAll("button");
  const words = play.querySelector("span");
  const blocks = "h1,h2,h3,h4,p,li,dt,dd,label,legend,blockquote,summary,option,button,a.button,div";
  // Numbers and codes that open something are never said, nor what a field contains.
  const silent = "[hidden],[aria-hidden=true],script,style,svg,select,textarea,code,.code,.big-code,[data-aloud]";
  let parts = [];
  let at = 0;
  let running = false;

  const voice = (language) => speech.getVoices()
    .find((one) => one.localService && one.lang.toLowerCase().replace("_", "-").split("-")[0] === language);

  const read = () => {
    const found = [];
    const main = document.querySelector("main");
    const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const owner = text.parentElement;
      if (!text.data.trim() || owner.closest(silent) || !owner.getClientRects().length) continue;
      const block = owner.closest(blocks) || main;
      const language = owner.closest("[lang]").lang.split("-")[0];
      const last = found[found.length - 1];
      if (last && last.block === block && last.language === language) {
        last.text += " " + text.data.trim();
      } else {
        found.push({block, language, text: text.data.trim()});
      }
    }
    return found.filter((part) => voice(part.language));
  };

  const show = (state) => {
    words.textContent = bar.dataset[state];
    stop.hidden = state === "play";
  };

  const next = () => {
    if (!running) return;
    if (at >= parts.length) {
      end();
      return;
    }
    const said = new SpeechSynthesisUtterance(parts[at].text);
    said.lang = parts[at].language;
    said.voice = voice(parts[at].language);
    said.onend = () => {
      if (!running) return;
      at += 1;
      next();
    };
    speech.speak(said);
  };

  const hush = () => {
    running = false;
    speech.cancel();
  };

  const end = () => {
    hush();
    at = 0;
    show("play");
    if (document.activeElement === stop) play.focus();
  };

  play.addEventListener("click", () => {
    if (running) {
      hush();
      show("resume");
      return;
    }
    if (at === 0) parts = read();
    running = true;
    show("pause");
    next();
  });
  stop.addEventListener("click", end);
  addEventListener("pagehide", hush);

  // Browsers know their voices a moment after the page is there: until then the room for the button stays.
  let known = false;
  const offer = () => {
    play.hidden = !voice(document.documentElement.lang);
    known ||= speech.getVoices().length > 0;
    bar.hidden = known && play.hidden;
  };
  speech.addEventListener("voiceschanged", offer);
  offer();
  // Some have none, and say nothing of it.
  setTimeout(() => {
    known = true;
    offer();
  }, 1000);
})();
