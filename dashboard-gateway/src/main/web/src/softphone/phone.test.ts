import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Me } from '../api/types';
import { answer, closeBrowser, openBrowser, settle, type Browser } from '../testing/browser';

const ANN: Me = { agentId: 'ann', name: 'Ann', role: 'agent', workspace: 'demo' };
const BEATS = 'POST /api/me/heartbeat';
const ASKS_TOKEN = 'GET /api/voice-token';
const PICKS_UP = 'POST /simulator/devices/ann/accept';
const MINUTES = 60_000;
const TOKEN = { token: 't', identity: 'ann', expiresAt: '2026-01-01T20:00:00Z', deviceUrl: '' };

let browser: Browser;
let endings: (() => void)[];

/** One more tab of the browser: what it loads knows nothing of the others. */
async function openTab(me: Me = ANN): Promise<typeof import('./phone') & { close: () => void }> {
  vi.resetModules();
  const loaded = await import('./phone');
  const close = loaded.startPhone(me);
  endings.push(close);
  await settle();
  return { ...loaded, close };
}

/** What the simulated device says of itself. */
async function device(connected: boolean, talkingOn: string | null = null): Promise<void> {
  browser.streams.at(-1)?.tell('device', { connected, inProgress: talkingOn === null ? [] : [{ parentCallSid: talkingOn }] });
  await settle();
}

function givesTokens(lifeMillis = 60 * MINUTES): void {
  browser.answers.set(ASKS_TOKEN, () =>
    answer({ ...TOKEN, expiresAt: new Date(Date.now() + lifeMillis).toISOString() }),
  );
}

/** Answers as soon as what is returned is called. */
function answersLater(what: string, answering: () => ReturnType<typeof answer>): () => void {
  let arrives = () => {};
  const arrived = new Promise<void>((resolve) => (arrives = resolve));
  browser.answers.set(what, () => arrived.then(answering));
  return arrives;
}

function givesTokenLater(answering = () => answer(TOKEN)): () => void {
  return answersLater(ASKS_TOKEN, answering);
}

function hears(answering = 15): void {
  browser.answers.set(BEATS, () => answer({ readinessParts: { answering } }));
}

beforeEach(() => {
  browser = openBrowser();
  endings = [];
  givesTokens();
  hears();
});

afterEach(() => {
  endings.forEach((end) => end());
  closeBrowser();
});

describe('the tabs of an agent', () => {
  it('have one device: it is elsewhere for the second one, which takes over when the first one ends', async () => {
    const first = await openTab();
    const second = await openTab();
    await device(true);
    expect(first.phone()).toMatchObject({ leading: true, device: { kind: 'ready' } });
    expect(second.phone()).toMatchObject({ leading: false, device: { kind: 'elsewhere' } });
    expect(browser.streams).toHaveLength(1);

    first.close();
    await settle();
    await device(true);

    expect(first.phone()).toMatchObject({ leading: false, device: { kind: 'starting' } });
    expect(second.phone()).toMatchObject({ leading: true, device: { kind: 'ready' } });
    expect(browser.streams.map((stream) => stream.readyState === EventSource.CLOSED)).toEqual([true, false]);
  });

  it('wait in vain where they are closed before it is their turn', async () => {
    const first = await openTab();
    const second = await openTab();

    second.close();
    first.close();
    await settle();

    expect(second.phone().leading).toBe(false);
    expect(browser.streams).toHaveLength(1);
  });

  it('have a device each where they are of different agents', async () => {
    await openTab();
    const bobs = await openTab({ ...ANN, agentId: 'bob' });

    expect(bobs.phone().leading).toBe(true);
  });

  it('know nothing of each other where the browser has no locks', async () => {
    Reflect.deleteProperty(navigator, 'locks');

    await openTab();
    const second = await openTab();

    expect(second.phone().leading).toBe(true);
  });

  it('hand a pick-up to the one that has the device', async () => {
    await openTab();
    const second = await openTab();
    await device(true);

    second.pickUp('bob', 'CA8');
    second.pickUp('ann', 'CA1');
    await vi.waitFor(() => expect(browser.sent(PICKS_UP)).not.toEqual([]));

    expect(browser.sent(PICKS_UP)).not.toContainEqual({ callSid: 'CA8' });
    expect(browser.sent(PICKS_UP)).toContainEqual({ callSid: 'CA1' });
  });
});

describe('a pick-up', () => {
  it('waits for a device that is still to come', async () => {
    const arrives = givesTokenLater();
    const { pickUp } = await openTab();
    pickUp('ann', 'CA1');

    arrives();
    await vi.advanceTimersByTimeAsync(1_000);

    expect(browser.sent(PICKS_UP)).toContainEqual({ callSid: 'CA1' });
  });

  it('does not wait for it any more once the call is silenced', async () => {
    const arrives = givesTokenLater();
    const { pickUp, silence } = await openTab();
    pickUp('ann', 'CA1');
    silence('CA1');

    arrives();
    await vi.advanceTimersByTimeAsync(1_000);

    expect(browser.sent(PICKS_UP)).toEqual([]);
  });
});

describe('a device', () => {
  it('that cannot be started is said to be unavailable', async () => {
    vi.stubGlobal('EventSource', class {
      constructor() {
        throw new TypeError('not in this browser');
      }
    });
    const { phone } = await openTab();

    expect(phone().device).toEqual({ kind: 'unavailable', why: 'Your phone could not be started. Reload the page.' });
  });
});

describe('what comes after the end', () => {
  it('is no news: a token that is refused', async () => {
    const arrives = givesTokenLater(() => answer({ detail: 'Sign in.' }, 401));
    const { phone, close } = await openTab();
    close();

    arrives();
    await settle();

    expect(phone().device.kind).toBe('starting');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is no news: a device that cannot be connected', async () => {
    const arrives = answersLater('POST /simulator/devices/ann/connect', () => answer({}, 500));
    const { phone, close } = await openTab();
    browser.streams.at(-1)?.onopen?.();
    close();

    arrives();
    await settle();

    expect(phone().device.kind).toBe('starting');
  });

  it('is no news: a heartbeat that fails', async () => {
    const arrives = answersLater(BEATS, () => answer({}, 401));
    const { phone, close } = await openTab();
    await device(true);
    close();

    arrives();
    await settle();

    expect(phone().heard).toBe(true);
  });
});

describe('heartbeats', () => {
  it('say nothing before the device has', async () => {
    await openTab();
    await vi.advanceTimersByTimeAsync(10 * MINUTES);
    expect(browser.sent(BEATS)).toEqual([]);

    await device(true);
    expect(browser.sent(BEATS)).toEqual([{ deviceConnected: true }]);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(browser.sent(BEATS)).toEqual(Array(4).fill({ deviceConnected: true }));
  });

  it('tell a change of the device at once, and what is no change only in their turn', async () => {
    await openTab();
    await device(true);

    await device(false);
    await device(false);
    await device(true);

    expect(browser.sent(BEATS)).toEqual([{ deviceConnected: true }, { deviceConnected: false }, { deviceConnected: true }]);
  });

  it('are one at a time, and the next one tells how the device is by then', async () => {
    let arrives = () => {};
    const answered = new Promise<void>((resolve) => (arrives = resolve));
    browser.answers.set(BEATS, () => answered.then(() => answer({ readinessParts: { answering: 15 } })));
    await openTab();
    await device(true);

    await device(false);
    await device(true);
    await device(false);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(browser.sent(BEATS)).toEqual([{ deviceConnected: true }]);
    arrives();
    await settle();

    expect(browser.sent(BEATS)).toEqual([{ deviceConnected: true }, { deviceConnected: false }]);
  });

  it('show when they are not heard, and when they are again', async () => {
    const { phone } = await openTab();
    browser.answers.delete(BEATS);

    await device(true);
    expect(phone().heard).toBe(false);
    hears();
    await vi.advanceTimersByTimeAsync(10_000);

    expect(phone().heard).toBe(true);
  });

  it('bring back whether calls still ring here', async () => {
    const { phone } = await openTab();
    hears(0);
    await device(true);
    expect(phone().unanswering).toBe(true);
    hears(5);
    await vi.advanceTimersByTimeAsync(10_000);

    expect(phone().unanswering).toBe(false);
  });

  it('end with the tab, as does all else', async () => {
    const tab = await openTab();
    await device(true);

    tab.close();

    expect(vi.getTimerCount()).toBe(0);
    expect(browser.streams[0]?.readyState).toBe(EventSource.CLOSED);
  });
});

describe('the token', () => {
  it('is renewed five minutes before it expires, again and again, by the device that there is', async () => {
    await openTab();

    await vi.advanceTimersByTimeAsync(55 * MINUTES - 1);
    expect(browser.sent(ASKS_TOKEN)).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(browser.sent(ASKS_TOKEN)).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(55 * MINUTES);
    expect(browser.sent(ASKS_TOKEN)).toHaveLength(3);
    expect(browser.streams).toHaveLength(1);
  });

  it('is not asked for without end where it lives shorter than that', async () => {
    givesTokens(1 * MINUTES);
    await openTab();

    await vi.advanceTimersByTimeAsync(4_999);
    expect(browser.sent(ASKS_TOKEN)).toHaveLength(1);
  });

  it('that is refused is said plainly, and asked for again', async () => {
    browser.answers.set(ASKS_TOKEN, () => answer({ reason: 'no-device', detail: 'Twilio is not set up.' }, 503));
    const { phone } = await openTab();
    expect(phone().device).toEqual({ kind: 'unavailable', why: 'Your phone got no token: Twilio is not set up.' });
    expect(browser.sent(BEATS)).toEqual([{ deviceConnected: false }]);

    givesTokens();
    await vi.advanceTimersByTimeAsync(5_000);
    await device(true);

    expect(phone().device.kind).toBe('ready');
  });

  it('that cannot be renewed leaves the device as it is, and is asked for again', async () => {
    const { phone } = await openTab();
    await device(true);
    browser.answers.delete(ASKS_TOKEN);

    await vi.advanceTimersByTimeAsync(55 * MINUTES + 5_000);

    expect(browser.sent(ASKS_TOKEN)).toHaveLength(3);
    expect(phone().device.kind).toBe('ready');
  });
});

describe('the microphone', () => {
  it('is muted only in a conversation, and not in the next one', async () => {
    const tab = await openTab();
    await device(true);
    tab.mute(true);
    expect(tab.phone().muted).toBe(false);

    await device(true, 'CA1');
    tab.mute(true);
    expect(tab.phone()).toMatchObject({ talking: 'CA1', muted: true });
    await device(true, 'CA2');
    expect(tab.phone()).toMatchObject({ talking: 'CA2', muted: false });
    await device(true);
    tab.mute(true);
    expect(tab.phone()).toMatchObject({ talking: null, muted: false });
  });
});
