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
const wrong = document.querySelector(".notice.error[tabindex]") || document.querySelector("[aria-invalid=true]");
if (wrong) wrong.focus();
