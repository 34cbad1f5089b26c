// The list of calls: who calls, who is rung, who talks, and what the caller hears.
import { ask, button, element, keep, say } from './dom.js';

const STATUS = {
  'ringing': 'Ringing',
  'in-progress': 'On the line',
  'completed': 'Completed',
  'busy': 'Busy',
  'no-answer': 'Not answered',
  'canceled': 'Cancelled',
  'failed': 'Failed',
};

const list = document.getElementById('calls');
let shown = [];

export function showCalls(calls, live) {
  shown = calls;
  keep(list, calls, call => call.callSid, makeCard);
  document.getElementById('no-calls').hidden = calls.length > 0;
  document.getElementById('hang-up-all').disabled = live === 0;
  say(document.getElementById('live'), live === 0 ? '' : `${live} on the line`);
}

/** Who calls in that call, as people say it. */
export function callerOf(callSid) {
  const call = shown.find(each => each.callSid === callSid);
  return call?.callerName ?? call?.from ?? null;
}

function makeCard(first) {
  const who = element('h3', { textContent: first.callerName ?? first.from });
  const numbers = element('p', { className: 'quiet', textContent: (first.callerName ? first.from + ' → ' : 'to ') + first.to });
  const status = element('span', { className: 'badge' });
  const talks = element('p', { className: 'talks' });
  const legs = element('ul', { className: 'chips', ariaLabel: 'Devices rung for this caller' });
  const heard = element('ol', { className: 'heard', ariaLabel: 'What the caller hears', tabIndex: 0 });
  const summary = element('summary');
  const log = element('details', { open: isLive(first) }, summary, heard);
  const hangUp = button('Hang up', () => ask('POST', `calls/${first.callSid}/hang-up`).then(() => `${who.textContent} hung up.`), 'danger');
  hangUp.ariaLabel = `Hang up: ${who.textContent}`;
  const time = element('span', { className: 'time' });
  const sid = element('code', { className: 'sid', textContent: first.callSid });
  const card = element('li', { className: 'card' },
    element('div', { className: 'heading' }, who, status),
    numbers, talks, legs, log, element('div', { className: 'foot' }, time, sid, hangUp));

  card.tick = () => say(time, lasting(card.call));
  card.update = call => {
    card.call = call;
    card.classList.toggle('over', !isLive(call));
    card.classList.toggle('bridged', call.bridgedTo !== null);
    say(status, STATUS[call.status] ?? call.status);
    status.dataset.status = call.status;
    say(talks, talking(call));
    talks.hidden = talks.textContent === '';
    keep(legs, call.legs, leg => leg.callSid, makeLeg);
    legs.hidden = call.legs.length === 0;
    say(summary, call.heard.length === 0 ? 'The caller hears nothing yet' : 'What the caller hears');
    showHeard(heard, call.heard);
    hangUp.hidden = !isLive(call);
    card.tick();
  };
  return card;
}

function makeLeg() {
  const chip = element('li', { className: 'badge' });
  chip.update = leg => {
    say(chip, `${leg.agentId}: ${(STATUS[leg.status] ?? leg.status).toLowerCase()}`);
    chip.dataset.status = leg.status;
  };
  return chip;
}

function talking(call) {
  if (call.bridgedTo !== null) return `Talking with ${call.bridgedTo}`;
  return call.bridges.length > 0 ? `Talked with ${call.bridges.join(', then ')}` : '';
}

function showHeard(heard, sounds) {
  const wasAtEnd = heard.scrollTop + heard.clientHeight >= heard.scrollHeight - 4;
  const numbered = sounds.map((sound, index) => ({ sound, key: `${index} ${sound}` }));
  keep(heard, numbered, each => each.key, each => Object.assign(inWords(each.sound), { update() {} }));
  if (wasAtEnd) heard.scrollTop = heard.scrollHeight;
}

/** The simulator's words for sounds are in docs/simulator.md, "The truth". */
function inWords(sound) {
  const [, kind, what] = /^([a-z ]+?)(?:: (.*))?$/s.exec(sound) ?? [null, '', sound];
  const line = (className, text) => element('li', { className, textContent: text });
  switch (kind) {
    case 'say': return line('speech', what);
    case 'play': return element('li', { className: 'music', title: what, textContent: what.split('/').at(-1) || what });
    case 'pause': return line('sound', `silence, ${what} s`);
    case 'ringing': return line('sound', 'a ringing tone');
    case 'record': return line('sound', 'a beep, then speaks to a recording');
    case 'bridged': return line('agent', `${what} picks up`);
    case 'hangup': return line('sound', 'Twilio hangs up');
    case 'application error': return line('speech wrong', 'We are sorry, an application error has occurred.');
    default: return line('sound', sound);
  }
}

const isLive = call => call.endedAt === null;

function lasting(call) {
  const seconds = Math.max(0, Math.floor((new Date(call.endedAt ?? Date.now()) - new Date(call.placedAt)) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

setInterval(() => [...list.children].filter(card => isLive(card.call)).forEach(card => card.tick()), 1000);
