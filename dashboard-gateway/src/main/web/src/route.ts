import { useSyncExternalStore, type MouseEvent } from 'react';

/** The pages, as the gateway serves them. */
export type Route = { readonly page: 'board' } | { readonly page: 'calls'; readonly callSid: string | null } | { readonly page: 'voicemails' };

const CHANGED = 'switchlog:route';

function parse(path: string): Route {
  const call = /^\/calls\/([A-Za-z0-9_-]+)$/.exec(path);
  if (call !== null) {
    return { page: 'calls', callSid: call[1] ?? null };
  }
  return path === '/calls' ? { page: 'calls', callSid: null } : path === '/voicemails' ? { page: 'voicemails' } : { page: 'board' };
}

export function go(path: string): void {
  if (path !== location.pathname) {
    history.pushState(null, '', path);
    window.dispatchEvent(new Event(CHANGED));
  }
}

export function useRoute(): Route {
  const path = useSyncExternalStore(
    (watcher) => {
      window.addEventListener('popstate', watcher);
      window.addEventListener(CHANGED, watcher);
      return () => {
        window.removeEventListener('popstate', watcher);
        window.removeEventListener(CHANGED, watcher);
      };
    },
    () => location.pathname,
  );
  return parse(path);
}

/** For links: stays on the page, unless somebody wants a new tab. */
export function follow(event: MouseEvent<HTMLAnchorElement>): void {
  if (!event.defaultPrevented && event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey) {
    event.preventDefault();
    go(new URL(event.currentTarget.href).pathname);
  }
}
