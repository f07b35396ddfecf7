#!/usr/bin/env bash
# A real WordPress on this machine, without containers: its own database and web server, on loopback only.
#   site.sh database FOLDER     starts a database server in an empty FOLDER, for several sites
#   site.sh start FOLDER PORT   makes the site in an empty FOLDER, prints its version and address
#   site.sh stop FOLDER         ends what was started in FOLDER
# FOLDER/accounts has a line "name=application password" for publisher, editor and admin, and "admin.login=password" for the pages of
# the administration.
#
# WORDPRESS_SOURCE   a WordPress as it is unpacked; else /usr/share/wordpress
# DATABASE           the FOLDER of a database server that runs already; else the site gets its own
# SERVER             nginx (with php-fpm) or php (its built-in server); else nginx where it can be had
# PERMALINKS         pretty or plain; else pretty
# TLS=1              https with a certificate of its own (FOLDER/certificate.pem) and the environment type "production"
# CACHE=1            nginx keeps every anonymous page for ten minutes, as a CDN in front of a site would
# EMPTY_TRASH_DAYS   as in wp-config.php
# WATCH              the number of a process; when it is no more, everything is ended and the FOLDER removed
#
# Needs the Debian packages php-cli php-mysql php-gd php-xml php-mbstring php-curl php-zip php-intl mariadb-server, a WordPress,
# and for nginx: php-fpm nginx-light.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
do="${1:?database, start or stop}"
folder="$(realpath -m "${2:?a folder}")"
PATH="$PATH:/usr/sbin"

fail() { printf '!! %s\n' "$*" >&2; exit 1; }
need() { command -v "$1" >/dev/null || fail "found no $1; install $2"; }
await() {
  local what="$1" log="$2"
  shift 2
  for _ in $(seq 200); do if "$@" >/dev/null 2>&1; then return; fi; sleep 0.05; done
  fail "$what does not answer; its log ends with: $(tail -n 12 "$log")"
}

stop() {
  local name pid
  # The built-in web server has children that outlive their parent: the whole group is ended.
  if [ -f "$folder/web.pid" ]; then kill -TERM -- "-$(cat "$folder/web.pid")" 2>/dev/null || true; fi
  for name in nginx fpm database; do
    [ -f "$folder/$name.pid" ] || continue
    pid="$(cat "$folder/$name.pid")"
    if kill -TERM "$pid" 2>/dev/null; then
      for _ in $(seq 200); do if [ ! -e "$folder/$name.pid" ]; then break; fi; sleep 0.05; done
    fi
  done
}

begin() {
  [ ! -e "$folder/www" ] && [ ! -e "$folder/db" ] || fail "$folder has a site already; give an empty folder"
  case "$folder" in *[[:space:]]*) fail "found a blank in $folder, which the installer of MariaDB cannot take; give a folder without" ;; esac
  [ "${#folder}" -le 90 ] || fail "$folder has ${#folder} characters, expected 90 at the most: the address of a socket has no room for more"
  mkdir -p "$folder"
  umask 077
  trap '[ $? = 0 ] || stop' EXIT
  if [ -n "${WATCH:-}" ]; then
    (trap - EXIT; while kill -0 "$WATCH" 2>/dev/null; do sleep 1; done; stop; rm -rf "$folder") >/dev/null 2>&1 </dev/null &
  fi
}

sql() { mariadb --no-defaults -uroot --socket="$DATABASE/s" -e "$1"; }

database() {
  local tool
  for tool in mariadbd mariadb-install-db mariadb; do need "$tool" mariadb-server; done
  # A server that starts removes every temporary table it finds in its folder for them, those of its neighbours too.
  mkdir -p "$folder/db" "$folder/tmp"
  mariadb-install-db --no-defaults --user="$(id -un)" --datadir="$folder/db" --tmpdir="$folder/tmp" \
    --auth-root-authentication-method=normal --skip-test-db --skip-name-resolve >"$folder/database.log" 2>&1 \
    || fail "the database was not made; its log: $(head -n 12 "$folder/database.log")"
  mariadbd --no-defaults --user="$(id -un)" --datadir="$folder/db" --tmpdir="$folder/tmp" --socket="$folder/s" \
    --pid-file="$folder/database.pid" --skip-networking --innodb-flush-log-at-trx-commit=2 >>"$folder/database.log" 2>&1 </dev/null &
  await MariaDB "$folder/database.log" mariadb --no-defaults -uroot --socket="$folder/s" -e 'select 1'
}

wordpress() {
  local scheme=http type=local theme="$folder/www/wp-content/themes/blank"
  if [ "${TLS:-}" = 1 ]; then scheme=https type=production; fi
  mkdir -p "$folder/www"
  cp -aL "$source/." "$folder/www/"
  rm -f "$folder/www/wp-config.php"
  mkdir -p "$theme" "$folder/www/wp-content/uploads" "$folder/www/wp-content/mu-plugins"
  cp "$here/theme/"* "$theme/"
  cat >"$folder/www/wp-config.php" <<PHP
<?php
define('DB_NAME', '$name'); define('DB_USER', 'root'); define('DB_PASSWORD', ''); define('DB_HOST', 'localhost:$DATABASE/s');
define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', ''); \$table_prefix = 'wp_';
// What stands in front of the site in a test is its address for whoever comes through it.
if (isset(\$_SERVER['HTTP_X_FORWARDED_HOST'])) { \$_SERVER['HTTP_HOST'] = \$_SERVER['HTTP_X_FORWARDED_HOST']; }
\$host = \$_SERVER['HTTP_HOST'] ?? '';
if (!preg_match('/^(127\.0\.0\.1|localhost):\d+\$/D', \$host)) { \$host = '127.0.0.1:$port'; }
define('WP_HOME', '$scheme://' . \$host); define('WP_SITEURL', WP_HOME);
define('WP_ENVIRONMENT_TYPE', '$type'); define('WP_HTTP_BLOCK_EXTERNAL', true); define('AUTOMATIC_UPDATER_DISABLED', true);
define('DISABLE_WP_CRON', true); define('WP_DEBUG_DISPLAY', false); define('EMPTY_TRASH_DAYS', ${EMPTY_TRASH_DAYS:-30});
if (!defined('ABSPATH')) { define('ABSPATH', __DIR__ . '/'); }
require_once ABSPATH . 'wp-settings.php';
PHP
  php "$here/provision.php" "$folder/www" "$folder/accounts" "${PERMALINKS:-pretty}" >"$folder/provision.log" 2>&1 \
    || fail "the installation failed: $(tail -n 5 "$folder/provision.log")"
  [ -s "$folder/accounts" ] || fail "the installation made no accounts; see $folder/provision.log"
}

built_in_server() {
  [ "${TLS:-}${CACHE:-}" = "" ] || fail "PHP's built-in server has neither TLS nor a cache; take SERVER=nginx"
  cp "$here/router.php" "$folder/router.php"
  PHP_CLI_SERVER_WORKERS=4 setsid php -d opcache.enable_cli=1 -d opcache.revalidate_freq=0 -d upload_max_filesize=64M \
    -d post_max_size=64M -S "127.0.0.1:$port" -t "$folder/www" "$folder/router.php" >"$folder/web.log" 2>&1 </dev/null &
  echo $! >"$folder/web.pid"
}

nginx_server() {
  local fpm root='' pool='' listen="127.0.0.1:$port" front='' tls='' missing='/index.php?$args'
  # Addresses like ?p=1 need no rule for what is not there; with one, WordPress leads from a missing file to its home page.
  if [ "${PERMALINKS:-}" = plain ]; then missing='=404'; fi
  fpm="$(compgen -c php-fpm | sort | head -n 1)"
  if [ "$(id -u)" = 0 ]; then
    root='user root;'
    pool=$'user = root\ngroup = root'
  fi
  if [ "${TLS:-}" = 1 ]; then
    need openssl openssl
    openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1 \
      -keyout "$folder/key.pem" -out "$folder/certificate.pem" 2>"$folder/openssl.log" || fail "no certificate; see $folder/openssl.log"
    listen="$listen ssl"
    tls="ssl_certificate $folder/certificate.pem; ssl_certificate_key $folder/key.pem;"
  fi
  if [ "${CACHE:-}" = 1 ]; then
    front="proxy_cache_path $folder/cache keys_zone=pages:1m;
  server {
    listen $listen; $tls
    access_log $folder/access.log requests;
    location = /harness-sync { access_log off; return 204; }
    location / {
      proxy_pass http://unix:$folder/b;
      proxy_set_header Host \$http_host; proxy_set_header X-Forwarded-Proto \$scheme;
      proxy_cache pages; proxy_cache_valid 200 10m; proxy_cache_key \$request_method\$request_uri;
      proxy_ignore_headers Cache-Control Expires Set-Cookie Vary;
      proxy_cache_bypass \$http_authorization; proxy_no_cache \$http_authorization;
      add_header X-Cache \$upstream_cache_status always;
    }
  }"
    listen="unix:$folder/b" tls=''
  fi
  cat >"$folder/fpm.conf" <<CONF
[global]
pid = $folder/fpm.pid
error_log = $folder/fpm.log
[www]
$pool
listen = $folder/f
pm = static
pm.max_children = 4
php_admin_value[upload_max_filesize] = 64M
php_admin_value[post_max_size] = 64M
php_admin_value[opcache.revalidate_freq] = 0
php_admin_value[error_log] = $folder/php.log
CONF
  cat >"$folder/nginx.conf" <<CONF
$root
worker_processes 1;
pid $folder/nginx.pid;
error_log $folder/nginx.log;
events {}
http {
  include /etc/nginx/mime.types;
  log_format requests escape=json '\$msec \$request_method \$request_uri \$status \$remote_user';
  client_max_body_size 65m;
  client_body_temp_path $folder/t1; proxy_temp_path $folder/t2; fastcgi_temp_path $folder/t3; uwsgi_temp_path $folder/t4;
  scgi_temp_path $folder/t5;
  $front
  server {
    listen $listen; $tls
    access_log $([ "${CACHE:-}" = 1 ] && echo off || echo "$folder/access.log requests");
    root $folder/www;
    index index.php;
    location = /harness-sync { access_log off; return 204; }
    location / { try_files \$uri \$uri/ $missing; }
    location ~ \.php\$ {
      try_files \$uri =404;
      include /etc/nginx/fastcgi_params;
      fastcgi_param SCRIPT_FILENAME \$document_root\$fastcgi_script_name;
      # Debian's own value has no port, which makes WordPress redirect to itself for ever.
      fastcgi_param HTTP_HOST \$http_host;
      fastcgi_param SERVER_PORT $port;
      fastcgi_param HTTPS $([ "${TLS:-}" = 1 ] && echo on || echo '""') if_not_empty;
      fastcgi_read_timeout 120;
      fastcgi_pass unix:$folder/f;
    }
  }
}
CONF
  "$fpm" -R -D -y "$folder/fpm.conf" >"$folder/fpm.out" 2>&1 </dev/null || fail "php-fpm did not start; see $folder/fpm.out and $folder/fpm.log"
  nginx -c "$folder/nginx.conf" -e "$folder/nginx.log" >"$folder/nginx.out" 2>&1 </dev/null || fail "nginx did not start; see $folder/nginx.out"
}

case "$do" in
stop)
  stop
  ;;
database)
  begin
  database
  ;;
start)
  port="${3:?a port}"
  source="${WORDPRESS_SOURCE:-/usr/share/wordpress}"
  server="${SERVER:-}"
  name="wp_$port"
  [ -f "$source/wp-load.php" ] || fail "found no WordPress in $source; install the package wordpress"
  need php "php-cli php-mysql"
  if [ -z "$server" ]; then
    if command -v nginx >/dev/null && [ -n "$(compgen -c php-fpm)" ]; then server=nginx; else server=php; fi
  fi
  begin
  if [ -z "${DATABASE:-}" ]; then
    database
    DATABASE="$folder"
  fi
  sql "create database $name character set utf8mb4"
  wordpress
  case "$server" in
  nginx) nginx_server ;;
  php) built_in_server ;;
  *) fail "found SERVER=$server, expected nginx or php" ;;
  esac
  scheme="$([ "${TLS:-}" = 1 ] && echo https || echo http)"
  await "the site" "$folder" curl -fsk -o "$folder/index.json" "$scheme://127.0.0.1:$port/index.php?rest_route=/"
  echo "$server" >"$folder/server"
  php -r 'require $argv[1]; echo "WordPress $wp_version, PHP ", PHP_VERSION;' "$folder/www/wp-includes/version.php"
  printf ', MariaDB %s, %s, at %s://127.0.0.1:%s/\n' "$(mariadb --no-defaults -uroot --socket="$DATABASE/s" -N -B -e 'select version()')" "$server" "$scheme" "$port"
  ;;
*) fail "found $do, expected database, start or stop" ;;
esac
