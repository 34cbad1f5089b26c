import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StreamEvent } from '../api/types';
import { agent, boardView, call, event } from '../testing/board';
import { answer, closeBrowser, lookAtPage, openBrowser, settle, type Browser, type Stream } from '../testing/browser';

const ME = { agentId: 'ann', name: 'Ann', role: 'agent', workspace: 'demo' } as const;
const ONE = call('CA1', { fromName: 'Carla' });
const TWO = call('CA2', { fromName: 'Dora', receivedAt: '2026-01-01T08:00:01Z' });

let browser: Browser;
let phone: typeof import('../softphone/phone');
let board: Stream;
let endings: (() => void)[];

async function comes(...events: StreamEvent[]): Promise<void> {
  events.forEach((each) => board.tell(each.type, each));
  vi.advanceTimersToNextFrame();
  await settle();
}

function rings(sequence: number, ringing = ONE): StreamEvent {
  return event(sequence, { type: 'CallRinging', callSid: ringing.callSid, calls: [ringing] });
}

function granted(sequence: number, to: string): StreamEvent {
  return event(sequence, { type: 'ClaimGranted', callSid: 'CA1', agentId: to, calls: [{ ...ONE, agentId: to, offeredTo: [] }] });
}

function claimed(sequence: number, by: string, of = ONE): StreamEvent {
  return event(sequence, {
    type: 'RingCancelled', callSid: of.callSid, agentIds: ['ann', 'cid'], reason: 'claimed', claimedBy: by,
    calls: [{ ...of, state: 'active', agentId: by, offeredTo: [] }],
  });
}

function callerLeft(sequence: number): StreamEvent {
  return event(sequence, { type: 'RingCancelled', callSid: 'CA1', agentIds: ['ann'], reason: 'call-ended' });
}

function ended(sequence: number): StreamEvent {
  return event(sequence, { type: 'CallEnded', callSid: 'CA1', gone: ['CA1'] });
}

function said(): (string | null)[] {
  return [...document.querySelectorAll('.toast span')].map((each) => each.textContent);
}

/** A page of Ann's as it begins, in a tab that leads if no other one does. */
async function openPage(): Promise<void> {
  const { start } = await import('./store');
  const { ringFor } = await import('./ringing');
  const { Toasts } = await import('../parts/toasts');
  phone = await import('../softphone/phone');
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  flushSync(() => root.render(createElement(Toasts)));
  endings.unshift(() => flushSync(() => root.unmount()), start());
  board = browser.streams[0]!;
  board.tell('reset', boardView(10, { agents: [agent('ann'), { ...agent('bob'), name: 'Bob Jones' }] }));
  endings.unshift(phone.startPhone(ME));
  endings.unshift(ringFor('ann'));
  await settle();
}

beforeEach(() => {
  browser = openBrowser();
  browser.answers.set('GET /api/voice-token', () => answer({ token: 't', identity: 'ann', expiresAt: '2026-01-01T20:00:00Z', deviceUrl: '' }));
  lookAtPage(true);
  endings = [];
});

afterEach(() => {
  endings.forEach((end) => end());
  document.body.replaceChildren();
  closeBrowser();
});

describe('a call that rings', () => {
  beforeEach(openPage);

  it('sounds, and flashes the title until the page is as it was', async () => {
    expect(browser.tones.size).toBe(0);
    await comes(rings(11));
    expect(browser.tones.size).toBe(2);
    expect(document.title).toBe('● Carla rings');
    vi.advanceTimersByTime(1_000);
    expect(document.title).toBe('○ Carla rings');

    await comes(granted(12, 'ann'));
    vi.advanceTimersByTime(5_000);
    expect(browser.tones.size).toBe(0);
    expect(document.title).toBe('Switchlog');
    expect(said()).toEqual([]);
  });

  it('is silent for whom it does not ring', async () => {
    await comes(rings(11, call('CA1', { offeredTo: ['bob'] })));

    expect(browser.tones.size).toBe(0);
    expect(document.title).not.toContain('rings');
  });

  it('stops when another one claims it, and names them', async () => {
    await comes(rings(11));

    await comes(claimed(12, 'bob'));

    expect(browser.tones.size).toBe(0);
    expect(document.title).toBe('Switchlog');
    expect(said()).toEqual(['Bob Jones answered this call']);
  });

  it('names who was faster also when the board has taken in the grant before', async () => {
    await comes(rings(11));
    await comes(granted(12, 'bob'));

    await comes(claimed(13, 'bob'));

    expect(said()).toEqual(['Bob Jones answered this call']);
  });

  it('stops when the caller leaves, which is said once', async () => {
    await comes(rings(11));

    await comes(callerLeft(12));
    expect(said()).toEqual(['The caller has hung up']);
    await vi.advanceTimersByTimeAsync(6_000);
    expect(said()).toEqual([]);
    await comes(ended(13));

    expect(said()).toEqual([]);
    expect(browser.tones.size).toBe(0);
    expect(document.title).toBe('Switchlog');
  });

  it('is told apart from another one, and the other one sounds on when it ends', async () => {
    await comes(rings(11), rings(12, TWO));
    expect(document.title).toBe('● 2 calls ring');
    expect(browser.tones.size).toBe(2);
    const tones = [...browser.tones];

    await comes(claimed(13, 'bob'));

    expect(document.title).toBe('● Dora rings');
    expect([...browser.tones]).toEqual(tones);
    expect(said()).toEqual(['Bob Jones answered this call']);
  });

  it('stops with the page', async () => {
    lookAtPage(false);
    await comes(rings(11));
    expect(browser.tones.size).toBe(2);
    expect(browser.notifications).toHaveLength(1);

    endings.shift()?.();
    vi.advanceTimersByTime(2_000);

    expect(browser.tones.size).toBe(0);
    expect(document.title).toBe('Switchlog');
    expect(browser.notifications.every((each) => !each.open)).toBe(true);
  });
});

describe('a notification', () => {
  beforeEach(openPage);

  it('is shown for a page that nobody looks at, and closed when its call is over', async () => {
    lookAtPage(false);
    await comes(rings(11), rings(12, TWO));
    expect(browser.notifications).toEqual([
      { title: 'Carla rings', body: 'for +15550199', open: true },
      { title: 'Dora rings', body: 'for +15550199', open: true },
    ]);

    await comes(claimed(13, 'bob'));

    expect(browser.notifications.map((each) => each.open)).toEqual([false, true]);
  });

  it('is not shown while one looks at the page, nor without leave', async () => {
    await comes(rings(11));
    lookAtPage(false);
    vi.spyOn(Notification, 'permission', 'get').mockReturnValue('denied');
    await comes(rings(12, TWO));

    expect(browser.notifications).toEqual([]);
  });
});

describe('several tabs', () => {
  it('ring aloud in the one that leads, and in the next one as soon as that is closed', async () => {
    const other = new AbortController();
    void navigator.locks.request('switchlog-device-ann', { signal: other.signal }, () =>
      new Promise<void>((release) => other.signal.addEventListener('abort', () => release())),
    );
    await openPage();
    lookAtPage(false);

    await comes(rings(11));
    expect(browser.tones.size).toBe(0);
    expect(browser.notifications).toEqual([]);
    expect(document.title).toBe('● Carla rings');

    other.abort();
    await settle();
    expect(browser.tones.size).toBe(2);
    expect(browser.notifications).toHaveLength(1);
  });
});

describe('the device', () => {
  const PICKS_UP = 'POST /simulator/devices/ann/accept';

  beforeEach(async () => {
    await openPage();
    browser.answers.set(PICKS_UP, () => answer({}, 409));
    await comes(rings(11));
    phone.pickUp('ann', 'CA1');
    await vi.advanceTimersByTimeAsync(400);
    expect(browser.sent(PICKS_UP)).toHaveLength(2);
  });

  it.each<[string, StreamEvent[]]>([
    ['another one has claimed the call', [claimed(12, 'bob')]],
    ['the caller has left', [callerLeft(12)]],
    ['the call has ended', [ended(12)]],
    ['one declined it', [event(12, { type: 'CallDeclined', callSid: 'CA1', agentId: 'ann' })]],
    ['one\'s claim was released', [granted(12, 'ann'), event(13, { type: 'ClaimReleased', callSid: 'CA1' })]],
  ])('is silent as soon as the stream says that %s', async (_, events) => {
    for (const each of events) {
      await comes(each);
    }
    await vi.advanceTimersByTimeAsync(5_000);

    expect(browser.sent(PICKS_UP)).toHaveLength(2);
  });

  it('is silent when one\'s claim is granted and released within a frame', async () => {
    await comes(granted(12, 'ann'), event(13, { type: 'ClaimReleased', callSid: 'CA1', calls: [ONE] }));
    await vi.advanceTimersByTimeAsync(5_000);

    expect(browser.sent(PICKS_UP)).toHaveLength(2);
  });

  it('is silent when the call is gone from a board that was sent anew', async () => {
    board.tell('reset', boardView(90, { agents: [agent('ann')] }));
    await vi.advanceTimersByTimeAsync(5_000);

    expect(browser.sent(PICKS_UP)).toHaveLength(2);
  });

  it('goes on when it is another one who declined', async () => {
    await comes(event(12, { type: 'CallDeclined', callSid: 'CA1', agentId: 'bob' }));
    await vi.advanceTimersByTimeAsync(150);

    expect(browser.sent(PICKS_UP)).toHaveLength(3);
  });
});
