// Comfort only: every page is whole without it. Themes, filters, and details that open for print.
(function () {
  "use strict";
  var root = document.documentElement;
  var dark = matchMedia("(prefers-color-scheme: dark)");

  function stored() {
    try { return localStorage.getItem("theme"); } catch (_) { return null; }
  }
  function store(theme) {
    try { localStorage.setItem("theme", theme); } catch (_) { /* a private window forgets */ }
  }
  function show(theme) {
    if (theme === "dark" || theme === "light") root.setAttribute("data-theme", theme);
  }
  show(stored());

  function themes() {
    var button = document.querySelector(".theme");
    if (!button) return;
    function isDark() {
      var theme = root.getAttribute("data-theme");
      return theme ? theme === "dark" : dark.matches;
    }
    function label() { button.textContent = isDark() ? "Light" : "Dark"; button.setAttribute("aria-label", isDark() ? "Light theme" : "Dark theme"); }
    button.addEventListener("click", function () {
      var theme = isDark() ? "light" : "dark";
      show(theme);
      store(theme);
      label();
    });
    dark.addEventListener("change", label);
    button.hidden = false;
    label();
  }

  function filters() {
    var bar = document.querySelector(".filters");
    if (!bar) return;
    var selects = Array.from(bar.querySelectorAll("select[data-filter]"));
    var items = Array.from(document.querySelectorAll("[data-rating]"));
    var findings = items.filter(function (item) { return item.matches("article[data-step]"); });
    var count = bar.querySelector(".filter-count");
    function apply() {
      items.forEach(function (item) {
        item.hidden = selects.some(function (select) {
          var value = item.getAttribute("data-" + select.dataset.filter);
          return select.value && value !== null && value !== select.value;
        });
      });
      var shown = findings.filter(function (item) { return !item.hidden; }).length;
      count.textContent = shown === findings.length ? "" : shown + " of " + findings.length + " findings";
    }
    selects.forEach(function (select) { select.addEventListener("change", apply); });
    // a link to a finding shows it whatever is chosen
    addEventListener("hashchange", function () {
      var target = document.getElementById(location.hash.slice(1));
      if (!target || !target.hidden) return;
      selects.forEach(function (select) { select.value = ""; });
      apply();
      target.scrollIntoView();
    });
    bar.hidden = false;
    apply();
  }

  function printing() {
    var opened = [];
    addEventListener("beforeprint", function () {
      opened = Array.from(document.querySelectorAll("details:not([open])"));
      opened.forEach(function (details) { details.open = true; });
    });
    addEventListener("afterprint", function () {
      opened.forEach(function (details) { details.open = false; });
    });
  }

  document.addEventListener("DOMContentLoaded", function () {
    themes();
    filters();
    printing();
  });
})();
