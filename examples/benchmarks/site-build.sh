#!/bin/sh
# Renders the same Thai items with Prakat's static site and with Hugo, by turns, whole processes: site-build.sh ITEMS [TURNS] [FOLDER]
# Needs hugo (apt-get install hugo) and the benchmarks' jar. Prakat has 256 MB of heap. The folder is emptied before and after.
set -eu
items=${1:-10000}
turns=${2:-3}
folder=${3:-$(mktemp -d)}/site-build
jar=$(dirname "$0")/target/benchmarks.jar
trap 'rm -rf "$folder"' EXIT
mkdir -p "$folder"
java -cp "$jar" dev.prakat.benchmarks.SiteBuild --make="$items" --folder="$folder"
cp -r "$folder/site-state" "$folder/kept"
hugo version
for turn in $(seq "$turns"); do
    uptime
    rm -rf "$folder/public"
    # Hugo goes first in one turn and second in the next.
    for who in $([ $((turn % 2)) = 0 ] && echo "prakat hugo" || echo "hugo prakat"); do
        begun=$(date +%s%N)
        if [ "$who" = hugo ]; then
            hugo --source "$folder/hugo" --destination "$folder/public" --quiet
        else
            rm -rf "$folder/site" "$folder/site-state"
            cp -r "$folder/kept" "$folder/site-state"
            begun=$(date +%s%N)
            java -Xmx256m -XX:+UseParallelGC -cp "$jar" dev.prakat.benchmarks.SiteBuild --folder="$folder"
        fi
        echo "turn $turn: $who $((($(date +%s%N) - begun) / 1000000)) ms whole process"
    done
done
