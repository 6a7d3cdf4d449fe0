// Remembers for this tab how much its visitor has brought in, and for which session. A session that
// begins where another had something, after a reload or a restart of the server, is told of it. And
// a tab is not closed or loaded anew without a question while it has something that no archive has.

const KEY = "brought-in";
let here = { count: 0 };
let kept = null; // the state of which an archive was taken
let askAgain = () => {};

export default function ({ data, setTriggerValue }) {
  const before = remembered();
  if (before.count && before.session !== data.session) {
    inAnotherTab(before.session).then((still) => still || setTriggerValue("lost", before.count));
  }
  here = data;
  askAgain = () => here.count && setTriggerValue("back", true);
  remember({ session: data.session, count: data.count });
  if (data.count) hold(data.session);
}

// A tab that is opened from another, or doubled, takes over what that one remembers, while nothing is
// lost: the other has it. So a tab with something holds a lock, which goes when its page does.
const lockOf = (session) => `${KEY}-${session}`;
let held = null;

function hold(session) {
  if (held === session) return;
  held = session;
  navigator.locks?.request(lockOf(session), () => new Promise(() => {}));
}

async function inAnotherTab(session) {
  if (held === session || !navigator.locks) return false;
  const locks = await navigator.locks.query();
  return locks.held.some(({ name }) => name === lockOf(session));
}

// A connection that is back may be to a server that was started anew, and so to another session.
// Streamlit asks it for nothing until something is pressed, and a download that is pressed asks the
// session that is gone: nothing happens, and nothing says why. So the page asks for itself.
const BACK_MS = 1000; // until Streamlit has taken the connection up

window.WebSocket = class extends WebSocket {
  constructor(...how) {
    super(...how);
    this.addEventListener("open", () => setTimeout(() => askAgain(), BACK_MS));
  }
};

// Once for the page: each drawing of the component would add its own.
window.addEventListener("beforeunload", (leaving) => {
  if (here.count && (here.state !== kept || !here.archived)) leaving.preventDefault();
});
document.addEventListener(
  "click",
  ({ target }) => {
    if (here.archive && target.closest?.(here.archive)) kept = here.state;
  },
  true,
);

function remembered() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY)) ?? {};
  } catch {
    return {}; // a browser that keeps nothing for pages
  }
}

function remember(now) {
  try {
    if (now.count) sessionStorage.setItem(KEY, JSON.stringify(now));
    else sessionStorage.removeItem(KEY);
  } catch {
    // Nothing will be told, as before.
  }
}
