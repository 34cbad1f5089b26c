import { useCallback, useEffect, useRef, useState } from 'react';
import { Problem, send } from '../api/http';

interface Pages<T> {
  readonly items: readonly T[];
  readonly next: string | null;
  readonly loading: boolean;
  readonly trouble: string | null;
  /** Reads the first page anew; what else had been read is to be asked for again. */
  readonly reload: () => void;
  readonly more: () => void;
}

/** A list that is read page by page. */
export function usePages<T, P extends { next: string | null }>(path: string, itemsOf: (page: P) => T[]): Pages<T> {
  const [items, setItems] = useState<readonly T[]>([]);
  const [next, setNext] = useState<string | null>(null);
  const [loading, setLoading] = useState(true);
  const [trouble, setTrouble] = useState<string | null>(null);
  const latest = useRef(0);
  const read = useCallback(
    async (after: string | null) => {
      const mine = ++latest.current;
      setLoading(true);
      try {
        const join = path.includes('?') ? '&' : '?';
        const page = await send<P>('GET', after === null ? path : `${path}${join}after=${encodeURIComponent(after)}`);
        if (mine === latest.current) {
          setItems((known) => (after === null ? itemsOf(page) : [...known, ...itemsOf(page)]));
          setNext(page.next);
          setTrouble(null);
        }
      } catch (e) {
        if (mine === latest.current) {
          setTrouble(e instanceof Problem ? e.message : String(e));
        }
      } finally {
        if (mine === latest.current) {
          setLoading(false);
        }
      }
    },
    // itemsOf picks a field; a new function of the same kind changes nothing.
    [path],
  );
  useEffect(() => {
    void read(null);
  }, [read]);
  const reload = useCallback(() => void read(null), [read]);
  return { items, next, loading, trouble, reload, more: () => void read(next) };
}
