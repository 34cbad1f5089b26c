-- Who may sign in. Routing knows agents from the log; only the password is known here alone.
create table account (
    username      varchar(121) primary key,
    workspace     varchar(63)  not null,
    name          varchar(100) not null,
    role          varchar(10)  not null check (role in ('AGENT', 'SUPERVISOR', 'OPERATOR')),
    password_hash varchar(200) not null,
    created_at    timestamptz  not null default now(),
    updated_at    timestamptz  not null default now()
);

create index account_workspace on account (workspace);

-- Attempts to sign in that have not succeeded, kept for a minute. The key is a hash of the username and the address, since
-- people type passwords into the wrong field.
create table sign_in_attempt (
    id  bigint generated always as identity primary key,
    key bytea       not null,
    at  timestamptz not null default clock_timestamp()
);

create index sign_in_attempt_key on sign_in_attempt (key, at);
create index sign_in_attempt_at on sign_in_attempt (at);

-- Spring Session's own tables (org/springframework/session/jdbc/schema-postgresql.sql), with room for our longest username.
create table spring_session (
    primary_id            char(36) not null,
    session_id            char(36) not null,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        varchar(121),
    constraint spring_session_pk primary key (primary_id)
);

create unique index spring_session_ix1 on spring_session (session_id);
create index spring_session_ix2 on spring_session (expiry_time);
create index spring_session_ix3 on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36)     not null,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    constraint spring_session_attributes_pk primary key (session_primary_id, attribute_name),
    constraint spring_session_attributes_fk foreign key (session_primary_id) references spring_session (primary_id) on delete cascade
);
