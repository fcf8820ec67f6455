// The tables of the last runs, each with its log lines, and of dead letters.

import { attribute, byId, bytes, cell, clock, keyed, node, show, text, took, utc, when, whole } from "./dom.js";

const time = () => node("time");

/** Ids of runs whose details are open. */
const open = new Set();

/** Draws what was shown last again, with what is open now. */
let draw = () => {};

function toggle(run) {
  if (!open.delete(run.id)) {
    open.add(run.id);
  }
  draw();
}

function runRow() {
  const more = node("button", { type: "button", class: "more", "aria-expanded": "false" });
  const row = node("tr", { role: "row" },
    cell("Started", "", time()),
    cell("Run", "name", node("span", { class: "main" }), node("span", { class: "quiet" })),
    cell("Outcome", "", node("span", { class: "state" })),
    cell("Found", "number"),
    cell("Points", "number"),
    cell("Calls", "number"),
    cell("Billed", "number"),
    cell("Took", "number"),
    cell("", "buttons", more));
  more.addEventListener("click", () => toggle(row.run));
  return row;
}

function detailRow() {
  return node("tr", { role: "row", class: "details" },
    node("td", { role: "cell", colspan: "9" },
      node("p", { class: "error" }), node("dl", { class: "facts" }), node("pre", { tabindex: "0", "aria-label": "Log lines" })));
}

/** Every run, and behind an open one its details. */
function lines(runs) {
  return runs.flatMap((run) => (open.has(run.id) ? [{ run }, { run, details: true }] : [{ run }]));
}

export function drawRuns(body, now, get) {
  draw = () => drawRuns(body, now, get);
  keyed(byId("runs").tBodies[0], lines(body.runs), (line) => `${line.run.id}${line.details ? " details" : ""}`,
    (line) => (line.details ? detailRow() : runRow()),
    (row, { run, details }) => (details ? fillDetails(row, run, get) : fillRun(row, run, now)));
  text(byId("runs-empty"), byId("only-bad").checked
    ? "No run had a problem."
    : "No run has ended yet. The first begin within seconds of the start.");
  show(byId("runs-empty"), body.runs.length === 0);
}

const OUTCOMES = { ok: "ok", failed: "failed", parked: "late", rejected: "late", "given up": "late" };

function fillRun(row, run, now) {
  row.run = run;
  const [started, name, outcome, found, points, calls, billed, duration, buttons] = row.cells;
  when(started.firstChild, run.started, now);
  text(name.firstChild, run.job);
  text(name.lastChild, `${run.account}/${run.region}`);
  text(outcome.firstChild, run.outcome);
  attribute(outcome.firstChild, "class", `state ${OUTCOMES[run.outcome] ?? "failed"}`);
  attribute(outcome.firstChild, "title", run.error);
  text(found, `${whole(run.found)} ${run.job === "objects" ? "APIs" : "series"}`);
  text(points, whole(run.points_accepted));
  text(calls, whole(Object.values(run.calls).reduce((all, each) => all + each, 0)));
  text(billed, whole(run.metrics_billed));
  text(duration, took(run.duration_ms));
  const more = buttons.firstChild;
  text(more, open.has(run.id) ? "Close" : "Details");
  attribute(more, "aria-expanded", open.has(run.id));
  attribute(more, "aria-label", `${more.textContent} of ${run.job} ${run.account}/${run.region} at ${clock(run.started)}`);
}

/** What is not zero, with its words. */
function facts(run) {
  const all = [
    ["Run id", run.id],
    ["Started", utc(run.started)],
    ["Windows", run.windows],
    ["Requests", run.requests],
    ["Parked", run.points_parked],
    ["Rejected", run.points_rejected],
    ["Windows given up", run.windows_given_up],
    ["Changed late", run.points_late],
    ["Sets without a metric", run.sets_incomplete],
    ["Missed by the probe", run.points_probe_missed],
    ["Failures", run.failures],
    ["Throttles", run.throttles],
    ["Billed at most", run.metrics_billed_at_most],
    ["Calls", Object.entries(run.calls).map(([name, times]) => `${name} ${times}`).join(", ")],
  ];
  return all.filter(([, value]) => value).map(([name, value]) => [name, typeof value === "number" ? whole(value) : value]);
}

function fillDetails(row, run, get) {
  const [error, list, log] = row.cells[0].children;
  text(error, run.error);
  show(error, Boolean(run.error));
  keyed(list, facts(run), ([name]) => name, () => node("div", {}, node("dt"), node("dd")), (pair, [name, value]) => {
    text(pair.firstChild, name);
    text(pair.lastChild, value);
  });
  if (row.asked) {
    return;
  }
  row.asked = true;
  text(log, "Loading the log lines …");
  get(`api/runs/${run.id}`)
    .then((body) => text(log, body.log.length ? body.log.map(line).join("\n") : "No log lines of this run are kept any more."))
    .catch((failure) => text(log, `The log lines cannot be had: ${failure.message}`));
}

const line = (each) => `${clock(each.at)} ${each.level.padEnd(5)} ${each.message}`;

function letterRow() {
  return node("tr", { role: "row" },
    cell("Kind", "", node("span", { class: "state" })),
    cell("Category"),
    cell("Target"),
    cell("Files", "number"),
    cell("Points", "number"),
    cell("Size", "number"),
    cell("Oldest point", "", time()),
    cell("Reason", "reason"));
}

export function drawLetters(body, now) {
  keyed(byId("letters").tBodies[0], body.dead_letters,
    (each) => [each.kind, each.category, each.target, each.reason].join("|"), letterRow,
    (row, each) => {
      const [kind, category, target, files, points, size, oldest, reason] = row.cells;
      text(kind.firstChild, each.kind);
      attribute(kind.firstChild, "class", `state ${each.kind === "parked" ? "late" : "failed"}`);
      text(category, each.category);
      text(target, each.target);
      text(files, whole(each.files));
      text(points, whole(each.points));
      text(size, bytes(each.bytes));
      when(oldest.firstChild, each.oldest_point, now);
      text(reason, each.reason);
    });
  text(byId("letters-empty"), "Nothing is parked, and nothing was rejected.");
  show(byId("letters-empty"), body.dead_letters.length === 0);
}
