// How the page is built and kept. All text goes through textContent: callers choose their names, and are not trusted.

/** An element with those properties and children; null children are left out. */
export function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children.filter(child => child !== null));
  return made;
}

/** Sets what differs only, so that a selection and a reader's place survive. */
export function say(target, text) {
  if (target.textContent !== text) target.textContent = text;
}

/**
 * Keeps one child per item, in the items' order, and moves none that stands where it should: what has the focus keeps it.
 * A child made by `make(item)` has `update(item)`.
 */
export function keep(list, items, keyOf, make) {
  const wanted = new Set(items.map(keyOf));
  [...list.children].filter(child => !wanted.has(child.dataset.key)).forEach(child => child.remove());
  const old = new Map([...list.children].map(child => [child.dataset.key, child]));
  let place = list.firstElementChild;
  for (const item of items) {
    const key = keyOf(item);
    let child = old.get(key);
    if (child === undefined) {
      child = make(item);
      child.dataset.key = key;
    }
    if (child === place) place = place.nextElementSibling;
    else list.insertBefore(child, place);
    child.update(item);
  }
}

/** A request to the simulator's API; a refusal becomes an error that says why. */
export async function ask(method, path, body) {
  const answer = await fetch('/simulator/' + path, {
    method,
    headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const json = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(json.detail ?? `The simulator answered ${answer.status}`);
  return json;
}

const said = document.getElementById('said');
const READING_MILLIS = 6000;
let silence = 0;

/** Tells for a while what came of a deed, or why nothing did; screen readers read it out. */
export async function attempt(deed) {
  let text;
  let failed = false;
  try {
    text = (await deed()) ?? '';
  } catch (failure) {
    failed = true;
    text = failure instanceof TypeError ? 'The simulator does not answer.' : failure.message;
  }
  said.textContent = text;
  said.classList.toggle('failed', failed);
  clearTimeout(silence);
  silence = setTimeout(() => { said.textContent = ''; }, READING_MILLIS);
}

/** A button that does one thing. */
export function button(text, deed, className = '') {
  const made = element('button', { type: 'button', textContent: text, className });
  made.addEventListener('click', () => attempt(deed));
  return made;
}
