import { vi } from 'vitest';

/** What a browser has and jsdom lacks, no more of it than the dashboard uses, in hands that see what it does. */
export interface Browser {
  /** The streams that were opened, closed ones included. */
  readonly streams: Stream[];
  readonly requests: Request[];
  /** The bodies that were sent so far with that method and path. */
  sent(what: string): unknown[];
  /** What the network answers, by method and path; all else gets no answer. */
  readonly answers: Map<string, () => Answer | Promise<Answer>>;
  readonly notifications: Shown[];
  /** The tones that sound now. */
  readonly tones: Set<object>;
}

interface Request {
  readonly what: string;
  readonly body: unknown;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

interface Shown {
  readonly title: string;
  readonly body: string | undefined;
  open: boolean;
}

export class Stream extends EventTarget {
  static readonly CLOSED = 2;
  readyState = 0;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;

  constructor(readonly url: string) {
    super();
  }

  close(): void {
    this.readyState = Stream.CLOSED;
  }

  tell(type: string, data: unknown, lastEventId = ''): void {
    if (this.readyState !== Stream.CLOSED) {
      this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify(data), lastEventId }));
    }
  }

  refuse(): void {
    this.close();
    this.onerror?.();
  }
}

export function answer(body: unknown, status = 200): Answer {
  return { status, body };
}

/** A browser that nobody has used yet, with a clock that stands until a test moves it. */
export function openBrowser(): Browser {
  vi.useFakeTimers({ now: new Date('2026-01-01T08:00:00Z') });
  vi.resetModules();
  const browser: Browser = {
    streams: [], requests: [], answers: new Map(), notifications: [], tones: new Set(),
    sent: (what) => browser.requests.filter((request) => request.what === what).map((request) => request.body),
  };
  vi.stubGlobal('EventSource', class extends Stream {
    constructor(url: string) {
      super(url);
      browser.streams.push(this);
    }
  });
  vi.stubGlobal('fetch', async (path: string, { method, body }: { method: string; body: string | null }) => {
    const what = `${method} ${path}`;
    browser.requests.push({ what, body: body === null ? null : JSON.parse(body) });
    const answering = browser.answers.get(what);
    if (answering === undefined) {
      throw new TypeError(`Nobody answers ${what}`);
    }
    const { status, body: answered } = await answering();
    return { ok: status < 300, status, statusText: '', json: async () => answered };
  });
  vi.stubGlobal('Notification', notificationsOf(browser));
  vi.stubGlobal('AudioContext', audioOf(browser));
  Object.defineProperty(navigator, 'locks', { configurable: true, value: locks() });
  return browser;
}

export function closeBrowser(): void {
  Reflect.deleteProperty(navigator, 'locks');
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
}

export function lookAtPage(looked: boolean): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(looked ? 'visible' : 'hidden');
}

/** Lets everything happen that waits for no time to pass. */
export async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0);
}

function notificationsOf(browser: Browser) {
  return class {
    static readonly permission = 'granted';
    onclick: (() => void) | null = null;
    private readonly shown: Shown;

    constructor(title: string, options: { body?: string }) {
      this.shown = { title, body: options.body, open: true };
      browser.notifications.push(this.shown);
    }

    close(): void {
      this.shown.open = false;
    }
  };
}

function audioOf(browser: Browser) {
  return class {
    readonly currentTime = 0;
    readonly destination = {};

    async resume(): Promise<void> {}

    createGain() {
      return { gain: { value: 0, setTargetAtTime: () => undefined }, connect: () => undefined, disconnect: () => undefined };
    }

    createOscillator() {
      const tone = {
        frequency: { value: 0 },
        connect: () => undefined,
        start: () => browser.tones.add(tone),
        stop: () => browser.tones.delete(tone),
      };
      return tone;
    }
  };
}

/** Each name has one holder, and the others wait in a row. */
function locks() {
  const last = new Map<string, Promise<unknown>>();
  return {
    request(name: string, { signal }: { signal: AbortSignal }, hold: () => Promise<void>): Promise<void> {
      const held = (last.get(name) ?? Promise.resolve()).then(() => {
        if (signal.aborted) {
          // Not the signal's own reason: Node made that one, and it is no DOMException of jsdom's.
          throw new DOMException('The request was aborted', 'AbortError');
        }
        return hold();
      });
      last.set(name, held.catch(() => undefined));
      return held;
    },
  };
}
