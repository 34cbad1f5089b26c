import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { boardView, event } from '../testing/board';
import { answer, closeBrowser, openBrowser, type Browser } from '../testing/browser';
import { followBoard } from './stream';

let browser: Browser;
let told: string[];
let stop: () => void;

beforeEach(() => {
  browser = openBrowser();
  told = [];
  stop = followBoard({
    reset: (board) => told.push(`reset ${board.sequence}`),
    event: (each) => told.push(`${each.type} ${each.sequence}`),
    state: (state) => told.push(state),
  });
});

afterEach(() => {
  stop();
  closeBrowser();
});

describe('the stream of the board', () => {
  it('hands on what it hears, and no keep-alive', () => {
    browser.streams[0]!.onopen?.();
    browser.streams[0]!.tell('reset', boardView(3));
    browser.streams[0]!.tell('keep-alive', {});
    browser.streams[0]!.tell('CallEnded', event(4, { type: 'CallEnded' }));

    expect(told).toEqual(['connecting', 'live', 'reset 3', 'CallEnded 4']);
  });

  it('that is silent is dead though nothing has closed it, and is opened anew', async () => {
    await vi.advanceTimersByTimeAsync(45_000);

    expect(browser.streams).toHaveLength(2);
    expect(browser.streams[0]!.readyState).toBe(2);
    expect(told).toEqual(['connecting', 'lost']);
  });

  it('is alive as long as it says that it is', async () => {
    for (let i = 0; i < 10; i++) {
      await vi.advanceTimersByTimeAsync(15_000);
      browser.streams[0]!.tell('keep-alive', {});
    }

    expect(browser.streams).toHaveLength(1);
    expect(told).toEqual(['connecting']);
  });

  it('is given up with the network, and opened anew when that is back', () => {
    window.dispatchEvent(new Event('offline'));
    expect(told.at(-1)).toBe('lost');

    window.dispatchEvent(new Event('online'));

    expect(browser.streams.map((each) => each.readyState)).toEqual([2, 0]);
  });

  it('that the browser has opened again is alive, also when there was nothing to tell', async () => {
    await vi.advanceTimersByTimeAsync(35_000);
    browser.streams[0]!.onerror?.();
    browser.streams[0]!.onopen?.();
    await vi.advanceTimersByTimeAsync(15_000);

    expect(browser.streams).toHaveLength(1);
    expect(told).toEqual(['connecting', 'lost', 'live']);
  });

  it('goes on after the last event that was heard', async () => {
    browser.streams[0]!.tell('CallEnded', event(4, { type: 'CallEnded' }), '4');
    browser.streams[0]!.tell('keep-alive', {}, '4');

    await vi.advanceTimersByTimeAsync(45_000);

    expect(browser.streams.map((each) => each.url)).toEqual([
      '/api/board/stream?keepAlive=event',
      '/api/board/stream?keepAlive=event&lastEventId=4',
    ]);
  });

  it('that was refused is asked for again, as long as somebody is signed in', async () => {
    browser.answers.set('GET /api/session', () => answer({}));
    browser.streams[0]!.refuse();
    await vi.advanceTimersByTimeAsync(2_000);

    expect(browser.streams).toHaveLength(2);
  });

  it('is silent for good once it has ended', async () => {
    stop();
    await vi.advanceTimersByTimeAsync(120_000);

    expect(browser.streams).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});
