// Agents' devices: who is registered, what rings there, what is up.
import { ask, button, element, keep, say } from './dom.js';
import { callerOf } from './calls.js';

export function showDevices(devices) {
  document.getElementById('no-devices').hidden = devices.length > 0;
  keep(document.getElementById('devices'), devices, device => device.agentId, makeDevice);
}

export const register = agentId => tell(agentId, 'connect').then(() => `The device of ${agentId} is registered.`);

const tell = (agentId, deed, leg) =>
  ask('POST', `devices/${encodeURIComponent(agentId)}/${deed}`, leg && { callSid: leg.callSid });

function makeDevice({ agentId }) {
  const state = element('span', { className: 'badge' });
  const ringing = element('ul', { className: 'legs' });
  const inProgress = element('ul', { className: 'legs' });
  const plug = button('', () => row.device.connected
    ? tell(agentId, 'disconnect').then(() => `The device of ${agentId} has vanished.`)
    : register(agentId), 'plain');
  const row = element('li', { className: 'row' },
    element('div', { className: 'heading' }, element('h3', { textContent: agentId }), state, plug), ringing, inProgress);

  row.update = device => {
    row.device = device;
    say(state, stateOf(device));
    state.dataset.status = stateOf(device);
    row.classList.toggle('rings', device.ringing.length > 0);
    say(plug, device.connected ? 'Unplug' : 'Plug in');
    plug.ariaLabel = `${plug.textContent} the device of ${agentId}`;
    keep(ringing, device.ringing, leg => leg.callSid, leg => makeLeg(agentId, leg, [
      ['Accept', 'accept', 'primary', 'picked up'],
      ['Reject', 'reject', '', 'rejected the call'],
    ]));
    keep(inProgress, device.inProgress, leg => leg.callSid, leg => makeLeg(agentId, leg, [['Hang up', 'hang-up', 'danger', 'hung up']]));
  };
  return row;
}

function stateOf(device) {
  if (!device.connected) return 'unplugged';
  if (device.inProgress.length > 0) return 'in a call';
  return device.ringing.length > 0 ? 'ringing' : 'idle';
}

function makeLeg(agentId, leg, deeds) {
  const caller = element('span');
  const buttons = deeds.map(([text, deed, className, done]) => {
    const made = button(text, () => tell(agentId, deed, leg).then(() => `${agentId} ${done}.`), className);
    made.ariaLabel = `${text} at the device of ${agentId}: ${leg.from}`;
    return made;
  });
  const row = element('li', {}, caller, ...buttons);
  row.update = () => say(caller, callerOf(leg.parentCallSid) ?? leg.from);
  return row;
}
