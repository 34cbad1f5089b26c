import { useEffect, useMemo, useState, type FormEvent } from 'react';
import { Problem, send } from '../api/http';
import type { CallsPage as Page, Outcome, PastCall, Timeline } from '../api/types';
import { nameOf } from '../board/fold';
import { useView } from '../board/store';
import { callerOf, exactly, lengthOf, momentOf, numberOf } from '../parts/format';
import { follow, go } from '../route';
import { usePages } from './usePages';

const OUTCOMES: readonly [Outcome, string][] = [
  ['answered', 'Answered'],
  ['voicemail', 'Voicemail'],
  ['missed', 'Missed'],
  ['live', 'Now'],
];

/** Calls that were, and how each of them went. */
export function CallsPage({ callSid }: { callSid: string | null }) {
  const [query, setQuery] = useState('');
  const calls = usePages<PastCall, Page>(`/api/calls${query}`, (page) => page.calls);
  const agents = useView((view) => view.board.agents);
  const name = (id: string) => nameOf(agents, id);
  return (
    <div className={callSid === null ? 'history' : 'history with-detail'}>
      <section aria-labelledby="calls-title">
        <h1 id="calls-title">Calls</h1>
        <Search onSearch={setQuery} />
        {calls.trouble !== null && (
          <p className="banner bad" role="alert">
            {calls.trouble}
          </p>
        )}
        <div className="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">Caller</th>
                <th scope="col">For</th>
                <th scope="col">Outcome</th>
                <th scope="col">Who</th>
                <th scope="col">Length</th>
              </tr>
            </thead>
            <tbody>
              {calls.items.map((call) => (
                <tr key={call.callSid} className={call.callSid === callSid ? 'chosen' : ''}>
                  <td>
                    <a href={`/calls/${call.callSid}`} onClick={follow} aria-current={call.callSid === callSid ? 'true' : undefined}>
                      {momentOf(call.receivedAt)}
                    </a>
                  </td>
                  <td>
                    {callerOf(call)}
                    {call.fromName !== null && <span className="number">{numberOf(call.from)}</span>}
                  </td>
                  <td>{numberOf(call.to)}</td>
                  <td>
                    <span className={`tag ${call.outcome}`}>{OUTCOMES.find(([outcome]) => outcome === call.outcome)?.[1]}</span>
                  </td>
                  <td>{call.answeredBy.map(name).join(', ') || '—'}</td>
                  <td className="numeric">{call.endedAt === null ? '…' : lengthOf((Date.parse(call.endedAt) - Date.parse(call.receivedAt)) / 1000)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {!calls.loading && calls.items.length === 0 && calls.trouble === null && <p className="idle">No call is like that.</p>}
        <p className="more">
          <button type="button" onClick={calls.reload} disabled={calls.loading}>
            {calls.loading ? 'Reading…' : 'Refresh'}
          </button>
          {calls.next !== null && (
            <button type="button" onClick={calls.more} disabled={calls.loading}>
              Earlier calls
            </button>
          )}
        </p>
      </section>
      {callSid !== null && <Story callSid={callSid} />}
    </div>
  );
}

/** A field that is left empty asks for nothing. */
function Search({ onSearch }: { onSearch: (query: string) => void }) {
  const agents = useView((view) => view.board.agents);
  const people = useMemo(() => [...agents.values()].sort((a, b) => a.name.localeCompare(b.name)), [agents]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const asked = new URLSearchParams();
    new FormData(event.currentTarget).forEach((value, field) => {
      const text = String(value).trim();
      if (text !== '') {
        asked.set(field, field === 'since' || field === 'until' ? new Date(text).toISOString() : text);
      }
    });
    onSearch(asked.size === 0 ? '' : `?${asked.toString()}`);
  };
  return (
    <form className="search" role="search" onSubmit={submit} onReset={() => onSearch('')}>
      <label>
        Caller's number
        <input name="number" inputMode="tel" placeholder="+1 555 …" />
      </label>
      <label>
        Agent
        <select name="agentId">
          <option value="">Anybody</option>
          {people.map((agent) => (
            <option key={agent.agentId} value={agent.agentId}>
              {agent.name}
            </option>
          ))}
        </select>
      </label>
      <label>
        Outcome
        <select name="outcome">
          <option value="">Any</option>
          {OUTCOMES.map(([outcome, text]) => (
            <option key={outcome} value={outcome}>
              {text}
            </option>
          ))}
        </select>
      </label>
      <label>
        From
        <input name="since" type="datetime-local" />
      </label>
      <label>
        Until
        <input name="until" type="datetime-local" />
      </label>
      <span className="buttons">
        <button type="submit" className="primary">
          Search
        </button>
        <button type="reset">Clear</button>
      </span>
    </form>
  );
}

/** What Twilio tells besides, and what the caller's line is told: true, and rarely what one looks for. */
const DETAILS = new Set(['CommandIgnored', 'CommandRepeated', 'TwimlHandedOut', 'CallControlDone', 'CallRetired']);

/** How one call went, in plain words. */
function Story({ callSid }: { callSid: string }) {
  const [detailed, setDetailed] = useState(false);
  const [timeline, setTimeline] = useState<Timeline | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  useEffect(() => {
    let stopped = false;
    setTimeline(null);
    setTrouble(null);
    send<Timeline>('GET', `/api/calls/${encodeURIComponent(callSid)}/timeline`).then(
      (found) => !stopped && setTimeline(found),
      (e: unknown) => !stopped && setTrouble(e instanceof Problem ? e.message : String(e)),
    );
    return () => {
      stopped = true;
    };
  }, [callSid]);
  const begin = timeline?.events[0]?.at;
  return (
    <section className="panel story" aria-labelledby="story-title">
      <header>
        <h2 id="story-title">{timeline?.call ? callerOf(timeline.call) : 'Call'}</h2>
        <span className="grow" />
        <button type="button" className="round" aria-label="Close" onClick={() => go('/calls')}>
          ×
        </button>
      </header>
      <p className="number sid">{callSid}</p>
      {trouble !== null && (
        <p className="banner bad" role="alert">
          {trouble}
        </p>
      )}
      {timeline !== null && begin !== undefined && (
        <label className="choice">
          <input type="checkbox" checked={detailed} onChange={(event) => setDetailed(event.target.checked)} />
          Every event, also those that changed nothing
        </label>
      )}
      {timeline !== null && begin !== undefined && (
        <ol>
          {timeline.events
            .filter((event) => detailed || !DETAILS.has(event.type))
            .map((event) => (
            <li key={event.sequence} className={event.position === 1 ? 'begins' : ''}>
              {event.position === 1 && <span className="request">{event.request.text}</span>}
              <span className="what">
                <time dateTime={event.at} title={exactly(event.at)}>
                  +{((Date.parse(event.at) - Date.parse(begin)) / 1000).toFixed(3)} s
                </time>
                <span>{event.text}</span>
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
