/* Presents a deck: one slide at a time, by keys or by swiping. Without it the page is read by scrolling. */
(() => {
  "use strict";
  const root = document.documentElement;
  const deck = document.querySelector(".deck");
  const slides = [...document.querySelectorAll(".slide")];
  const controls = document.querySelector(".controls");
  const button = document.querySelector(".present");
  const progress = document.querySelector(".progress");
  const announcement = document.querySelector(".announcement");
  let current = 0;
  let step = 1;
  let hasSteps = deck.dataset.steps === "on";
  let typed = "";
  let touch = null;

  const is = (state) => root.classList.contains(state);
  const points = (slide) => [...slide.querySelectorAll("[data-step]")];
  const lastStep = (slide) => (hasSteps ? Math.max(1, points(slide).length) : 1);

  function fromHash() {
    const found = slides.findIndex((slide) => `#${slide.id}` === location.hash);
    return found < 0 ? 0 : found;
  }

  function fit(slide) {
    slide.style.setProperty("--fit", 1);
    for (let size = 0.95; size >= 0.4 && slide.scrollHeight > slide.clientHeight + 1; size -= 0.05) {
      slide.style.setProperty("--fit", size.toFixed(2));
    }
  }

  function reveal(slide, upTo) {
    for (const point of points(slide)) {
      point.classList.toggle("is-later", Number(point.dataset.step) > upTo);
    }
  }

  function revealAll() {
    for (const slide of slides) reveal(slide, Infinity);
  }

  function show(index, atStep) {
    current = Math.min(Math.max(index, 0), slides.length - 1);
    const slide = slides[current];
    step = Math.min(Math.max(atStep, 1), lastStep(slide));
    slides.forEach((other, number) => {
      other.classList.toggle("is-current", number === current);
      if (is("is-presenting")) other.inert = number !== current;
    });
    progress.value = current + 1;
    history.replaceState(null, "", `#${slide.id}`);
    if (!is("is-presenting")) return;
    reveal(slide, hasSteps ? step : Infinity);
    fit(slide);
    const title = slide.querySelector(".title");
    announcement.textContent = `${deck.dataset.slide} ${current + 1} / ${slides.length}: ${title ? title.textContent : ""}`;
  }

  const next = () => (step < lastStep(slides[current]) ? show(current, step + 1) : current + 1 < slides.length && show(current + 1, 1));
  const back = () => (hasSteps && step > 1 ? show(current, step - 1) : current > 0 && show(current - 1, Infinity));

  function present(index) {
    root.classList.remove("is-overview");
    root.classList.add("is-presenting");
    deck.tabIndex = -1;
    show(index, 1);
    deck.focus({ preventScroll: true });
  }

  function leave(state) {
    root.classList.remove("is-presenting", "is-overview");
    for (const slide of slides) {
      slide.inert = false;
      slide.style.removeProperty("--fit");
    }
    revealAll();
    if (state) root.classList.add(state);
    slides[current].scrollIntoView({ block: "center", behavior: "instant" });
    if (!state) button.focus({ preventScroll: true });
  }

  function visible() {
    const middle = innerHeight / 2;
    const found = slides.findIndex((slide) => slide.getBoundingClientRect().bottom > middle);
    return found < 0 ? slides.length - 1 : found;
  }

  function overview() {
    if (is("is-overview")) return present(current);
    if (!is("is-presenting")) current = visible();
    leave("is-overview");
    show(current, 1);
  }

  function fullScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else if (root.requestFullscreen) root.requestFullscreen().catch(() => {});
  }

  function toggleSteps() {
    hasSteps = !hasSteps;
    show(current, hasSteps ? 1 : Infinity);
  }

  const move = (by) => show(current + by, 1);
  const columns = () => {
    const top = slides[0].offsetTop;
    const found = slides.findIndex((slide) => slide.offsetTop > top);
    return found < 1 ? 1 : found;
  };

  const whilePresenting = {
    ArrowRight: () => (deck.closest("[dir=rtl]") ? back() : next()),
    ArrowLeft: () => (deck.closest("[dir=rtl]") ? next() : back()),
    ArrowDown: next, PageDown: next, " ": next, n: next,
    ArrowUp: back, PageUp: back, Backspace: back,
    Home: () => show(0, 1), End: () => show(slides.length - 1, Infinity),
    Escape: () => leave(""), s: toggleSteps,
    Enter: () => { typed ? show(Number(typed) - 1, 1) : next(); typed = ""; },
  };
  const inOverview = {
    ArrowRight: () => move(deck.closest("[dir=rtl]") ? -1 : 1),
    ArrowLeft: () => move(deck.closest("[dir=rtl]") ? 1 : -1),
    ArrowDown: () => move(columns()), ArrowUp: () => move(-columns()),
    Home: () => show(0, 1), End: () => show(slides.length - 1, 1),
    Enter: () => present(current), " ": () => present(current), Escape: () => leave(""),
  };
  const always = { p: () => (is("is-presenting") ? leave("") : present(is("is-overview") ? current : visible())), o: overview, f: fullScreen };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("a, button, input, textarea") && (event.key === "Enter" || event.key === " ")) return;
    if (is("is-presenting") && /^\d$/.test(event.key)) {
      typed = `${typed}${event.key}`.slice(-4);
      return;
    }
    const keys = is("is-presenting") ? whilePresenting : is("is-overview") ? inOverview : {};
    const isBack = event.key === " " && event.shiftKey && is("is-presenting");
    const act = isBack ? back : keys[event.key] || always[event.key.toLowerCase()];
    if (event.key !== "Enter") typed = "";
    if (!act) return;
    event.preventDefault();
    act();
    if (is("is-overview")) slides[current].scrollIntoView({ block: "nearest", behavior: "instant" });
  });

  deck.addEventListener("click", (event) => {
    const slide = event.target.closest(".slide");
    if (!is("is-overview") || !slide) return;
    event.preventDefault();
    present(slides.indexOf(slide));
  });

  document.addEventListener("touchstart", (event) => {
    touch = event.touches.length === 1 ? event.touches[0] : null;
  }, { passive: true });
  document.addEventListener("touchend", (event) => {
    if (!touch || !is("is-presenting")) return;
    const across = event.changedTouches[0].clientX - touch.clientX;
    const down = event.changedTouches[0].clientY - touch.clientY;
    if (Math.abs(across) < 50 || Math.abs(across) < 2 * Math.abs(down)) return;
    (across < 0) === !deck.closest("[dir=rtl]") ? next() : back();
  }, { passive: true });

  addEventListener("resize", () => is("is-presenting") && fit(slides[current]));
  addEventListener("hashchange", () => fromHash() !== current && show(fromHash(), 1));
  addEventListener("beforeprint", revealAll);
  addEventListener("afterprint", () => is("is-presenting") && show(current, step));
  button.addEventListener("click", () => present(location.hash ? fromHash() : visible()));

  current = fromHash();
  controls.hidden = false;
})();
