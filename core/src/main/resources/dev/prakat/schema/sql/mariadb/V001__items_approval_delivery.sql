-- What was run here, by whichever hand: every migration ends by entering itself.
create table prakat_schema_version (
  version integer not null primary key,
  name varchar(100) not null,
  installed_at datetime(6) default (utc_timestamp(6)) not null
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

-- Items and their immutable revisions.
create table prakat_item (
  id varchar(40) not null primary key,
  category varchar(60) not null,
  owner_unit varchar(80) not null,
  author varchar(80) not null,
  state varchar(20) not null,
  current_revision integer not null,
  approved_revision integer,
  approved_at datetime(6),
  binding varchar(64),
  order_kind varchar(20),
  order_reason varchar(20),
  order_note varchar(4000),
  ordered_at datetime(6),
  ordered_by varchar(80),
  delivery_pending boolean not null,
  created_at datetime(6) not null,
  version integer not null
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;
create index prakat_item_newest on prakat_item (created_at desc, id desc);
create index prakat_item_pending on prakat_item (delivery_pending, approved_at, id);

create table prakat_revision (
  id varchar(60) not null primary key,
  item_id varchar(40) not null references prakat_item (id),
  number integer not null,
  title varchar(300) not null,
  summary varchar(4000) not null,
  body_html longtext not null,
  language varchar(35) not null,
  external_link varchar(2000),
  remark varchar(4000),
  content_hash varchar(64) not null,
  removed longtext not null,
  created_at datetime(6) not null,
  created_by varchar(80) not null,
  unique (item_id, number)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

create table prakat_attachment (
  id varchar(80) not null primary key,
  revision_id varchar(60) not null references prakat_revision (id),
  position integer not null,
  name varchar(240) not null,
  media_type varchar(100) not null,
  size_bytes bigint not null,
  sha256 varchar(64) not null
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;
create index prakat_attachment_revision on prakat_attachment (revision_id);

create table prakat_plan (
  id varchar(80) not null primary key,
  revision_id varchar(60) not null references prakat_revision (id),
  position integer not null,
  target varchar(60) not null,
  opens_at datetime(6) not null,
  closes_at datetime(6),
  permanent_reason varchar(1000),
  review_on date,
  kind varchar(20) not null,
  redirect_to varchar(2000),
  check ((closes_at is null and permanent_reason is not null and review_on is not null)
    or (closes_at > opens_at and permanent_reason is null and review_on is null))
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;
create index prakat_plan_revision on prakat_plan (revision_id);

-- A procedure that runs, or ran, for one revision, and what was decided in it.
create table prakat_case (
  id varchar(60) not null primary key,
  item_id varchar(40) not null references prakat_item (id),
  revision integer not null,
  procedure_id varchar(60) not null,
  policy_id varchar(60) not null,
  policy_version varchar(64) not null,
  binding varchar(64) not null,
  status varchar(20) not null,
  step varchar(60),
  step_due_at datetime(6),
  submitted_at datetime(6) not null,
  submitted_by varchar(80) not null,
  submitter_unit varchar(80) not null,
  version integer not null
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;
create index prakat_case_item on prakat_case (item_id, submitted_at);
create index prakat_case_open on prakat_case (status, step_due_at);

create table prakat_decision (
  id varchar(80) not null primary key,
  case_id varchar(60) not null references prakat_case (id),
  position integer not null,
  step varchar(60) not null,
  outcome varchar(20) not null,
  reason varchar(4000) not null,
  officer varchar(80) not null,
  decided_at datetime(6) not null
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;
create index prakat_decision_case on prakat_decision (case_id);

-- One item on one target: what it must show, what was last confirmed, and the next thing to do.
create table prakat_placement (
  id varchar(110) not null primary key,
  item_id varchar(40) not null references prakat_item (id),
  target varchar(60) not null,
  category varchar(60) not null,
  revision integer not null,
  binding varchar(64) not null,
  opens_at datetime(6) not null,
  closes_at datetime(6),
  kind varchar(20) not null,
  redirect_to varchar(2000),
  ordered_at datetime(6),
  order_kind varchar(20),
  order_reason varchar(20),
  state varchar(20) not null,
  confirmed varchar(20) not null,
  confirmed_revision integer,
  fence bigint not null,
  attempted varchar(60),
  due_at datetime(6),
  removal boolean not null,
  attempts integer not null,
  last_problem varchar(2000),
  delivered_at datetime(6),
  proven_at datetime(6),
  removal_due_at datetime(6),
  removed_at datetime(6),
  claim_token varchar(36),
  claim_until datetime(6),
  version integer not null,
  unique (item_id, target)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;
create index prakat_placement_newest on prakat_placement (opens_at desc, id);
create index prakat_placement_state on prakat_placement (state, closes_at);
create index prakat_placement_category on prakat_placement (category, delivered_at);

create table prakat_artefact (
  id varchar(36) not null primary key,
  placement_id varchar(110) not null references prakat_placement (id),
  address varchar(2000) not null,
  kind varchar(20) not null,
  remote_path varchar(2000) not null,
  sha256 varchar(64),
  shared boolean not null,
  expected boolean not null,
  answer varchar(20),
  soft boolean,
  evidence varchar(2000),
  observed_at datetime(6)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;
create index prakat_artefact_placement on prakat_artefact (placement_id);

-- When each node last swept: a host that never calls is noticed here.
create table prakat_sweep (
  node varchar(80) not null primary key,
  began_at datetime(6) not null,
  ended_at datetime(6),
  sweeps bigint not null,
  version integer not null
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

-- What happened, one row each; inserted, never changed.
create table prakat_event (
  sequence_no bigint auto_increment primary key,
  id varchar(36) not null unique,
  subject varchar(110) not null,
  type varchar(60) not null,
  happened_at datetime(6) not null,
  officer varchar(80) not null,
  details longtext not null,
  log_origin varchar(200) not null,
  log_index bigint not null,
  log_leaf varchar(64) not null
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;
create index prakat_event_subject on prakat_event (subject, sequence_no);

insert into prakat_schema_version (version, name) values (1, 'V001__items_approval_delivery');
