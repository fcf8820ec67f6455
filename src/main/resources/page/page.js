// Asks the JSON API every few seconds, while the page is looked at, and shows
// what it says. tables.js and history.js draw, actions.js acts.

import { byId, bytes, clock, node, show, span, text, attribute, usd, whole, keyed, fine, utc } from "./dom.js";
import { drawApis, drawJobs } from "./tables.js";
import { drawLetters, drawRuns } from "./history.js";
import { act, knowActions } from "./actions.js";

/** Milliseconds from one look to the next: what changes by the second, and what by the minute. */
const STATUS = 5000;
const SLOW = 30000;
const WAIT = 10000;

const seen = { status: 0, runs: 0, apis: 0, letters: 0 };
let now = Date.now();
let timer;
let busy = false;
let again = false;

async function get(path) {
  const answer = await fetch(path, {
    cache: "no-store", credentials: "same-origin", signal: AbortSignal.timeout(WAIT),
  });
  const body = await answer.json().catch(() => null);
  if (!answer.ok || !body) {
    throw new Error(body?.error ?? `the collector answered ${answer.status}`);
  }
  return body;
}

async function look(what, every, path, draw) {
  if (Date.now() - seen[what] < every) {
    return;
  }
  draw(await get(path));
  seen[what] = Date.now();
}

async function lookAtAll() {
  await look("status", 0, "api/status", (status) => {
    now = Date.parse(status.now);
    drawStatus(status);
  });
  const bad = byId("only-bad").checked ? "&problems=true" : "";
  await look("runs", 0, `api/runs?limit=40${bad}`, (body) => drawRuns(body, now, get));
  await look("letters", SLOW / 2, "api/dead-letters", (body) => drawLetters(body, now));
  const search = encodeURIComponent(byId("search").value.trim());
  await look("apis", SLOW, `api/apis?limit=100&search=${search}`, (body) => drawApis(body, now));
}

async function refresh() {
  if (busy) {
    again = true;
    return;
  }
  clearTimeout(timer);
  busy = true;
  try {
    await lookAtAll();
    tell(null);
  } catch (failure) {
    tell(failure);
  }
  busy = false;
  if (again) {
    again = false;
    refresh();
  } else if (!document.hidden) {
    timer = setTimeout(refresh, STATUS);
  }
}

/** After an action, or when what is looked for changes. */
function refreshNow() {
  Object.keys(seen).forEach((what) => (seen[what] = 0));
  refresh();
}

function tell(failure) {
  const banner = byId("banner");
  show(banner, failure !== null);
  document.body.classList.toggle("stale", failure !== null);
  if (failure) {
    const since = seen.status ? `, shown is the state of ${span((Date.now() - seen.status) / 1000)} ago` : "";
    const why = failure.name === "TimeoutError" ? "it did not answer in 10 s"
      : failure instanceof TypeError ? "is it running, and is this port open?" : failure.message;
    text(banner, `The collector cannot be reached${since}: ${why} Trying again every few seconds.`);
  }
}

const WORDS = {
  ok: "all well", late: "late", failed: "needs attention",
  suspended: "suspended", waiting: "waiting for first runs",
};

function drawStatus(status) {
  const overall = byId("overall");
  text(overall, WORDS[status.state] ?? status.state);
  attribute(overall, "class", `state ${status.state}`);
  document.title = status.state === "ok" ? "guance-aws-gateway" : `(${WORDS[status.state] ?? "!"}) guance-aws-gateway`;
  text(byId("as-of"), `As of ${clock(status.now)} UTC, up for ${span((now - Date.parse(status.started)) / 1000)}`);
  const edit = status.reload?.taken ? `, ${status.reload.edited} taken up at ${clock(status.reload.when)} UTC` : "";
  text(byId("version"), `guance-aws-gateway ${status.version} on ${status.instance}${edit}`);
  drawTiles(status);
  drawProblems(status.problems);
  drawBackfills(status.backfills);
  knowActions(status.actions);
  drawJobs(status.jobs, now, (path, words) => act(path, words).then(refreshNow));
}

function tile(name, value, note, kind = "") {
  text(byId(`tile-${name}`), value);
  attribute(byId(`tile-${name}`), "class", kind);
  text(byId(`note-${name}`), note);
}

function drawTiles({ jobs, fresh, receiver, dead_letters: letters, cost }) {
  const targets = new Set(jobs.map((job) => job.target)).size;
  const going = jobs.filter((job) => job.going).length;
  const suspended = jobs.filter((job) => job.suspended).length;
  tile("targets", whole(targets), [`${jobs.length} jobs`, going && `${going} going`,
    suspended && `${suspended} suspended`].filter(Boolean).join(", "));
  const lags = jobs.map((job) => job.lag_seconds).filter((lag) => lag !== null);
  const worst = lags.length ? `largest lag ${span(Math.max(...lags))}` : "no run yet";
  tile("fresh", fresh.up ? "fresh" : "not fresh", worst, fresh.up ? "good" : "bad");
  tile("receiver", receiver.accepting ? "accepting" : "not accepting",
    `${receiver.kind} ${receiver.host}`, receiver.accepting ? "good" : "bad");
  const share = letters.quota_bytes ? (100 * letters.parked_bytes) / letters.quota_bytes : 0;
  tile("letters", letters.parked_files + letters.rejected_files === 0 ? "none" : whole(letters.parked_files + letters.rejected_files),
    letters.parked_files
      ? `${whole(letters.parked_files)} parked, ${bytes(letters.parked_bytes)}, ${fine(share)}% of the quota`
      : letters.rejected_files ? `${whole(letters.rejected_files)} rejected` : "nothing parked or rejected",
    letters.parked_files || letters.rejected_files ? "warn" : "");
  tile("cost", cost.targets_estimated ? `${usd(cost.usd_per_month)}` : "–",
    cost.targets_estimated ? `a month, at most ${usd(cost.usd_per_month_at_most)}` : "after the first discovery");
}

function drawProblems(problems) {
  const list = byId("problems");
  keyed(list, problems, (each) => each, () => node("li"), (item, words) => text(item, words));
  show(list, problems.length > 0);
}

function drawBackfills(backfills) {
  const list = byId("backfills");
  keyed(list, backfills, (each) => each.target, () => node("div", {},
    node("span"), node("progress", { max: "1" }), node("span", { class: "quiet" })), (row, each) => {
    const [name, bar, words] = row.children;
    text(name, `Back-fill of ${each.account}/${each.region}`);
    attribute(bar, "value", each.share);
    attribute(bar, "aria-label", name.textContent);
    const end = each.end ? `, done ${clock(each.end)} UTC at this pace` : "";
    text(words, `${Math.floor(each.share * 100)}% of ${utc(each.from)} to ${utc(each.to)}, windows left: ${whole(each.windows_open)}${end}`);
  });
  show(list, backfills.length > 0);
}

byId("replay").addEventListener("click", () => act("api/replay", "Replay").then(refreshNow));
byId("only-bad").addEventListener("change", refreshNow);
byId("token-form").addEventListener("submit", (event) => event.preventDefault());
byId("apis-form").addEventListener("submit", (event) => event.preventDefault());
let typing;
byId("search").addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(refreshNow, 250);
});
document.addEventListener("visibilitychange", () => {
  clearTimeout(timer);
  if (!document.hidden) {
    refresh();
  }
});
refresh();
