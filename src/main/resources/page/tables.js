// The tables of targets and jobs, and of APIs.

import { attribute, bars, byId, cell, fine, keyed, node, show, span, text, took, when, whole } from "./dom.js";

/** Runs that the small chart of a job has room for, and steps of five minutes of that of an API. */
const RUNS = 30;
const STEPS = 36;

const STATES = {
  ok: "ok", going: "going", failed: "failed", late: "late",
  suspended: "suspended", waiting: "no run yet",
};

const time = () => node("time");
const main = (...children) => node("span", { class: "main" }, ...children);
const quiet = () => node("span", { class: "quiet" });

function jobRow(run) {
  const button = (kind) => node("button", { type: "button", class: kind });
  const buttons = [button("run"), button("hold")];
  const row = node("tr", { role: "row" },
    cell("Target", "name", main(), quiet()),
    cell("Job"),
    cell("State", "", node("span", { class: "state" })),
    cell("Last run", "", time(), quiet()),
    cell("Points", "number"),
    cell("Points by run", "chart"),
    cell("Next run", "", time()),
    cell("Lag", "number"),
    cell("", "buttons", ...buttons));
  buttons[0].addEventListener("click", () => run(row.job, "run"));
  buttons[1].addEventListener("click", () => run(row.job, row.job.suspended ? "resume" : "suspend"));
  return row;
}

const ACTIONS = { run: "Run now", suspend: "Suspend", resume: "Resume" };

export function drawJobs(jobs, now, post) {
  const run = (job, action) => post(
    `api/jobs/${job.target}/${job.job}/${action}`,
    `${ACTIONS[action]} ${job.job} ${job.account}/${job.region}`);
  keyed(byId("jobs").tBodies[0], jobs, (job) => `${job.target} ${job.job}`, () => jobRow(run),
    (row, job) => {
      row.job = job;
      const [target, kind, state, last, points, chart, next, lag, actions] = row.cells;
      const name = `${job.account}/${job.region}`;
      text(target.firstChild, job.account);
      text(target.lastChild, job.region);
      text(kind, job.job);
      fillState(state.firstChild, job);
      const record = job.last_run;
      when(last.firstChild, record?.started, now);
      text(last.lastChild, record ? `took ${took(record.duration_ms)}` : "");
      text(points, record ? whole(record.points_accepted) : "–");
      bars(chart, job.recent_runs.slice(-RUNS).map((each) => ({
        value: each.points_accepted,
        bad: each.outcome === "failed" ? Math.max(1, each.points_accepted) : 0,
      })), RUNS, `points accepted by the last ${job.recent_runs.length} runs, newest ${whole(record?.points_accepted)}`);
      when(next.firstChild, job.suspended ? null : job.next_run, now);
      text(lag, job.lag_seconds === null ? "–" : span(job.lag_seconds));
      attribute(lag, "class", job.late ? "number bad" : "number");
      fillButtons(actions, job, name);
    });
  text(byId("jobs-empty"), "There is no target: name one by collector.accounts in application.properties.");
  show(byId("jobs-empty"), jobs.length === 0);
}

function fillState(pill, job) {
  const reason = job.last_run?.error;
  text(pill, STATES[job.state] ?? job.state);
  attribute(pill, "class", `state ${job.state}`);
  attribute(pill, "title", job.state === "failed" || job.state === "late" ? reason : null);
}

function fillButtons(actions, job, name) {
  const [run, hold] = actions.children;
  text(run, "Run now");
  attribute(run, "aria-label", `Run ${job.job} of ${name} now`);
  run.disabled = job.going;
  text(hold, job.suspended ? "Resume" : "Suspend");
  attribute(hold, "aria-label", `${hold.textContent} ${job.job} of ${name}`);
}

function apiRow() {
  return node("tr", { role: "row" },
    cell("API", "name", main(), quiet()),
    cell("Target"),
    cell("Protocol"),
    cell("Stages"),
    cell("Count", "number"),
    cell("4XX", "number"),
    cell("5XX", "number"),
    cell("Latency", "number"),
    cell("Last 3 hours", "chart"));
}

export function drawApis(body, now) {
  keyed(byId("apis").tBodies[0], body.apis, (api) => `${api.target} ${api.id ?? ""} ${api.name}`, apiRow,
    (row, api) => {
      const [name, target, protocol, stages, count, clients, servers, latency, chart] = row.cells;
      text(name.firstChild, api.name);
      text(name.lastChild, api.id ?? "several APIs share this name");
      text(target, `${api.account}/${api.region}`);
      text(protocol, api.protocol ?? "–");
      text(stages, api.stages.join(", ") || "–");
      text(count, whole(api.count));
      attribute(count, "title", api.minute ? `in the period from ${api.minute}` : "no traffic seen");
      fillErrors(clients, api.errors_4xx, "warn");
      fillErrors(servers, api.errors_5xx, "bad");
      text(latency, api.latency_ms === null ? "–" : `${fine(api.latency_ms)} ms`);
      bars(chart, api.chart.count.map((value, step) => ({
        value,
        warn: (api.chart.errors_4xx[step] ?? 0) + (api.chart.errors_5xx[step] ?? 0),
        bad: api.chart.errors_5xx[step] ?? 0,
      })), STEPS, label(api));
    });
  text(byId("apis-count"), counted(body));
  text(byId("apis-empty"), byId("search").value
    ? "No API matches. Names, ids and targets are looked through."
    : "No API was listed or read yet: they appear with the first run of objects.");
  show(byId("apis-empty"), body.apis.length === 0);
}

function fillErrors(of, value, kind) {
  text(of, whole(value));
  attribute(of, "class", value > 0 ? `number ${kind}` : "number");
}

function label(api) {
  const sum = (values) => values.reduce((all, value) => all + (value ?? 0), 0);
  return `last 3 hours: ${whole(sum(api.chart.count))} requests, `
    + `${whole(sum(api.chart.errors_4xx))} 4XX, ${whole(sum(api.chart.errors_5xx))} 5XX`;
}

function counted({ apis, matching, total, left_out: leftOut }) {
  const shown = apis.length < matching ? `${whole(apis.length)} of ${whole(matching)} shown, the busiest first` : whole(matching);
  const more = leftOut > 0 ? `, ${whole(leftOut)} more have no room here` : "";
  return matching === total ? `${shown}${more}` : `${shown} of ${whole(total)}${more}`;
}
