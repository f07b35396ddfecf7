#!/usr/bin/env bash
# Brings another WordPress onto this machine and prints its folder: fetch.sh 6.5.5 | 6.8 | newest
# 6.5.5 is in a package of npm, 6.8 in Debian 13, the newest in Debian's unstable suite. Nothing of the system is touched; what was
# fetched stays in PRAKAT_WORDPRESS_CACHE, else ~/.cache/prakat/wordpress.
set -euo pipefail
wanted="${1:?6.5.5, 6.8 or newest}"
cache="${PRAKAT_WORDPRESS_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/prakat/wordpress}"
folder="$cache/$wanted"

fail() { printf '!! %s\n' "$*" >&2; exit 1; }
need() { command -v "$1" >/dev/null || fail "WordPress $wanted needs $1, found none"; }

mkdir -p "$cache"
exec 9>"$cache/$wanted.lock"
flock 9
# What is the newest changes from week to week.
if [ "$wanted" = newest ] && [ -d "$folder" ]; then find "$folder" -maxdepth 0 -mtime +14 -exec rm -rf {} +; fi
if [ -f "$folder/wp-load.php" ]; then
  echo "$folder"
  exit 0
fi
work="$(mktemp -d -p "$cache")"
trap 'rm -rf "$work"' EXIT

npm_package() {
  need npm
  need unzip
  (cd "$work" && npm pack --silent @wp-playground/wordpress-builds@0.9.19 >npm.log 2>&1) || fail "npm had no package: $(tail -n 3 "$work/npm.log")"
  tar -xzf "$work"/*.tgz -C "$work" --no-anchored wp-6.5.zip || fail "the package of npm has no WordPress 6.5"
  unzip -q "$(find "$work" -name wp-6.5.zip)" -d "$work/zip"
  found="$(dirname "$(find "$work/zip" -name wp-load.php | head -n 1)")"
}

debian_package() {
  local suite="$1" mirror options libraries broken
  need apt-get
  need dpkg
  mirror="$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' 'Label: Debian' | head -n 1)"
  [ -n "$mirror" ] || fail "apt-get knows no mirror of Debian; run apt-get update"
  mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$work/debs"
  chmod 755 "$work"
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $suite main" >"$work/sources.list"
  options=(-qq -o "Dir::Etc::sourcelist=$work/sources.list" -o Dir::Etc::sourceparts=/dev/null -o "Dir::State::lists=$work/lists"
    -o "Dir::Cache=$work/cache" -o Dir::State::status=/dev/null -o APT::Sandbox::User=root)
  apt-get "${options[@]}" update >"$work/apt.log" 2>&1 || fail "no lists of Debian $suite: $(tail -n 3 "$work/apt.log")"
  # The package has links into libraries: they lie beside it, as they would in the system.
  libraries="$(apt-cache "${options[@]}" depends wordpress | sed -n 's/^ *|\?Depends: *//p' | grep -E '^(libjs-|libphp-|php-getid3)')"
  # shellcheck disable=SC2086
  (cd "$work/debs" && apt-get "${options[@]}" download wordpress $libraries >>"$work/apt.log" 2>&1) \
    || fail "no WordPress of Debian $suite: $(tail -n 3 "$work/apt.log")"
  for deb in "$work"/debs/*.deb; do dpkg -x "$deb" "$work/system"; done
  find "$work/system" -type l -lname '/*' | while read -r link; do ln -sf "$work/system$(readlink "$link")" "$link"; done
  rm -f "$work/system/usr/share/wordpress/wp-config.php"
  # Debian makes the bundle of certificates when it installs; a test site calls nobody.
  rm -f "$work/system/usr/share/wordpress/wp-includes/certificates/ca-bundle.crt"
  broken="$(find "$work/system/usr/share/wordpress" -xtype l)"
  [ -z "$broken" ] || fail "the package of Debian $suite has links to what its libraries have not: $broken"
  cp -aL "$work/system/usr/share/wordpress" "$work/flat"
  found="$work/flat"
}

case "$wanted" in
6.5.5) npm_package ;;
6.8) debian_package trixie ;;
newest) debian_package sid ;;
*) fail "found $wanted, expected 6.5.5, 6.8 or newest" ;;
esac
[ -f "$found/wp-load.php" ] || fail "found no WordPress in what was fetched for $wanted"
rm -rf "$folder"
mv "$found" "$folder"
touch "$folder"
echo "$folder"
