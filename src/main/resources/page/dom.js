// Elements, numbers, times and charts. Text goes in by textContent alone: the
// names of APIs are whatever somebody has called them.

const SVG = "http://www.w3.org/2000/svg";
const WHOLE = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const FINE = new Intl.NumberFormat("en-US", { maximumFractionDigits: 1 });
const USD = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" });

export const byId = (id) => document.getElementById(id);

/** Attributes are set, never parsed; a child that is no node becomes text. */
export function node(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

/** Touches the page only where something has changed, so that nothing jumps. */
export function text(element, value) {
  const wanted = value ?? "";
  if (element.textContent !== wanted) {
    element.textContent = wanted;
  }
}

export function attribute(element, name, value) {
  if (value === null || value === undefined) {
    element.removeAttribute(name);
  } else if (element.getAttribute(name) !== String(value)) {
    element.setAttribute(name, value);
  }
}

export function show(element, shown) {
  if (element.hidden === shown) {
    element.hidden = !shown;
  }
}

/** A cell that says its heading by itself where the table becomes cards. */
export function cell(heading, kind = "", ...children) {
  return node("td", { role: "cell", class: kind, "data-heading": heading }, ...children);
}

/**
 * Keeps one element per key, and moves none that may stay: who has the focus
 * keeps it over a refresh.
 */
export function keyed(parent, items, keyOf, make, fill) {
  const keys = new Set(items.map(keyOf));
  const old = new Map();
  for (const each of [...parent.children]) {
    if (keys.has(each.dataset.key)) {
      old.set(each.dataset.key, each);
    } else {
      each.remove();
    }
  }
  let place = parent.firstElementChild;
  for (const item of items) {
    const key = keyOf(item);
    const element = old.get(key) ?? make(item);
    element.dataset.key = key;
    fill(element, item);
    if (element === place) {
      place = place.nextElementSibling;
    } else {
      parent.insertBefore(element, place);
    }
  }
}

export const whole = (value) => (value === null || value === undefined ? "–" : WHOLE.format(value));
export const fine = (value) => (value === null || value === undefined ? "–" : FINE.format(value));
export const usd = (value) => USD.format(value);

export function bytes(value) {
  const units = ["B", "KiB", "MiB", "GiB", "TiB"];
  let unit = 0;
  let left = value;
  while (left >= 1024 && unit < units.length - 1) {
    left /= 1024;
    unit++;
  }
  return `${unit === 0 ? WHOLE.format(left) : FINE.format(left)} ${units[unit]}`;
}

/** In the two largest units, such as 1 h 5 min. */
export function span(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min`;
  const [large, small, names] =
    whole < 86400 ? [3600, 60, ["h", "min"]] : [86400, 3600, ["d", "h"]];
  const rest = Math.floor((whole % large) / small);
  return `${Math.floor(whole / large)} ${names[0]}${rest ? ` ${rest} ${names[1]}` : ""}`;
}

export function took(milliseconds) {
  return milliseconds < 1000
    ? `${WHOLE.format(milliseconds)} ms`
    : milliseconds < 60000 ? `${FINE.format(milliseconds / 1000)} s` : span(milliseconds / 1000);
}

/** 2026-11-28 21:05:03 UTC */
export const utc = (iso) => `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`;
export const clock = (iso) => iso.slice(11, 19);

/** Relative text in a time element, the exact time as its title; now is the collector's. */
export function when(element, iso, now) {
  if (!iso) {
    text(element, "–");
    attribute(element, "datetime", null);
    attribute(element, "title", null);
    return;
  }
  const seconds = (Date.parse(iso) - now) / 1000;
  const near = Math.abs(seconds) < 1;
  text(element, near ? "now" : seconds < 0 ? `${span(-seconds)} ago` : `in ${span(seconds)}`);
  attribute(element, "datetime", iso);
  attribute(element, "title", utc(iso));
}

function shape(tag, attributes) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, value);
  }
  return made;
}

/**
 * Bars from the left, oldest first; null leaves a gap. What is marked bad is
 * drawn in the colour of failures over its bar.
 */
export function bars(holder, values, slots, label) {
  const drawn = JSON.stringify([values, label]);
  if (holder.drawn === drawn) {
    return;
  }
  holder.drawn = drawn;
  const [width, height] = [slots * 4, 24];
  const most = Math.max(1e-9, ...values.map((each) => each.value ?? 0));
  const svg = shape("svg", {
    class: "bars", viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: "none",
    role: "img", "aria-label": label,
  });
  const first = slots - values.length;
  values.forEach((each, index) => {
    if (each.value === null) return;
    const x = (first + index) * 4;
    for (const [kind, value] of [["bar", each.value], ["bad", each.bad], ["warn", each.warn]]) {
      if (value === undefined || (kind !== "bar" && !value)) continue;
      const tall = Math.max(1.5, (Math.min(value, most) / most) * height);
      svg.append(shape("rect", { class: kind, x, y: height - tall, width: 3, height: tall }));
    }
  });
  const title = shape("title", {});
  title.textContent = label;
  svg.prepend(title);
  holder.replaceChildren(svg);
}
