/** A refusal of the gateway, after RFC 9457; or its silence. */
export class Problem extends Error {
  constructor(
    /** HTTP's status; 0 when there was no answer. */
    readonly status: number,
    /** For programs: `already-claimed` and the like. */
    readonly reason: string,
    /** For people. */
    detail: string,
    readonly claimedBy: string | null = null,
  ) {
    super(detail);
  }
}

/** What to do once the gateway says that nobody is signed in any more. */
let onSignedOut: () => void = () => undefined;

export function whenSignedOut(listener: () => void): void {
  onSignedOut = listener;
}

/** Longer than the gateway's own patience, so that its answer, also that it does not know, comes first. */
const PATIENCE_MILLIS = 8_000;

export async function send<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers: body === undefined ? headers : { ...headers, 'Content-Type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MILLIS),
    });
  } catch {
    throw new Problem(0, 'no-answer', 'Switchlog does not answer. Is the network there?');
  }
  if (response.ok) {
    return (response.status === 204 ? undefined : await response.json()) as T;
  }
  if (response.status === 401 && path !== '/api/session') {
    onSignedOut();
  }
  throw await problemIn(response);
}

/** Whether somebody is, as far as can be told; the page signs itself out if not. */
export async function isSignedIn(): Promise<boolean> {
  try {
    await send('GET', '/api/session');
  } catch (e) {
    if (e instanceof Problem && e.status === 401) {
      onSignedOut();
      return false;
    }
  }
  return true;
}

async function problemIn(response: Response): Promise<Problem> {
  try {
    const json = (await response.json()) as { reason?: string; detail?: string; claimedBy?: string };
    return new Problem(response.status, json.reason ?? 'unknown', json.detail ?? response.statusText, json.claimedBy ?? null);
  } catch {
    return new Problem(response.status, 'unknown', `The answer was ${response.status}`);
  }
}

const ATTEMPTS = 3;

/** 128 random bits; randomUUID is only there for pages over TLS, or of this machine. */
function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * A click. An answer that does not come may have been decided all the same, so it is sent again under the same key, and gets
 * the first answer.
 */
export async function click<T>(path: string, body?: unknown): Promise<T> {
  const key = newKey();
  for (let attempt = 1; ; attempt++) {
    try {
      return await send<T>('POST', path, body, { 'Idempotency-Key': key });
    } catch (e) {
      const unclear = e instanceof Problem && (e.status === 0 || e.status === 503);
      if (!unclear || attempt === ATTEMPTS) {
        throw e;
      }
      await new Promise((done) => setTimeout(done, 400 * attempt));
    }
  }
}
