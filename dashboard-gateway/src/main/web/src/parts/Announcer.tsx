import { useEffect, useState } from 'react';
import type { Me } from '../api/types';
import { ringingFor } from '../board/fold';
import { useView } from '../board/store';
import { callerOf } from './format';

/** Tells screen readers what rings, at once; what came of it is told by the toasts. */
export function Announcer({ me }: { me: Me }) {
  const board = useView((view) => view.board);
  const [told, setTold] = useState('');
  const ringing = ringingFor(board, me.agentId)
    .map((call) => `${callerOf(call)} rings for ${call.to}`)
    .join('; ');
  useEffect(() => setTold(ringing), [ringing]);
  return (
    <div className="unseen" role="alert">
      {told}
    </div>
  );
}
