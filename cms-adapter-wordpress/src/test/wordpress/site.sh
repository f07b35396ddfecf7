#!/usr/bin/env bash
# A real WordPress on this machine, without containers: its own database and web server, on loopback only.
#   site.sh start FOLDER PORT   makes the site in an empty FOLDER and prints its version and address
#   site.sh stop FOLDER         ends its two servers
# FOLDER/password has the application password of the account "prakat".
# Needs the Debian packages php-cli php-mysql php-gd php-xml php-mbstring mariadb-server wordpress.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
do="${1:?start or stop}"
folder="$(realpath -m "${2:?a folder}")"

fail() { printf '!! %s\n' "$*" >&2; exit 1; }

if [ "$do" = stop ]; then
  # The web server has children that outlive their parent: the whole group is ended.
  if [ -f "$folder/web.pid" ]; then kill -TERM -- "-$(cat "$folder/web.pid")" 2>/dev/null || true; fi
  if [ -f "$folder/database.pid" ]; then kill -TERM "$(cat "$folder/database.pid")" 2>/dev/null || true; fi
  exit 0
fi
[ "$do" = start ] || fail "found $do, expected start or stop"
port="${3:?a port}"
source="${WORDPRESS_SOURCE:-/usr/share/wordpress}"
[ -f "$source/wp-load.php" ] || fail "found no WordPress in $source; install the package wordpress"
for tool in php mariadbd mariadb-install-db mariadb; do
  command -v "$tool" >/dev/null || fail "found no $tool; install php-cli php-mysql mariadb-server"
done
[ ! -e "$folder/www" ] || fail "$folder has a site already; give an empty folder"
case "$folder" in *[[:space:]]*) fail "found a blank in $folder, which the installer of MariaDB cannot take; give a folder without" ;; esac
mkdir -p "$folder/www" "$folder/db"
umask 077
trap '[ $? = 0 ] || "$0" stop "$folder"' EXIT

mariadb-install-db --no-defaults --user="$(id -un)" --datadir="$folder/db" --auth-root-authentication-method=normal \
  --skip-test-db >"$folder/database.log" 2>&1
mariadbd --no-defaults --user="$(id -un)" --datadir="$folder/db" --socket="$folder/s" --pid-file="$folder/database.pid" \
  --skip-networking --innodb-flush-log-at-trx-commit=2 >>"$folder/database.log" 2>&1 &
sql() { mariadb --no-defaults -uroot --socket="$folder/s" -e "$1"; }
for _ in $(seq 100); do if sql 'select 1' >/dev/null 2>&1; then break; fi; sleep 0.1; done
sql 'create database wp character set utf8mb4'

cp -aL "$source/." "$folder/www/"
rm -f "$folder/www/wp-config.php"
theme="$folder/www/wp-content/themes/blank"
mkdir -p "$theme" "$folder/www/wp-content/uploads"
printf '/*\nTheme Name: Blank\n*/\n' >"$theme/style.css"
cat >"$theme/index.php" <<'PHP'
<!doctype html><html><head><?php wp_head(); ?></head><body><?php
while (have_posts()) { the_post(); echo '<h1>', get_the_title(), '</h1>'; the_content(); } wp_footer(); ?></body></html>
PHP
cat >"$folder/www/wp-config.php" <<PHP
<?php
define('DB_NAME', 'wp'); define('DB_USER', 'root'); define('DB_PASSWORD', ''); define('DB_HOST', 'localhost:$folder/s');
define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', ''); \$table_prefix = 'wp_';
define('WP_HOME', 'http://127.0.0.1:$port'); define('WP_SITEURL', 'http://127.0.0.1:$port');
define('WP_ENVIRONMENT_TYPE', 'local'); define('WP_HTTP_BLOCK_EXTERNAL', true); define('AUTOMATIC_UPDATER_DISABLED', true);
define('DISABLE_WP_CRON', true); define('WP_DEBUG_DISPLAY', false);
if (!defined('ABSPATH')) { define('ABSPATH', __DIR__ . '/'); }
require_once ABSPATH . 'wp-settings.php';
PHP
cp "$here/provision.php" "$here/router.php" "$folder/www/"
php "$folder/www/provision.php" "$folder/password" >"$folder/provision.log" 2>&1 || fail "the installation failed; see $folder/provision.log"
rm "$folder/www/provision.php"

PHP_CLI_SERVER_WORKERS=4 setsid php -d opcache.enable_cli=1 -d upload_max_filesize=64M -d post_max_size=64M \
  -S "127.0.0.1:$port" -t "$folder/www" "$folder/www/router.php" >"$folder/web.log" 2>&1 &
echo $! >"$folder/web.pid"
for _ in $(seq 100); do if curl -fs -o "$folder/index.json" "http://127.0.0.1:$port/wp-json/"; then break; fi; sleep 0.1; done
[ -s "$folder/index.json" ] || fail "the site does not answer; see $folder/web.log"
php -r "require '$folder/www/wp-includes/version.php'; echo \"WordPress \$wp_version at http://127.0.0.1:$port/\n\";"
