-- What the log means for somebody who asks a question. Every row follows from the log alone: keys are natural, times are the
-- log's, and there is no now() and no serial, so that a rebuild gives the same bytes. Times of the log are whole milliseconds.
--
-- A caller's number and words are personal: key_id, pseudonym and ciphertext, as the log has them.

-- How far each workspace has been read; written in the transaction of the rows, and the fence between two writers.
create table positions (
    workspace     text        not null primary key,
    next_sequence bigint      not null check (next_sequence > 1),
    partition     int         not null,
    -- Kafka's offset after the workspace's last event. A partition is read from the greatest of its workspaces' on.
    next_offset   bigint      not null,
    log_time      timestamptz not null
);

create index positions_partition on positions (partition);

-- Those who take calls, as the board has them.
create table agents (
    workspace            text        not null,
    agent_id             text        not null,
    name                 text        not null,
    role                 text        not null,
    max_concurrent_calls int         not null,
    availability         text        not null,
    reason               text,
    since                timestamptz not null,
    call_sids            text[]      not null,
    offered_call_sids    text[]      not null,
    reserved_call_sids   text[]      not null,
    primary key (workspace, agent_id)
);

-- Every call that was ever received. Until ended_at it is as the board has it, and then as the board had it last.
create table calls (
    workspace              text        not null,
    call_sid               text        not null,
    from_key_id            text        not null,
    from_pseudonym         text        not null,
    from_ciphertext        text        not null,
    to_number              text        not null,
    received_at            timestamptz not null,
    step                   int         not null,
    stage                  text        not null,
    since                  timestamptz not null,
    agent_id               text,
    answered_at            timestamptz,
    transferred_by         text,
    offered_to             text[]      not null,
    declined_by            text[]      not null,
    parked_by              text,
    parked_at              timestamptz,
    forgotten              boolean,
    failed_instruction     bigint,
    failed_error_code      int,
    failed_detail          text,
    failed_at              timestamptz,
    ended_at               timestamptz,
    end_reason             text,
    -- An hour after its end routing forgets a call; nothing of it is on the log from there on.
    retired                boolean     not null,
    last_sequence          bigint      not null,
    primary key (workspace, call_sid)
);

create index calls_live on calls (workspace) where ended_at is null;
create index calls_not_retired on calls (workspace) where not retired;
create index calls_received_at on calls (workspace, received_at);
create index calls_from on calls (workspace, from_pseudonym);

-- Who has to do with a call at present, and in which role: ringing, connecting, connected or reserved.
create table active_calls (
    workspace text        not null,
    call_sid  text        not null,
    agent_id  text        not null,
    role      text        not null,
    since     timestamptz not null,
    primary key (workspace, call_sid, agent_id)
);

create index active_calls_agent on active_calls (workspace, agent_id);

-- The parking lot at present. Its order is that of parked_at and call_sid.
create table parked_calls (
    workspace text        not null,
    call_sid  text        not null,
    parked_by text        not null,
    parked_at timestamptz not null,
    forgotten boolean     not null,
    primary key (workspace, call_sid)
);

-- Each stretch of time in which a caller waited for an agent. left_at is absent as long as they do.
create table queue_entries (
    workspace        text        not null,
    call_sid         text        not null,
    entered_sequence bigint      not null,
    entered_because  text        not null,
    entered_at       timestamptz not null,
    left_at          timestamptz,
    left_because     text,
    primary key (workspace, entered_sequence)
);

create index queue_entries_call on queue_entries (workspace, call_sid);
create index queue_entries_open on queue_entries (workspace) where left_at is null;

-- Every attempt to get a call, granted or not, under the sequence of the event that answered it.
create table call_claims (
    workspace        text        not null,
    sequence         bigint      not null,
    call_sid         text        not null,
    kind             text        not null,
    -- Who shall have the call. A refusal to hand a call to somebody does not say to whom.
    agent_id         text,
    requested_by     text        not null,
    via              text,
    granted          boolean     not null,
    -- The grant that this one repeats.
    repeats          bigint,
    refused_because  text,
    claimed_by       text,
    at               timestamptz not null,
    answered_at      timestamptz,
    released_at      timestamptz,
    released_because text,
    primary key (workspace, sequence)
);

create index call_claims_call on call_claims (workspace, call_sid);
create index call_claims_open on call_claims (workspace) where granted and repeats is null and released_at is null;

-- What happened on each agent's phone. Kept for a while by the log's own time.
create table ring_events (
    workspace text        not null,
    sequence  bigint      not null,
    agent_id  text        not null,
    call_sid  text        not null,
    what      text        not null,
    reason    text,
    at        timestamptz not null,
    primary key (workspace, sequence, agent_id)
);

create index ring_events_at on ring_events (workspace, at);
create index ring_events_call on ring_events (workspace, call_sid);

-- Messages that callers left. A transcription may be told of before its recording.
create table voicemails (
    workspace            text not null,
    call_sid             text not null,
    recording_sid        text not null,
    from_key_id          text,
    from_pseudonym       text,
    from_ciphertext      text,
    recorded_at          timestamptz,
    duration_seconds     int,
    transcribed_at       timestamptz,
    transcription_status text,
    text_key_id          text,
    text_pseudonym       text,
    text_ciphertext      text,
    primary key (workspace, call_sid, recording_sid)
);

create index voicemails_recorded_at on voicemails (workspace, recorded_at);
create index voicemails_from_unknown on voicemails (workspace) where from_key_id is null;

-- Each stretch of time in which an agent said one thing of themselves. ended_at is absent as long as it holds.
create table agent_sessions (
    workspace      text        not null,
    agent_id       text        not null,
    began_sequence bigint      not null,
    status         text        not null,
    reason         text,
    began_at       timestamptz not null,
    ended_at       timestamptz,
    primary key (workspace, began_sequence)
);

create index agent_sessions_agent on agent_sessions (workspace, agent_id);
create index agent_sessions_open on agent_sessions (workspace) where ended_at is null;

-- How each workspace routes, where it has said so.
create table routing_settings (
    workspace text   not null primary key,
    sequence  bigint not null,
    settings  jsonb  not null
);
