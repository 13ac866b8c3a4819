// Comfort only: every page is whole without it. Its words stand on the page or in the file of dialogs, never here.
// assets.rs takes out what only its authors need: so comments have lines of their own, and statements end with a semicolon.
(() => {
  "use strict";
  const root = document.documentElement;
  const find = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const on = (target, event, act) => target.addEventListener(event, act);
  const make = (tag, ...content) => {
    const element = document.createElement(tag);
    element.append(...content);
    return element;
  };

  // what a reader chose; a private window forgets
  const stored = (key) => {
    try { return localStorage.getItem(key); } catch { return null; }
  };
  const store = (key, value) => {
    try { localStorage.setItem(key, value); } catch { return; }
  };
  // an address that somebody wrote may hold anything
  const decoded = (text) => {
    try { return decodeURIComponent(text); } catch { return text; }
  };
  if (/^(dark|light)$/.test(stored("theme"))) root.dataset.theme = stored("theme");

  function themes() {
    const button = find(".theme");
    if (!button) return;
    const system = matchMedia("(prefers-color-scheme: dark)");
    const other = () => (root.dataset.theme ?? (system.matches ? "dark" : "light")) === "dark" ? "light" : "dark";
    const label = () => {
      button.textContent = button.dataset[other()];
      button.ariaLabel = button.dataset[other() + "Name"];
    };
    on(button, "click", () => {
      store("theme", root.dataset.theme = other());
      label();
    });
    on(system, "change", label);
    button.hidden = false;
    label();
  }

  // Filters and order live in the address (#leads?class=leaked&sort=arrived): such a view can be sent, and gone back to.
  function filters() {
    const bar = find(".filters:not(.bound *)");
    if (!bar) return;
    const { place } = bar.dataset;
    const selects = all("select", bar);
    const items = all("[data-item]");
    const [note, clear] = all(".shown > *");
    const lists = [...new Set(items.map((item) => item.parentNode))].map((parent) => {
      const own = items.filter((item) => item.parentNode === parent);
      return { parent, own, end: own.at(-1).nextSibling };
    });

    function apply() {
      const [name, query] = location.hash.slice(1).split("?");
      const state = new URLSearchParams(name === place ? query : "");
      for (const select of selects) {
        select.value = state.get(select.name) ?? "";
        if (!select.value) select.selectedIndex = 0;
      }
      const used = selects.filter((select) => select.value);
      const narrow = used.filter((select) => select.name !== "sort");
      for (const item of items) {
        item.hidden = narrow.some(({ name, value }) => name in item.dataset && !item.dataset[name].split(" ").includes(value));
      }
      const by = used.find((select) => select.name === "sort")?.value;
      const rank = (item) => by ? item.getAttribute("data-by-" + by) : 0;
      for (const { parent, own, end } of lists) {
        for (const item of [...own].sort((a, b) => rank(a) - rank(b))) parent.insertBefore(item, end);
      }
      const shown = items.filter((item) => item.matches("tr:not([hidden])")).length;
      note.textContent = narrow.length ? note.dataset.text.replace("{n}", shown) : "";
      clear.hidden = !used.length;
    }
    // what an address names is shown, whatever was chosen before
    function arrive() {
      apply();
      document.getElementById(decoded(location.hash.slice(1).split("?")[0]))?.scrollIntoView();
    }
    function go(used) {
      const query = new URLSearchParams(used.map(({ name, value }) => [name, value]));
      history.pushState(null, "", "#" + place + (used.length ? "?" + query : ""));
      apply();
    }
    on(bar, "change", () => go(selects.filter((select) => select.value)));
    on(clear, "click", () => {
      go([]);
      selects[0].focus();
    });
    on(window, "hashchange", () => location.hash.includes("?") ? apply() : arrive());
    bar.hidden = note.parentNode.hidden = false;
    if (location.hash.includes("?")) arrive();
  }

  // Dialogs, and the data for the search, are scripts that are loaded when they are first asked for. They call handoff().
  const loads = {};
  const entries = [];
  function load(file) {
    return loads[file] ??= new Promise((done) => {
      const script = make("script");
      script.onload = script.onerror = done;
      script.async = false;
      script.src = file;
      document.head.append(script);
    });
  }
  window.handoff = ({ dialogs = "", groups = [] }) => {
    document.body.insertAdjacentHTML("beforeend", dialogs);
    const base = document.currentScript.src;
    for (const { kind, of, items } of groups) {
      for (const [href, title, text] of items) entries.push({ kind, title, text: [of, text].filter(Boolean).join(" · "), href, base });
    }
  };

  async function open(name) {
    const { dialogs, search } = find(".find")?.dataset ?? {};
    if (dialogs) await load(dialogs);
    const dialog = find("dialog." + name);
    if (!dialog || dialog.open) return;
    dialog.showModal();
    const input = find("input", dialog);
    if (name === "search") {
      input.select();
      searching(dialog, input, search.split(" "));
    } else {
      input.checked = stored("keys") !== "off";
      input.onchange = () => store("keys", input.checked ? "on" : "off");
    }
  }

  // letters without case and accents
  const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  const bare = (event) => !event.ctrlKey && !event.metaKey && !event.altKey;

  function searching(dialog, input, files) {
    const list = find("ol", dialog);
    const words = dialog.dataset;
    let ready = false;

    function answer() {
      const query = fold(input.value).trim();
      const parts = query.split(/\s+/);
      const found = query ? entries.filter((entry) => parts.every((part) => entry.folded?.includes(part))) : [];
      // first what is called so, then what begins so, then what is called so in part, then the rest
      const rank = ({ name }) => [name === query, name.startsWith(query), name.includes(query), true].indexOf(true);
      const best = [0, 1, 2, 3].flatMap((wanted) => found.filter((entry) => rank(entry) === wanted)).slice(0, 50);
      const wanted = new RegExp(parts.map((part) => part.replace(/\W/g, "\\$&")).join("|"), "g");
      list.replaceChildren(...best.map(({ kind, title, text, href, base }) => {
        const link = make("a", make("small", words[kind]), make("b", ...lit(title, wanted)), make("span", ...lit(text, wanted)));
        link.href = new URL(href, base);
        return make("li", link);
      }));
      const say = ["none", "one"][found.length] ?? (found.length > 50 ? "more" : "many");
      find("[role=status]", dialog).textContent = query && words[ready ? say : "loading"].replace("{n}", found.length.toLocaleString(root.lang));
    }
    input.oninput = answer;
    dialog.onkeydown = (event) => {
      const links = all("a", list);
      const at = links.indexOf(document.activeElement);
      const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (way) {
        event.preventDefault();
        (links[Math.min(at + way, links.length - 1)] ?? input).focus();
      } else if (event.key === "Enter" && event.target === input) {
        links[0]?.click();
      } else if (at >= 0 && event.key.length === 1 && bare(event)) {
        input.focus();
      }
    };
    Promise.all(files.map(load)).then(() => {
      for (const entry of entries) {
        entry.name ??= fold(entry.title);
        entry.folded ??= fold([words[entry.kind], entry.title, entry.text].join("\n"));
      }
      ready = true;
      answer();
    });
  }

  // A text in pieces, with what was looked for in <mark>.
  function lit(text, wanted) {
    const line = fold(text);
    const pieces = [];
    let from = 0;
    // where a letter became two, places no longer agree
    for (const { index, 0: { length } } of line.length === text.length ? line.matchAll(wanted) : []) {
      pieces.push(text.slice(from, index), make("mark", text.slice(index, from = index + length)));
    }
    return [...pieces, text.slice(from)];
  }

  // The next lead, or the one before: in a table the focus moves; at its end and on a lead's page the page turns.
  function step(way) {
    const links = all(".matrix tbody tr:not([hidden]) th a");
    const at = links.findIndex((link) => link.closest("tr").contains(document.activeElement));
    const next = links[at < 0 ? 0 : at + way];
    if (next) next.focus();
    else find(way > 0 ? "a[rel=next]" : "a[rel=prev]")?.click();
  }

  function dialogs() {
    const button = find(".find");
    if (!button) return;
    on(document, "click", ({ target }) => {
      const dialog = target.closest("dialog");
      const opener = target.closest("[data-open]");
      if (dialog && (target === dialog || target.closest("a, button"))) dialog.close();
      if (opener) open(opener.dataset.open);
    });
    button.hidden = false;
  }

  function keys() {
    const acts = { j: () => step(1), k: () => step(-1), "/": () => open("search"), "?": () => open("help") };
    on(document, "keydown", (event) => {
      // a dialog that was just closed holds the focus for a moment more
      const busy = event.target.closest("dialog[open], :is(input, select, textarea):not(dialog *)");
      if (!acts[event.key] || busy || !bare(event) || stored("keys") === "off") return;
      event.preventDefault();
      acts[event.key]();
    });
  }

  function printing() {
    let opened = [];
    on(window, "beforeprint", () => {
      opened = all("details:not([open])");
      for (const details of opened) details.open = true;
    });
    on(window, "afterprint", () => {
      for (const details of opened) details.open = false;
    });
  }

  on(document, "DOMContentLoaded", () => {
    themes();
    filters();
    dialogs();
    keys();
    printing();
  });
})();
