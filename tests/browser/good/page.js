'use strict';
const root = document.documentElement;
const kept = localStorage.getItem('theme');
if (kept) root.dataset.theme = kept;
const button = document.querySelector('[data-theme-switch]');
button.hidden = false;
button.addEventListener('click', () => {
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
  localStorage.setItem('theme', root.dataset.theme);
});
