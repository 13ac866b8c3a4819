// Lets a page follow what is built: it is loaded again when it changed, and what is wrong is shown over it.
// What it shows lives in a shadow tree, so that neither its looks nor its keys meet those of the page.
((looks) => {
  "use strict";
  const { src, dataset: { version } } = document.currentScript;
  const KEPT = "live-kept";
  const CLOSED = "live-closed";
  const stored = (key) => {
    try { return sessionStorage.getItem(key); } catch { return null; }
  };
  const store = (key, value) => {
    try { sessionStorage.setItem(key, value); } catch { return; }
  };

  // Where the reader is: by the last thing with a name above the edge of the window, since what is above it may have grown.
  const places = () => [...document.querySelectorAll("main [id], main")];
  const topOf = (element) => element.getBoundingClientRect().top;
  const folds = () => [...document.querySelectorAll("details")];
  function keep() {
    const mark = places().findLast((element) => element.getClientRects().length && topOf(element) <= 0);
    store(KEPT, JSON.stringify({
      page: location.href, id: mark?.id, top: mark && topOf(mark), x: scrollX, y: scrollY,
      open: folds().map((details) => details.open), focus: document.activeElement?.id,
    }));
  }
  function restore() {
    const kept = JSON.parse(stored(KEPT) ?? "null");
    store(KEPT, "null");
    if (kept?.page !== location.href) return;
    const all = folds();
    if (all.length === kept.open.length) all.forEach((details, at) => { details.open = kept.open[at]; });
    document.getElementById(kept.focus || null)?.focus({ preventScroll: true });
    const mark = document.getElementById(kept.id || null);
    scrollTo({ left: kept.x, top: mark ? scrollY + topOf(mark) - kept.top : kept.y, behavior: "instant" });
  }
  // behind what the browser and the page do by themselves when all is there
  addEventListener("load", () => requestAnimationFrame(restore));

  const host = document.createElement("handoff-audit-live");
  host.lang = "en";
  const shadow = host.attachShadow({ mode: "open" });
  const style = new CSSStyleSheet();
  style.replaceSync(looks);
  shadow.adoptedStyleSheets = [style];
  shadow.innerHTML = `
    <div role="status"><button type="button" class="pill" aria-haspopup="dialog" hidden></button><p class="pill" hidden></p></div>
    <dialog aria-labelledby="title">
      <form method="dialog"><h2 id="title"></h2><button>Close</button></form>
      <p class="why"></p>
      <pre tabindex="0" role="region" aria-label="What is wrong"></pre>
    </dialog>`;
  const find = (selector) => shadow.querySelector(selector);
  const [pill, lost, dialog] = ["button.pill", "p.pill", "dialog"].map(find);
  pill.onclick = () => dialog.showModal();
  dialog.onclick = ({ target }) => { if (target === dialog) dialog.close(); };
  // keys of the page rest while the dialog is open
  dialog.onkeydown = (event) => event.stopPropagation();
  let shown = "";
  dialog.onclose = () => store(CLOSED, shown);

  function show(notes) {
    lost.hidden = true;
    pill.hidden = !notes;
    if (!notes) {
      dialog.close();
      store(CLOSED, shown = "");
      return;
    }
    const { title, html, pressing } = notes;
    // what the last build had wrong is mended
    if (!pressing && dialog.role === "alertdialog") {
      dialog.close();
      store(CLOSED, "");
    }
    pill.textContent = find("h2").textContent = title;
    pill.classList.toggle("pressing", pressing);
    dialog.role = pressing ? "alertdialog" : "dialog";
    find(".why").textContent = pressing
      ? "The page behind this is the last that could be built. It follows by itself as soon as this is mended and saved."
      : "The page is up to date.";
    find("pre").innerHTML = html;
    const known = shown || stored(CLOSED);
    shown = title + html;
    // what was closed once stays closed, on other pages too
    if (!pressing || shown === known) return;
    if (!dialog.open) dialog.showModal();
  }

  let stream;
  function listen() {
    // a browser holds few connections to a server: pages that nobody sees leave theirs to others, and catch up when they are seen
    if (document.hidden) return silence();
    if (stream) return;
    stream = new EventSource(new URL("events", src));
    stream.onmessage = ({ data }) => {
      const { version: latest, notes } = JSON.parse(data);
      if (latest === version) return show(notes);
      keep();
      location.reload();
    };
    stream.onerror = ({ target }) => {
      if (target !== stream) return;
      lost.textContent = "Not connected: `handoff-audit serve` has ended";
      lost.hidden = false;
      pill.hidden = true;
      if (target.readyState !== EventSource.CLOSED) return;
      silence();
      setTimeout(listen, 1000);
    };
  }
  function silence() {
    stream?.close();
    stream = undefined;
  }
  addEventListener("visibilitychange", listen);
  addEventListener("pageshow", listen);
  addEventListener("pagehide", silence);
  document.body.append(host);
  listen();
})("STYLE"); // live.css, which the server puts here
