// Progressive enhancement: every page works without this file.
"use strict";
document.querySelectorAll("[data-print]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
});
document.querySelectorAll("[data-copy]").forEach((button) => {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", () => navigator.clipboard.writeText(button.dataset.copy).then(() => {
    button.textContent = button.dataset.done;
  }));
});
// The phone's own sheet of messages and mail; one that was closed without a choice is no error.
document.querySelectorAll("[data-share]").forEach((button) => {
  button.hidden = !navigator.share;
  button.addEventListener("click", () => navigator.share({title: button.dataset.title, url: button.dataset.share}).catch(() => {}));
});
// "This is not my phone": the codes that this browser keeps go at once, and also when the session has ended before.
document.querySelectorAll("form[data-leave]").forEach((form) => form.addEventListener("submit", () => {
  try {
    localStorage.removeItem("kept-codes");
  } catch {
    // A browser that keeps nothing.
  }
}));
document.querySelectorAll("[data-drop]").forEach((form) => {
  const input = document.getElementById(form.dataset.drop);
  const take = (event, files) => {
    if (!files || !files.length) return;
    event.preventDefault();
    input.files = files;
    input.focus();
  };
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => take(event, event.dataTransfer.files));
  document.addEventListener("paste", (event) => take(event, event.clipboardData.files));
});
document.querySelectorAll("[data-preview]").forEach((preview) => {
  const show = () => preview.querySelectorAll("[data-of]").forEach((part) => {
    const field = document.getElementById(part.dataset.of);
    const chosen = field.selectedOptions && field.selectedOptions[0];
    const written = chosen ? chosen.value && chosen.text : field.value.trim();
    part.textContent = written || part.dataset.empty || "–";
  });
  preview.hidden = false;
  document.addEventListener("input", show);
  show();
});
// A slash goes to the search of the desk, arrows walk through what it found.
const search = document.getElementById("head-search");
if (search) {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    search.focus();
  });
}
document.querySelectorAll("[data-arrows]").forEach((results) => results.addEventListener("keydown", (event) => {
  const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
  const links = [...results.querySelectorAll("li a")];
  const to = links[links.indexOf(document.activeElement) + step];
  if (!step || !to) return;
  event.preventDefault();
  to.focus();
}));
// A long act tells how far it is; without this file a link does.
const running = document.querySelector("[data-running]");
if (running) {
  const look = () => fetch(location.href).then((answer) => answer.text()).then((text) => {
    const now = new DOMParser().parseFromString(text, "text/html").querySelector("[data-running]");
    if (!now) {
      location.reload();
      return;
    }
    running.replaceChildren(...now.childNodes);
    setTimeout(look, 3000);
  }).catch(() => setTimeout(look, 15000));
  setTimeout(look, 3000);
}
// The bar of the desk is one line that is pushed sideways on a small screen: the page that one is on is in it.
const here = document.querySelector(".desk-nav [aria-current]");
if (here) {
  const line = here.closest("ul");
  const [tab, room] = [here, line].map((it) => it.getBoundingClientRect());
  line.scrollLeft += tab.left + tab.width / 2 - room.left - room.width / 2;
}
// A tall field is shown down to its last line, above the buttons that stay in reach.
const bar = document.querySelector(".sticky");
if (bar) {
  document.addEventListener("focusin", (event) => {
    if (!bar.contains(event.target)) event.target.scrollIntoView({block: "nearest"});
  });
}
const wrong = document.querySelector(".notice.error[tabindex]") || document.querySelector("[aria-invalid=true]");
if (wrong) wrong.focus();
