#!/usr/bin/env bash
# Ends the WordPress that start.sh began. Its folder, examples/out/wordpress, stays to be looked at; start.sh begins afresh.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
out=$root/examples/out/wordpress
if [ ! -d "$out" ]; then
  echo "stop.sh: found no $out, so nothing runs"
  exit 0
fi
"$root/cms-adapter-wordpress/src/test/wordpress/site.sh" stop "$out"
