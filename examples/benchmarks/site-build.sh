#!/bin/sh
# Renders the same Thai items with Prakat's static site and with Hugo, by turns, whole processes: site-build.sh ITEMS [TURNS] [FOLDER]
# Needs hugo (apt-get install hugo) and the benchmarks' jar. Prakat has 256 MB of heap; JAVA_OPTIONS stands for other options of its
# Java. The folder is emptied before and after.
set -eu
items=${1:-10000}
turns=${2:-3}
folder=${3:-$(mktemp -d)}/site-build
jar=$(dirname "$0")/target/benchmarks.jar
options=${JAVA_OPTIONS:--XX:+UseParallelGC}
trap 'rm -rf "$folder"' EXIT
rm -rf "$folder"
mkdir -p "$folder"
java -cp "$jar" dev.prakat.benchmarks.SiteBuild --make="$items" --folder="$folder"
hugo version
for turn in $(seq "$turns"); do
    uptime
    # Nothing is deleted between turns: ext4 looks at every inode that was freed in the last minutes before it gives out another one, and
    # whoever comes next would pay for it.
    own=$folder/turn-$turn
    mkdir "$own"
    cp -r "$folder/site-state" "$own/site-state"
    # Hugo goes first in one turn and second in the next.
    for who in $([ $((turn % 2)) = 0 ] && echo "prakat hugo" || echo "hugo prakat"); do
        sync # what was written before is nobody's to wait for
        begun=$(date +%s%N)
        if [ "$who" = hugo ]; then
            hugo --source "$folder/hugo" --destination "$own/public" --quiet
        else
            # shellcheck disable=SC2086 # several options
            java -Xmx256m $options -cp "$jar" dev.prakat.benchmarks.SiteBuild --folder="$own"
        fi
        echo "turn $turn: $who $((($(date +%s%N) - begun) / 1000000)) ms whole process"
    done
done
