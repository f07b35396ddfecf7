-- Data requests: the register, the steps that were done, what was asked, instructed, sent and written. What is personal is sealed.
create table prakat_request (
  id varchar(80) not null primary key,
  number varchar(60) not null,
  received_at timestamp(6) with time zone not null,
  information_act boolean not null,
  topic varchar(300) not null,
  sealed character large object,
  sealed_need character large object,
  key_id varchar(40) not null,
  state varchar(30) not null,
  step varchar(20),
  began_at timestamp(6) with time zone not null,
  in_charge varchar(80),
  needed_by date,
  ground varchar(200),
  version integer not null
);
create index prakat_request_open on prakat_request (step, received_at, id);
create index prakat_request_received on prakat_request (received_at, id);

create table prakat_request_step (
  id varchar(100) not null primary key,
  request_id varchar(80) not null references prakat_request (id),
  position_no integer not null,
  step varchar(20) not null,
  began_at timestamp(6) with time zone not null,
  due_at timestamp(6) with time zone,
  done_at timestamp(6) with time zone not null,
  done_by varchar(80) not null
);
create index prakat_request_step_of on prakat_request_step (request_id, position_no);

create table prakat_request_sending (
  id varchar(100) not null primary key,
  request_id varchar(80) not null references prakat_request (id),
  way varchar(20) not null,
  waiver varchar(1000),
  recorded_at timestamp(6) with time zone not null,
  recorded_by varchar(80) not null
);
create index prakat_request_sending_of on prakat_request_sending (request_id);

create table prakat_request_owner (
  id varchar(170) not null primary key,
  request_id varchar(80) not null references prakat_request (id),
  unit varchar(80) not null,
  asked_at timestamp(6) with time zone not null,
  answered_at timestamp(6) with time zone,
  version integer not null
);
create index prakat_request_owner_of on prakat_request_owner (request_id);

create table prakat_request_instruction (
  id varchar(100) not null primary key,
  request_id varchar(80) not null references prakat_request (id),
  position_no integer not null,
  committee boolean not null,
  words varchar(2000),
  instructed_at timestamp(6) with time zone not null,
  instructed_by varchar(80) not null,
  outcome varchar(2000),
  done_at timestamp(6) with time zone,
  version integer not null
);
create index prakat_request_instruction_of on prakat_request_instruction (request_id, position_no);

create table prakat_request_letter (
  id varchar(40) not null primary key,
  request_id varchar(80) not null references prakat_request (id),
  number varchar(80) not null,
  kind varchar(20) not null,
  unit varchar(80),
  sealed character large object,
  written_at timestamp(6) with time zone not null,
  written_by varchar(80) not null,
  version integer not null
);
create index prakat_request_letter_of on prakat_request_letter (request_id, id);

-- The last running number of each year's letters.
create table prakat_request_letter_year (
  be_year integer not null primary key,
  last_number integer not null,
  version integer not null
);

-- How a complaint had ended when an import gave it. Of imports before this version it is not known, and says so.
alter table prakat_complaint add column given_conclusion varchar(60);
alter table prakat_complaint add column given_concluded_on date;
alter table prakat_complaint add column given_informed_on date;
update prakat_complaint set given_conclusion = '?' where import_id is not null;

insert into prakat_schema_version (version, name) values (6, 'V006__requests');
