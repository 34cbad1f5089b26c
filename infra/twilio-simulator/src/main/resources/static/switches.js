// The switches for all calls. Every control changes its own field of what is in force and puts the whole back, so what the
// page has no control for (statuses, counts, several faults in one list) stays as somebody threw it.
import { ask, attempt, element, say } from './dom.js';

const KINDS = ['voice', 'redirect', 'dial-status', 'agent-answer', 'voicemail', 'fallback', 'client-status', 'call-status',
  'recording-status', 'transcription'];

const FAULTS = [
  ['callbacks', 'Callbacks that go wrong', [
    { list: 'dropped', name: 'Dropped', what: 'The request never arrives.', kinds: true },
    { list: 'unanswered', name: 'Unanswered', what: 'It arrives, its answer never does.', kinds: true },
    { list: 'duplicated', name: 'Duplicated', what: 'It comes again, so much later.', kinds: true, millis: 0 },
    { list: 'late', name: 'Late', what: 'It leaves so much later.', kinds: true, millis: 1000 },
    { list: 'reordered', name: 'Reordered', what: 'A later one overtakes it, within that time.', kinds: true, millis: 2000 },
  ]],
  ['rest', 'REST that goes wrong', [
    { list: 'late', name: 'Late', what: 'Twilio looks at the request so much later.', millis: 1000 },
    { list: 'tooMany', name: 'Too many', what: '429, never processed.' },
    { list: 'failing', name: 'Failing', what: 'An error of Twilio’s own.', status: true, processed: true },
    { list: 'unanswered', name: 'Unanswered', what: 'The connection is held for so long.', millis: 60000, processed: true },
  ]],
];

const CHOICES = [
  ['cancelOthersAt', 'The other legs of a Dial are cancelled', { accept: 'when one accepts', bridging: 'when one is bridged' }],
  ['actionOnCallerHangUp', 'When the caller hangs up, a Dial’s action is', { true: 'requested', false: 'not requested' }],
  ['mixedRejectionStatus', 'Some rejected, others did not answer', { 'no-answer': 'no-answer', busy: 'busy' }],
  ['redirectOfRingingLeg', 'REST’s redirect of a ringing leg is', { accept: 'accepted', refuse: 'refused (21220)' }],
  ['actionAtRedirect', 'The action that a redirect cuts short comes', { before: 'before the new URL', after: 'after it' }],
];

const TIMES = [
  ['sayMillis', 'One Say takes, ms', 0, 600000, 100],
  ['playMillis', 'One round of Play takes, ms', 0, 600000, 100],
  ['speaksForSeconds', 'A caller speaks to a recording for, s', 0, 3600, 'any'],
  ['webhookTimeoutMillis', 'Twilio waits for a webhook, ms', 100, 15000, 100],
];

/** As in docs/simulator.md, "The same bad day again". */
const BAD_DAY = {
  seed: 42,
  callbacks: {
    dropped: [{ kinds: ['client-status'], probability: 0.1 }],
    duplicated: [{ probability: 0.2, millis: 300 }],
    late: [{ probability: 0.2, millis: 500 }],
    reordered: [{ probability: 0.2 }],
  },
  rest: {
    late: [{ probability: 0.3, millis: 200 }],
    tooMany: [{ probability: 0.1 }],
    unanswered: [{ probability: 0.05, processed: true }],
  },
};

let inForce = null;
const controls = [];

export function showSwitches(switches) {
  inForce = switches;
  controls.forEach(control => control.show(switches));
  say(document.getElementById('in-force'), JSON.stringify(switches, null, 2));
  const faults = [switches.callbacks, switches.rest].flatMap(Object.values).filter(list => list.length > 0).length;
  say(document.getElementById('thrown'), faults === 0 ? 'no faults' : `${faults} thrown`);
  document.getElementById('thrown').classList.toggle('faulty', faults > 0);
}

export const aBadDay = () => ask('PUT', 'switches', BAD_DAY).then(() => 'A bad day has begun.');
export const allIsWell = () => ask('DELETE', 'switches').then(() => 'All is well again.');

/** Changes a copy of what is in force and throws it. A refused value does not stay on the screen. */
function change(edit) {
  return attempt(async () => {
    const wanted = structuredClone(inForce);
    edit(wanted);
    try {
      inForce = await ask('PUT', 'switches', wanted);
    } finally {
      showSwitches(inForce);
    }
  });
}

/** A control that shows what `read` finds and writes what was entered; while it has the focus, nobody types over it. */
function control(input, read, write) {
  input.addEventListener('change', () => change(switches => write(switches, input)).then(() => show(inForce, true)));
  const show = (switches, always) => {
    if (!always && document.activeElement === input && input.type === 'number') return;
    const value = read(switches);
    if (input.type === 'checkbox') input.checked = value;
    else if (input.value !== String(value)) input.value = String(value);
  };
  controls.push({ show });
  return input;
}

const select = choices =>
  element('select', {}, ...Object.entries(choices).map(([value, textContent]) => element('option', { value, textContent })));

const number = (min, max, step) => element('input', { type: 'number', min, max, step, inputMode: 'decimal' });

const labelled = (text, input) => element('label', {}, text + ' ', input);

function faultRow(area, fault) {
  const first = switches => switches[area][fault.list][0];
  const edit = field => (switches, input) => { switches[area][fault.list][0] = { ...first(switches), ...field(input) }; };
  const on = control(element('input', { type: 'checkbox' }),
    switches => first(switches) !== undefined,
    (switches, input) => { switches[area][fault.list] = input.checked ? [{}] : []; });
  const details = [labelled('chance, %', control(number(0, 100, 'any'),
    switches => round((first(switches)?.probability ?? 1) * 100),
    edit(input => ({ probability: Number(input.value) / 100 }))))];
  if (fault.millis !== undefined) {
    details.push(labelled('ms', control(number(0, 600000, 'any'),
      switches => first(switches)?.millis ?? fault.millis,
      edit(input => ({ millis: Math.round(Number(input.value)) })))));
  }
  if (fault.kinds) {
    details.push(labelled('of', control(
      select({ '': 'all kinds', ...Object.fromEntries(KINDS.map(kind => [kind, kind])), several: 'several kinds' }),
      switches => kindOf(first(switches)),
      edit(input => input.value === 'several' ? {} : { kinds: input.value === '' ? undefined : [input.value] }))));
  }
  if (fault.status) {
    details.push(labelled('with', control(select({ 500: '500', 502: '502', 503: '503', 504: '504' }),
      switches => first(switches)?.status ?? 500,
      edit(input => ({ status: Number(input.value) })))));
  }
  if (fault.processed) {
    details.push(labelled('obeyed first', control(element('input', { type: 'checkbox' }),
      switches => first(switches)?.processed ?? false,
      edit(input => ({ processed: input.checked })))));
  }
  const more = element('div', { className: 'more', hidden: true }, ...details);
  const others = element('p', { className: 'quiet', hidden: true });
  controls.push({ show(switches) {
    more.hidden = first(switches) === undefined;
    const hidden = switches[area][fault.list].length - 1;
    others.hidden = hidden < 1;
    say(others, `and ${hidden} more in this list; the JSON below has them all`);
  } });
  return element('li', { className: 'fault' },
    element('label', { className: 'switch' }, on,
      element('span', {}, element('strong', { textContent: fault.name }), ' ', element('span', { className: 'quiet', textContent: fault.what }))),
    more, others);
}

const kindOf = fault => {
  const kinds = fault?.kinds ?? [];
  return kinds.length > 1 ? 'several' : kinds[0] ?? '';
};

const round = percent => Math.round(percent * 100) / 100;

function group(title, open, ...content) {
  return element('details', { open }, element('summary', { textContent: title }), ...content);
}

document.getElementById('switches').append(
  ...FAULTS.map(([area, title, faults]) => group(title, area === 'callbacks',
    element('ul', { className: 'faults', ariaLabel: title }, ...faults.map(fault => faultRow(area, fault))))),
  group('Where Twilio’s documentation is silent', false, element('div', { className: 'fields' },
    ...CHOICES.map(([field, text, choices]) => labelled(text, control(select(choices),
      switches => switches[field],
      (switches, input) => { switches[field] = field === 'actionOnCallerHangUp' ? input.value === 'true' : input.value; }))))),
  group('What takes how long, and the seed of all chance', false, element('div', { className: 'fields' },
    ...TIMES.map(([field, text, min, max, step]) => labelled(text, control(number(min, max, step),
      switches => switches[field],
      (switches, input) => { switches[field] = Number(input.value); }))),
    labelled('Seed', control(number(0, Number.MAX_SAFE_INTEGER, 1),
      switches => switches.seed,
      (switches, input) => { switches.seed = Number(input.value); })))),
);
