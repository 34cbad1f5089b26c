import { useEffect, useState } from 'react';
import { serverNow } from '../board/store';
import { lengthOf } from './format';

const ticks = new Set<() => void>();
let ticking: ReturnType<typeof setInterval> | undefined;

/** One clock for all timers of the page. */
function everySecond(tick: () => void): () => void {
  ticks.add(tick);
  ticking ??= setInterval(() => ticks.forEach((each) => each()), 1000);
  return () => {
    ticks.delete(tick);
    if (ticks.size === 0) {
      clearInterval(ticking);
      ticking = undefined;
    }
  };
}

/** How long it is since then, by the server's clock. */
export function Timer({ since, label }: { since: string; label: string }) {
  const [seconds, setSeconds] = useState(() => secondsSince(since));
  useEffect(() => {
    const tick = () => setSeconds(secondsSince(since));
    tick();
    return everySecond(tick);
  }, [since]);
  return (
    <span className="timer" title={label} role="timer" aria-live="off">
      {lengthOf(seconds)}
    </span>
  );
}

function secondsSince(since: string): number {
  return Math.max(0, Math.floor((serverNow() - Date.parse(since)) / 1000));
}
