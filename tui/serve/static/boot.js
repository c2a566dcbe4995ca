// Runs before the terminal's script, which reads the font size once and waits for a click before it takes keys.
"use strict";

// The program opens no other page: not for links, not for files.
window.open = () => null;

// A font with which 80 x 24 cells fit: a line is 1.5 times as high as the font, a cell half as wide. An even size, as half
// of an odd one is rounded and kanji would overlap.
window.addEventListener("DOMContentLoaded", () => {
  const fits = Math.min(16, window.innerHeight / 39, window.innerWidth / 44);
  document.querySelector(".textual-terminal").dataset.fontSize = String(Math.max(8, 2 * Math.floor(fits / 2)));
});

window.addEventListener("load", () => {
  setTimeout(() => document.querySelector(".xterm-helper-textarea")?.focus(), 0);
});
