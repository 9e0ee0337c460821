// Comfort only: every page works without this file.
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
const summary = document.querySelector(".notice.error[tabindex]");
if (summary) summary.focus();
