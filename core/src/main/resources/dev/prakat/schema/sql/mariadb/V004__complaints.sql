-- Complaints: the register, with the personal details sealed.
create table prakat_complaint_key (
  id varchar(40) not null primary key,
  wrapped varchar(2000) not null,
  created_at datetime(6) not null
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

create table prakat_complaint_import (
  id varchar(60) not null primary key,
  row_count integer not null,
  rows_hash varchar(64) not null,
  imported_at datetime(6) not null,
  imported_by varchar(80) not null
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

create table prakat_complaint (
  id varchar(80) not null primary key,
  number varchar(60) not null,
  unit varchar(80) not null,
  received_on date not null,
  received_at varchar(20),
  channel varchar(60) not null,
  missing varchar(200) not null,
  sealed longtext,
  key_id varchar(40) not null,
  conclusion varchar(60),
  concluded_on date,
  informed_on date,
  import_id varchar(60),
  import_row integer not null,
  version integer not null
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;
create index prakat_complaint_received on prakat_complaint (received_on, id);
create index prakat_complaint_unit on prakat_complaint (unit, received_on, id);
create index prakat_complaint_import_row on prakat_complaint (import_id, import_row);

create table prakat_complaint_route (
  id varchar(40) not null primary key,
  complaint_id varchar(80) not null references prakat_complaint (id),
  section varchar(60) not null,
  purpose varchar(20) not null,
  routed_at datetime(6) not null,
  routed_by varchar(80) not null
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;
create index prakat_complaint_route_of on prakat_complaint_route (complaint_id, routed_at);

-- The figures that a unit sent to the centre for a month. Nothing personal is in them.
create table prakat_complaint_report (
  id varchar(100) not null primary key,
  unit varchar(80) not null,
  report_month varchar(7) not null,
  received integer not null,
  carried_in integer not null,
  counted integer not null,
  in_time integer not null,
  failed integer not null,
  carried_out integer not null,
  incomplete integer not null,
  late_concluded integer not null,
  due_on date not null,
  sent_at datetime(6) not null,
  sent_by varchar(80) not null,
  corrected_at datetime(6),
  version integer not null
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;
create index prakat_complaint_report_month on prakat_complaint_report (report_month, unit);

insert into prakat_schema_version (version, name) values (4, 'V004__complaints');
