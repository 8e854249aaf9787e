// What HTML and htmx cannot do by themselves: completing, keys, focus, and scrolling that never pulls anybody away.
(() => {
  const $ = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const text = $("#text"), composer = $("#composer"), offers = $("#offers"), dialog = $("#dialog");
  const menu = $("#menu"), scroll = $("#scroll"), log = $("#log"), down = $("#down"), said = $("#said"), live = $("#live");
  const words = $("#words").dataset;

  // What went wrong is told where whoever did it looks: in the dialog, or above the box to write in.
  const tell = sentence => {
    const form = dialog.open && $(".form", dialog);
    if (!form) return said.textContent = sentence;
    $(".wrong.all", form)?.remove();
    const told = Object.assign(document.createElement("p"), { className: "wrong all", textContent: sentence });
    told.setAttribute("role", "alert");
    $(".buttons", form).before(told);
  };
  document.addEventListener("htmx:response:error", event => {
    const { ctx } = event.detail;
    if (ctx.text?.startsWith("<hx-partial")) return;
    ctx.swap = "none";
    if (ctx.sourceElement !== live) tell(words.failed);
  });
  document.addEventListener("htmx:error", event => {
    const source = event.detail.ctx?.sourceElement;
    if (source && source !== live) tell(words.failed);
  });

  // Scrolling: stay at the bottom where one is there already, and say that there is more where one is not.
  let stuck = true;
  const toBottom = () => { scroll.scrollTop = scroll.scrollHeight; };
  const nearBottom = () => scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 80;
  scroll.addEventListener("scroll", () => { stuck = nearBottom(); if (stuck) down.hidden = true; }, { passive: true });
  new MutationObserver(changes => {
    if (stuck) toBottom();
    else if (changes.some(one => one.addedNodes.length && one.target === log)) down.hidden = nearBottom();
  }).observe(log, { childList: true, subtree: true });
  new ResizeObserver(() => { if (stuck) toBottom(); }).observe(scroll);
  log.addEventListener("load", () => { if (stuck) toBottom(); }, true);
  down.addEventListener("click", () => { toBottom(); down.hidden = true; text.focus(); });
  const pointed = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  if (pointed) { stuck = false; pointed.scrollIntoView({ block: "center" }); pointed.classList.add("pointed"); pointed.focus(); } else toBottom();

  // The box to write in: it grows, Enter sends, Shift+Enter begins a new line.
  const fit = () => { text.style.height = "auto"; text.style.height = `${Math.min(text.scrollHeight, 200)}px`; };
  const emptied = () => { composer.reset(); composer.classList.remove("ready"); text.value = ""; fit(); picked(); said.replaceChildren(); closeOffers(); stuck = true; toBottom(); text.focus(); };
  const picked = () => {
    const file = $("#file").files[0];
    $("#picked").textContent = file ? `${words.picked} ${file.name} · ` : "";
  };
  $("#file").addEventListener("change", event => {
    if (event.target.files[0]?.size > Number(words.most)) { event.target.value = ""; tell(words.big); }
    else if (said.textContent === words.big) said.replaceChildren();
    picked();
  });
  fit();
  const address = new URL(location);
  if (address.searchParams.has("say")) {
    address.searchParams.delete("say");
    history.replaceState(null, "", address);
    $(".send").focus();
  }

  // Completing: a listbox below the caret's line, moved through by arrows while the focus stays in the text.
  let asked = 0, timer;
  const options = () => all("[role=option]", offers);
  const chosen = () => $("[aria-selected=true]", offers);
  const closeOffers = () => { offers.hidden = true; text.removeAttribute("aria-activedescendant"); };
  const choose = option => {
    for (const one of options()) one.setAttribute("aria-selected", String(one === option));
    text.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  };
  const insert = option => {
    const rest = text.value.slice(text.selectionStart), begins = Number(option.dataset.begins);
    text.value = text.value.slice(0, begins) + option.dataset.insert + rest;
    const caret = begins + option.dataset.insert.length;
    text.setSelectionRange(caret, caret);
    fit();
    complete();
  };
  const complete = async () => {
    const begun = text.value.slice(0, text.selectionStart), mine = ++asked;
    if (!/^\/|(^|[\s(])[@#:][^\s@#:]*$/.test(begun)) return closeOffers();
    const response = await fetch(`complete?text=${encodeURIComponent(begun)}`).catch(() => null);
    if (!response?.ok || mine !== asked) return;
    offers.innerHTML = await response.text();
    offers.hidden = options().length === 0;
    if (offers.hidden) closeOffers(); else choose(options()[0]);
  };
  text.addEventListener("input", () => { fit(); composer.classList.remove("ready"); clearTimeout(timer); timer = setTimeout(complete, 120); });
  text.addEventListener("blur", () => setTimeout(closeOffers, 150));
  offers.addEventListener("mousedown", event => {
    event.preventDefault();
    const option = event.target.closest("[role=option]");
    if (option) insert(option);
  });
  text.addEventListener("keydown", event => {
    if (event.isComposing) return;
    if (!offers.hidden) {
      const list = options(), at = list.indexOf(chosen());
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) { event.preventDefault(); return choose(list[(at + step + list.length) % list.length]); }
      if (event.key === "Escape") { event.preventDefault(); event.stopPropagation(); asked++; return closeOffers(); }
      const whole = chosen() && text.value.slice(Number(chosen().dataset.begins), text.selectionStart).trim() === chosen().dataset.insert.trim();
      if (chosen() && (event.key === "Tab" || (event.key === "Enter" && !event.shiftKey && !whole))) {
        event.preventDefault();
        return insert(chosen());
      }
    }
    if (event.key === "Enter" && !event.shiftKey) { event.preventDefault(); closeOffers(); asked++; clearTimeout(timer); if (text.value.trim() || $("#file").files.length) composer.requestSubmit(); }
    if (event.key === "ArrowUp" && !text.value) { event.preventDefault(); walk(log.lastElementChild, 0); }
  });

  // Messages: one stop for Tab, arrows move between them, and only the one in focus has its buttons in reach.
  const walk = (from, step) => {
    const list = all(".message", log);
    const at = Math.max(0, Math.min(list.length - 1, list.indexOf(from) + step));
    (list[at] ?? list.at(-1))?.focus();
  };
  scroll.addEventListener("keydown", event => {
    const here = event.target.closest(".message");
    const last = all(".message", log).at(-1);
    if (event.target === scroll && event.key === "ArrowUp") { event.preventDefault(); last?.focus(); }
    if (!here || event.target !== here) return;
    if (event.key === "ArrowUp") { event.preventDefault(); walk(here, -1); }
    if (event.key === "ArrowDown") { event.preventDefault(); if (here === last) text.focus(); else walk(here, 1); }
    if (event.key === "Home") { event.preventDefault(); walk(all(".message", log)[0], 0); }
    if (event.key === "End") { event.preventDefault(); walk(last, 0); }
    if (event.key === "Enter") { event.preventDefault(); $(".more", here)?.click(); }
    if (event.key === "Escape") text.focus();
  });
  let held = "";
  document.addEventListener("focusin", event => { if (!menu.contains(event.target)) held = event.target.closest?.(".message")?.id ?? ""; });
  document.addEventListener("htmx:after:swap", () => {
    if (held && (document.activeElement === document.body || !document.activeElement)) document.getElementById(held)?.focus({ preventScroll: true });
  });
  log.addEventListener("focusin", event => {
    const here = event.target.closest(".message");
    for (const one of all(".more, .reaction", log)) one.tabIndex = here?.contains(one) ? 0 : -1;
  });

  // The menu of a message: beside what opened it, walked through by arrows.
  let opener = null;
  const openMenu = () => {
    menu.showPopover();
    const at = opener.getBoundingClientRect(), own = menu.getBoundingClientRect();
    menu.style.top = `${Math.max(8, Math.min(at.bottom + 4, innerHeight - own.height - 8))}px`;
    menu.style.left = `${Math.max(8, Math.min(at.right - own.width, innerWidth - own.width - 8))}px`;
    $("[role=menuitem]", menu)?.focus();
  };
  menu.addEventListener("keydown", event => {
    const list = all("[role=menuitem]", menu), at = list.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (step) { event.preventDefault(); list[(at + step + list.length) % list.length].focus(); }
    if (event.key === "Home") { event.preventDefault(); list[0].focus(); }
    if (event.key === "End") { event.preventDefault(); list.at(-1).focus(); }
    if (event.key === "Tab") menu.hidePopover();
  });
  menu.addEventListener("toggle", event => { if (event.newState === "closed" && !dialog.open) opener?.isConnected && opener.focus(); });

  // Answers: a form goes into the dialog, nothing at all means that it is done.
  const closeMenu = () => { if (menu.matches(":popover-open")) menu.hidePopover(); };
  document.addEventListener("click", event => {
    opener = event.target.closest(".more") ?? opener;
    if (event.target.closest("[data-close]") || event.target === dialog) dialog.close();
    const pane = event.target.closest("[data-pane]");
    if (pane && pane.tagName === "BUTTON") showPane(pane.dataset.pane);
  });
  document.addEventListener("htmx:after:swap", event => {
    const target = event.detail.ctx?.target;
    if (said.textContent && said.textContent.trim() === $("#notice").textContent.trim()) said.replaceChildren();
    if (target === menu && $("[role=menuitem]", menu)) openMenu();
    if (target === dialog && dialog.childElementCount && event.detail.ctx.response?.status === 200) {
      if (!dialog.open) typed = event.detail.ctx.sourceElement === composer;
      openDialog();
    }
  });
  let typed = false;
  const openDialog = () => {
    closeMenu();
    $("#people").hidePopover();
    if (!dialog.open) dialog.showModal();
    ($(".wrong", dialog)?.closest(".question") ?? dialog).querySelector("input:not([type=hidden]), textarea, select, button.primary")?.focus();
  };
  document.addEventListener("htmx:after:request", event => {
    const { sourceElement, response } = event.detail.ctx;
    if (response?.status !== 204) return;
    if (sourceElement === composer) emptied();
    if (dialog.contains(sourceElement)) { dialog.close(); if (typed) emptied(); }
    if (menu.contains(sourceElement)) closeMenu();
    said.replaceChildren();
  });
  dialog.addEventListener("close", () => { dialog.replaceChildren(); text.focus(); });

  // Narrow screens show one pane at a time.
  const showPane = pane => {
    document.body.dataset.pane = pane;
    for (const one of all(".tabs button")) one.setAttribute("aria-pressed", String(one.dataset.pane === pane));
    if (pane === "talk" && stuck) toBottom();
    $(`.tabs [data-pane="${pane}"]`).classList.remove("news");
  };
  new MutationObserver(() => {
    if (document.body.dataset.pane !== "panel") $('.tabs [data-pane="panel"]').classList.add("news");
  }).observe($("#sightings"), { childList: true });

  // Light, dark, or as the system has it.
  $("#theme").addEventListener("click", () => {
    const root = document.documentElement.dataset;
    const dark = root.theme ? root.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.theme = dark ? "light" : "dark";
    localStorage.setItem("palabre-theme", root.theme);
    draw();
  });

  // The stream: where one no longer sees this place, the site knows where to go; where it broke, say so until it is back.
  live.addEventListener("palabre-moved", () => location.reload());
  live.addEventListener("htmx:sse:error", () => { document.body.classList.add("offline"); said.textContent = words.offline; });
  live.addEventListener("htmx:sse:after:connection", () => {
    if (document.body.classList.contains("offline")) said.replaceChildren();
    document.body.classList.remove("offline");
  });

  // Four weeks, drawn once they are asked for; the same figures stand in a table below.
  const drawn = figure => {
    const read = JSON.parse(figure.dataset.chart), some = values => values.map(one => one || null);
    const days = read.days, [messages, acted, noticed] = [read.messages, read.acted, read.noticed].map(some);
    const colour = name => getComputedStyle(figure).getPropertyValue(name).trim();
    const bars = name => ({ stroke: colour(name), fill: colour(name), paths: uPlot.paths.bars({ size: [0.8, 40] }), points: { show: false } });
    const series = [bars("--line-strong"), bars("--notice"), bars("--accent")];
    const axis = { stroke: colour("--soft"), grid: { stroke: colour("--line"), width: 1 }, ticks: { show: false }, font: "11px system-ui", gap: 4 };
    const day = new Intl.DateTimeFormat(document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang, { day: "numeric", month: "short", timeZone: "UTC" });
    figure.querySelector(".uplot")?.remove();
    new uPlot({
      width: figure.clientWidth, height: 130, legend: { show: false }, cursor: { show: false }, padding: [8, 4, 0, 0],
      scales: { x: { time: true, range: (_, first, last) => [first - 43200, last + 43200] }, y: { range: (_, least, most) => [0, Math.max(most, 4)] } },
      axes: [{ ...axis, grid: { show: false }, size: 22, space: 60, values: (_, all) => all.map(one => day.format(new Date(one * 1000))) }, { ...axis, size: 30 }],
      series: [{}, ...series],
    }, [days, messages, noticed, acted], figure);
  };
  const draw = () => all(".chart[data-chart]").forEach(drawn);
  const weeks = $("#weeks-inside");
  if (weeks) new MutationObserver(draw).observe(weeks, { childList: true });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
})();
