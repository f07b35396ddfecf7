#!/usr/bin/env bash
# A WordPress of your own on this machine, to try Prakat on: on loopback only, without containers and without touching a service of
# the system. Everything it makes lies in examples/out/wordpress; stop.sh beside it ends it.
#   start.sh [--companion]     --companion also installs Prakat's plugin into it
# PORT says where it is to be found; else a free port from 8090 on. WORDPRESS_VERSION=6.5.5 or 6.8 takes another WordPress than Debian's.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
out=$root/examples/out/wordpress
adapter=$root/cms-adapter-wordpress/src
scripts=$adapter/test/wordpress

fail() {
  printf 'start.sh: %s\n' "$1" >&2
  exit 1
}
companion=
case "${1:-}" in
  '') ;;
  --companion) companion=1 ;;
  *) fail "found '$1', expected nothing or --companion" ;;
esac
free_port() {
  local port
  for port in 8090 8091 8092 8093 8094 8095 8096 8097 8098 8099; do
    if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
      printf '%s' "$port"
      return
    fi
  done
  fail "ports 8090 to 8099 of this machine are all taken; set PORT"
}

if [ -z "$(PATH="$PATH:/usr/sbin" type -P php mariadbd mariadb-install-db | sed -n 3p)" ] || [ ! -f /usr/share/wordpress/wp-load.php ]; then
  fail "found no PHP, MariaDB or WordPress on this machine. On Debian 12 or Ubuntu:
  apt-get install -y --no-install-recommends php-cli php-fpm
  apt-get install -y --no-install-recommends php wordpress php-mysql php-gd php-xml php-mbstring php-curl php-zip php-intl \\
    mariadb-server nginx-light curl"
fi
if [ -e "$out" ]; then
  echo "พบเว็บไซต์ของครั้งก่อน เริ่มใหม่ทั้งหมด / Found the site of an earlier run: starting afresh."
  "$here/stop.sh"
  rm -rf "$out"
fi
if [ -n "${WORDPRESS_VERSION:-}" ]; then
  WORDPRESS_SOURCE=$("$scripts/fetch.sh" "$WORDPRESS_VERSION")
  export WORDPRESS_SOURCE
fi
port=${PORT:-$(free_port)}
mkdir -p "$(dirname "$out")"
said=$("$scripts/site.sh" start "$out" "$port")
(umask 077 && sed -n 's/^publisher=//p' "$out/accounts" >"$out/password")
if [ -n "$companion" ]; then
  cp "$adapter/main/resources/dev/prakat/wordpress/prakat-companion.php" "$out/www/wp-content/mu-plugins/"
fi
address="http://127.0.0.1:$port/"
printf '%s\n' "$address" >"$out/address"

cat <<END
$said

เว็บไซต์ / the site      $address
จัดการ / administration  ${address}wp-login.php   admin  $(sed -n 's/^admin\.login=//p' "$out/accounts")
บัญชีของ Prakat / Prakat's account  publisher, its application password in $out/password

เชื่อมต่อ / connect it:
  examples/prakat --data DIR target add wordpress --name wp --address $address --account publisher \\
    --password-file $out/password${companion:+ --companion}
เผยแพร่และนำลง / publish to it and take down: examples/wordpress/publish.sh
หยุด / stop it:          examples/wordpress/stop.sh
END
