// The caller's phone: places calls, and shows live what GET /simulator/stream tells.
import { ask, attempt, say } from './dom.js';
import { showCalls } from './calls.js';
import { register, showDevices } from './devices.js';
import { aBadDay, allIsWell, showSwitches } from './switches.js';
import { madeUpCaller } from './people.js';

const RECONNECT_MILLIS = 2000;
const AT_ONCE = 10;

const place = document.getElementById('place');
const { from, callerName, to } = place.elements;

/** Fills in somebody made up, but does not overwrite what was typed: that caller may want to call again. */
function invite({ always = false } = {}) {
  const caller = madeUpCaller();
  for (const input of [from, callerName]) {
    if (always) delete input.dataset.typed;
    if (input.dataset.typed === undefined) input.value = caller[input.name];
  }
}

const call = caller => ask('POST', 'calls', {
  from: caller.from.replace(/[\s().-]/g, ''),
  to: to.value.replace(/[\s().-]/g, ''),
  ...(caller.callerName.trim() === '' ? {} : { callerName: caller.callerName.trim() }),
});

for (const input of [from, callerName]) {
  input.addEventListener('input', () => { input.dataset.typed = 'yes'; });
}

place.addEventListener('submit', event => {
  event.preventDefault();
  attempt(async () => {
    await call({ from: from.value, callerName: callerName.value });
    const who = callerName.value.trim() || from.value;
    invite();
    return `${who} is calling.`;
  });
});

onClick('ten', async () => {
  await Promise.all(Array.from({ length: AT_ONCE }, () => call(madeUpCaller())));
  return 'Ten people are calling.';
});
onClick('somebody', () => invite({ always: true }));
onClick('hang-up-all', () => ask('DELETE', 'calls').then(({ hungUp }) => `${hungUp} hung up.`));
onClick('reset', allIsWell);
onClick('bad-day', aBadDay);

document.getElementById('register').addEventListener('submit', event => {
  event.preventDefault();
  const { agentId } = event.target.elements;
  attempt(async () => {
    const done = await register(agentId.value.trim());
    agentId.value = '';
    return done;
  });
});

function onClick(id, deed) {
  document.getElementById(id).addEventListener('click', () => attempt(deed));
}

let stream = null;

/** A page that nobody looks at holds no stream: browsers allow six connections to one address, over all tabs. */
function follow() {
  stream?.close();
  stream = null;
  if (document.hidden) return;
  stream = new EventSource('/simulator/stream');
  stream.addEventListener('phone', event => {
    showLink('Live', 'live');
    const { live, calls, devices, switches } = JSON.parse(event.data);
    showCalls(calls, live);
    showDevices(devices);
    showSwitches(switches);
  });
  stream.addEventListener('error', () => {
    showLink('The simulator does not answer', 'lost');
    if (stream?.readyState === EventSource.CLOSED) setTimeout(follow, RECONNECT_MILLIS);
  });
}

function showLink(text, state) {
  const link = document.getElementById('link');
  say(link, text);
  link.dataset.status = state;
}

document.addEventListener('visibilitychange', follow);
invite();
follow();
