// What the buttons do: a POST with a JSON content type, which no other site can
// send unasked, and the token where one is needed. It stays in its field.

import { byId, show, text } from "./dom.js";

let refused = null;
let hiding;

/** @param actions of the status: whether a token is needed, or why nothing may be done here */
export function knowActions(actions) {
  refused = actions.refused;
  show(byId("token-form"), actions.token_needed && !refused);
}

function say(words, kind) {
  const toast = byId("toast");
  clearTimeout(hiding);
  toast.className = kind;
  text(toast, words);
  hiding = setTimeout(() => text(toast, ""), 8000);
}

export async function act(path, words) {
  if (refused) {
    say(refused, "bad");
    return;
  }
  const headers = { "Content-Type": "application/json" };
  const token = byId("token").value.trim();
  if (token) {
    headers.Authorization = `Bearer ${token}`;
  }
  try {
    const answer = await fetch(path, { method: "POST", headers, credentials: "same-origin" });
    const body = await answer.json().catch(() => ({}));
    if (answer.ok) {
      say(body.done ?? `${words}: done`, "good");
    } else {
      say(`${words}: ${body.error ?? `the collector answered ${answer.status}`}`, "bad");
      if (answer.status === 401) {
        byId("token").focus();
      }
    }
  } catch {
    say(`${words}: the collector cannot be reached`, "bad");
  }
}
