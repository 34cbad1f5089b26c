import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StreamEvent } from '../api/types';
import { agent, boardView, call, event } from '../testing/board';
import { answer, closeBrowser, lookAtPage, openBrowser, type Browser, type Stream } from '../testing/browser';

let browser: Browser;
let store: typeof import('./store');
let stop: () => void;

/** The stream that is open now. */
function stream(): Stream {
  return browser.streams.at(-1)!;
}

function comes(...events: StreamEvent[]): void {
  events.forEach((each) => stream().tell(each.type, each));
}

function frame(): void {
  vi.advanceTimersToNextFrame();
}

function callSids(): string[] {
  return [...store.currentView().board.calls.keys()];
}

beforeEach(async () => {
  browser = openBrowser();
  lookAtPage(true);
  store = await import('./store');
  stop = store.start();
  stream().tell('reset', boardView(10, { agents: [agent('ann')], calls: [call('CA1')] }));
});

afterEach(() => {
  stop();
  closeBrowser();
});

describe('the board that the stream brings', () => {
  it('tells an event once, however often it comes, and none that the board began with', () => {
    const told: number[] = [];
    store.onEvent((each) => told.push(each.sequence));

    comes(event(11));
    frame();
    comes(event(10), event(11), event(12));
    frame();

    expect(told).toEqual([11, 12]);
  });

  it('tells an event once that comes twice in one frame', () => {
    const told: number[] = [];
    store.onEvent((each) => told.push(each.sequence));

    comes(event(12), event(12), event(11));
    frame();

    expect(told).toEqual([12]);
  });

  it('tells an event with the board as it was before', () => {
    const before: string[][] = [];
    store.onEvent((_, board) => before.push([...board.calls.keys()]));

    comes(event(11, { type: 'CallEnded', gone: ['CA1'] }));
    frame();

    expect(before).toEqual([['CA1']]);
    expect(callSids()).toEqual([]);
  });

  it('begins anew with a reset, and drops what waited to be shown', () => {
    comes(event(11, { calls: [call('CA2')] }));
    stream().tell('reset', boardView(5, { calls: [call('CA3')] }));
    frame();

    expect(callSids()).toEqual(['CA3']);
    expect(store.currentView().board.agents.size).toBe(0);
    expect(store.currentView().board.sequence).toBe(5);
  });

  it('is replaced after a gap: the stream was refused, is asked for again, and begins with a reset', async () => {
    browser.answers.set('GET /api/session', () => answer({}));

    stream().refuse();
    expect(store.currentView().stream).toBe('lost');
    expect(callSids()).toEqual(['CA1']);
    await vi.advanceTimersByTimeAsync(2_000);
    stream().onopen?.();
    stream().tell('reset', boardView(90, { calls: [call('CA9')] }));

    expect(browser.streams).toHaveLength(2);
    expect(store.currentView().stream).toBe('live');
    expect(callSids()).toEqual(['CA9']);
  });

  it('is not asked for again once nobody is signed in', async () => {
    browser.answers.set('GET /api/session', () => answer({}, 401));

    stream().refuse();
    await vi.advanceTimersByTimeAsync(60_000);

    expect(browser.streams).toHaveLength(1);
  });

  it('is forgotten when the page stops to follow it', () => {
    comes(event(11, { calls: [call('CA2')] }));
    stop();
    frame();

    expect(callSids()).toEqual([]);
    expect(stream().readyState).toBe(EventSource.CLOSED);
  });
});

describe('the page', () => {
  it('changes once for many events, with the next frame', () => {
    const changed = vi.fn();
    store.onBoard(changed);

    comes(event(11, { calls: [call('CA2')] }), event(12, { calls: [call('CA3')] }), event(13, { gone: ['CA1'] }));
    expect(changed).not.toHaveBeenCalled();
    frame();
    vi.advanceTimersByTime(1_000);

    expect(changed).toHaveBeenCalledTimes(1);
    expect(callSids()).toEqual(['CA2', 'CA3']);
  });

  it('changes at once while nobody looks at it, for then there are no frames', async () => {
    lookAtPage(false);
    const frames = vi.spyOn(globalThis, 'requestAnimationFrame');

    comes(event(11, { calls: [call('CA2')] }));
    await Promise.resolve();

    expect(callSids()).toEqual(['CA1', 'CA2']);
    expect(frames).not.toHaveBeenCalled();
  });

  it('changes also when it is hidden before its frame has come', () => {
    vi.spyOn(globalThis, 'requestAnimationFrame').mockReturnValue(1);

    comes(event(11, { calls: [call('CA2')] }));
    vi.advanceTimersByTime(50);

    expect(callSids()).toEqual(['CA1', 'CA2']);
  });

  it('tells the server\'s time also when our own clock is set', () => {
    comes(event(11, { at: '2026-01-01T09:00:00Z' }));

    vi.setSystemTime(new Date('2026-01-01T07:00:00Z'));

    expect(store.serverNow()).toBe(Date.parse('2026-01-01T09:00:00Z'));
  });

  it('tells the time by the event that travelled fastest', () => {
    const here = Date.now();
    const sentAhead = (millis: number) => new Date(here + millis).toISOString();
    expect(store.serverNow()).toBe(here);

    comes(event(11, { at: sentAhead(-5_000) }));
    expect(store.serverNow()).toBe(here - 5_000);
    comes(event(12, { at: sentAhead(60_000) }));
    expect(store.serverNow()).toBe(here + 60_000);
    comes(event(13, { at: sentAhead(58_000) }));
    expect(store.serverNow()).toBe(here + 60_000);
  });
});

describe('a click', () => {
  const pending = () => [...store.currentView().pending];

  it('is pending until the board has come to its decision', async () => {
    const clicked = store.whilePending('claim CA1', async () => ({ sequence: 12 }));
    expect(pending()).toEqual(['claim CA1']);

    await clicked;
    comes(event(11));
    frame();
    expect(pending()).toEqual(['claim CA1']);
    comes(event(12));
    frame();
    expect(pending()).toEqual([]);
  });

  it('is not pending any more when the stream was faster than the answer, or brings a reset', async () => {
    await store.whilePending('claim CA1', async () => ({ sequence: 10 }));
    expect(pending()).toEqual([]);

    await store.whilePending('park CA1', async () => ({ sequence: 12 }));
    expect(pending()).toEqual(['park CA1']);
    stream().tell('reset', boardView(12));
    expect(pending()).toEqual([]);
  });

  it('is taken back when it is refused, and alone', async () => {
    await store.whilePending('park CA2', async () => ({ sequence: 12 }));
    const refused = store.whilePending('claim CA1', () => Promise.reject(new Error('already claimed')));

    await expect(refused).rejects.toThrow('already claimed');
    expect(pending()).toEqual(['park CA2']);
  });

  it('is none while the same one is pending', async () => {
    const again = vi.fn(async () => ({ sequence: 13 }));
    const first = store.whilePending('claim CA1', async () => ({ sequence: 12 }));

    expect(await store.whilePending('claim CA1', again)).toBeNull();
    await first;
    expect(await store.whilePending('claim CA1', again)).toBeNull();
    expect(again).not.toHaveBeenCalled();
    comes(event(12));
    frame();
    expect(await store.whilePending('claim CA1', again)).toEqual({ sequence: 13 });
  });

  it('is not pending for ever when its decision brings no event', async () => {
    await store.whilePending('decline CA1', async () => ({ sequence: 12 }));

    vi.advanceTimersByTime(1_999);
    expect(pending()).toEqual(['decline CA1']);
    vi.advanceTimersByTime(1);
    expect(pending()).toEqual([]);
  });

  it('is not ended by the patience with the one before it', async () => {
    await store.whilePending('park CA1', async () => ({ sequence: 11 }));
    comes(event(11));
    frame();
    vi.advanceTimersByTime(1_500);
    await store.whilePending('park CA1', async () => ({ sequence: 14 }));

    vi.advanceTimersByTime(1_000);

    expect(pending()).toEqual(['park CA1']);
  });
});
