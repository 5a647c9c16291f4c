// New mails appear by themselves: the list is fetched again, and only replaced when it says something else, so that
// whoever reads it or moves through it by keyboard is not thrown back to the top.
"use strict";
setInterval(async () => {
  if (document.hidden) return;
  const answer = await fetch(location.href).catch(() => null);
  if (!answer?.ok) return;
  const now = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main");
  const shown = document.querySelector("main");
  if (!now || now.innerHTML === shown.innerHTML) return;
  const at = shown.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
  shown.innerHTML = now.innerHTML;
  if (at) [...shown.querySelectorAll("a")].find((link) => link.getAttribute("href") === at)?.focus();
}, 2000);
