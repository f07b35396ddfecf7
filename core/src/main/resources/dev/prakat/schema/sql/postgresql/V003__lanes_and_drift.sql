-- Lanes, lateness, addresses that several items have, drift, and websites that are no longer configured.
alter table prakat_placement add column removal_late_ms bigint;
create index prakat_placement_lane on prakat_placement (target, removal, due_at, id);
create index prakat_placement_removed on prakat_placement (target, state, proven_at);
create index prakat_placement_ordered on prakat_placement (state, ordered_at);
create index prakat_artefact_sha256 on prakat_artefact (sha256);

create table prakat_target (
  name varchar(60) not null primary key,
  adapter varchar(60) not null,
  orphaned_at timestamptz(6),
  orphaned_why varchar(1000),
  scan_cursor varchar(110),
  scan_began_at timestamptz(6),
  scan_ended_at timestamptz(6),
  scanned bigint not null,
  version integer not null
);

-- What was seen on a website that is not as it was proven to be. A row is settled, never deleted.
create table prakat_drift (
  id varchar(36) not null primary key,
  target varchar(60) not null,
  placement_id varchar(110),
  address varchar(2000) not null,
  address_hash varchar(64) not null,
  drift varchar(20) not null,
  expected varchar(2000) not null,
  found varchar(2000) not null,
  first_seen_at timestamptz(6) not null,
  last_seen_at timestamptz(6) not null,
  settled_at timestamptz(6),
  version integer not null
);
create index prakat_drift_open on prakat_drift (target, settled_at, placement_id);
create index prakat_drift_address on prakat_drift (address_hash, settled_at);

-- For hosts on several machines that let db-scheduler call the sweep; empty elsewhere. The columns are db-scheduler's.
create table prakat_scheduled_task (
  task_name varchar(100) not null,
  task_instance varchar(100) not null,
  task_data bytea,
  execution_time timestamptz(6) not null,
  picked boolean not null,
  picked_by varchar(100),
  last_success timestamptz(6),
  last_failure timestamptz(6),
  consecutive_failures integer,
  last_heartbeat timestamptz(6),
  version bigint not null,
  priority integer,
  primary key (task_name, task_instance)
);
create index prakat_scheduled_task_due on prakat_scheduled_task (execution_time);
create index prakat_scheduled_task_heartbeat on prakat_scheduled_task (last_heartbeat);

insert into prakat_schema_version (version, name) values (3, 'V003__lanes_and_drift');
