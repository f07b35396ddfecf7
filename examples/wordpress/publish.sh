#!/usr/bin/env bash
# Two items are approved, appear on a real WordPress with their attachments, and one of them leaves it again when its period ends:
# page, file, feed, REST interface. Every step checks its result; the script stops loudly where something is not as promised.
# Begins with an empty WordPress (start.sh) and leaves it running. What it makes lies in examples/out/wordpress-data.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
examples=$(dirname "$here")
out=$examples/out/wordpress
data=$examples/out/wordpress-data
quickstart=$examples/quickstart

say() { printf '\n== %s\n   %s\n' "$1" "$2"; }
ok() { printf '   ok: %s\n' "$1"; }
fail() {
  printf '\npublish.sh: NOT AS PROMISED: %s\n' "$1" >&2
  exit 1
}
prakat() { "$examples/prakat" --data "$data" --lang en "$@"; }
day() { TZ=UTC-7 date -d "$1 days" +%F; }
# status ADDRESS: what a stranger is answered; the answer's body is then in $data/answer.
status() { curl -s -o "$data/answer" -w '%{http_code}' "$1"; }

"$examples/prakat" --version >/dev/null || fail "the command line could not be built; see the messages above"
mkdir -p "$examples/out"
"$here/start.sh" >"$examples/out/wordpress-start.log"
grep "^WordPress" "$examples/out/wordpress-start.log"
address=$(cat "$out/address")
rm -rf "$data"
mkdir -p "$data"

# The clock of Prakat begins 30 days ago, so that what ends in between has ended now.
start="$(day -30)T09:00"
opening="$(day -30)T10:31"
after="$(TZ=UTC-7 date +%FT%H:%M)"

say "เชื่อมต่อเว็บไซต์" "Connect the site $address"
prakat --staff "$quickstart/staff.csv" item list >/dev/null
prakat target add wordpress --name wp --address "$address" --account publisher --password-file "$out/password" >/dev/null
prakat target check | sed 's/^/   | /'
ok "the account has the rights that it needs, and no more"

say "ร่าง เสนอ และเห็นชอบ" "Two items are drafted, submitted and approved"
draft() { # draft NAME TITLE OPTION...
  local name=$1 title=$2
  shift 2
  prakat --as somying --now "$start" item draft --category external-agency-news --title "$title" --target wp \
    --body "$quickstart/items/$name.html" --attach "$quickstart/documents/$name.txt" --submit "$@" 2>/dev/null
}
leaving=$(draft pathum-thani-framework "กรอบแนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์" --until "$(day -10)")
staying=$(draft phan-district-framework "ตัวอย่างแนวทางการเผยแพร่ข้อมูลผ่านเว็บไซต์หน่วยงาน พ.ศ. ๒๕๖๔" --until "$(day +150)")
for id in "$leaving" "$staying"; do
  [[ $id =~ ^[0-9]{6}-[0-9a-z]{10}$ ]] || fail "expected the key of an item, found '$id'"
  prakat --as wichai --now "$opening" item decide "$id" --approve --reason "ถูกต้องครบถ้วน" >/dev/null
done
ok "$leaving ends on $(day -10), $staying on $(day +150)"

say "เผยแพร่ และตรวจให้เห็นจริง" "Publish, and look as a stranger would"
said=$(prakat --now "$opening" sweep --json) || fail "the sweep said $said"
[[ $said == *'"published" : 2,'* ]] || fail "expected 2 publications, found $said"
files=()
for id in "$leaving" "$staying"; do
  [ "$(status "$address$id/")" = 200 ] || fail "expected the page $address$id/, found $(status "$address$id/")"
  grep -q "prakat:1:$id:present:" "$data/answer" || fail "the page $address$id/ has no mark of Prakat"
  file=$(grep -oE "${address}wp-content/uploads/[^\"]+" "$data/answer" | head -n 1)
  [ "$(status "$file")" = 200 ] || fail "expected the attachment $file"
  files+=("$file")
  cp "$data/answer" "$data/attachment"
  [ "$(status "${address}feed/")" = 200 ] && grep -qF "$address$id/" "$data/answer" || fail "the feed does not name $id"
done
cmp -s "$data/attachment" "$quickstart/documents/phan-district-framework.txt" || fail "the attachment of $staying is not the one that was approved"
ok "both pages, both attachments, the feed"

say "เลื่อนเวลาไปหลังวันสิ้นสุดของหนึ่งเรื่อง" "The clock moves past the end of one item"
said=$(prakat --now "$after" sweep --json) || fail "the sweep said $said"
[[ $said == *'"takenDown" : 1,'* ]] || fail "expected 1 take-down, found $said"
for gone in "$address$leaving/" "${files[0]}"; do
  [[ $(status "$gone") =~ ^4(04|10)$ ]] || fail "expected 404 or 410 at $gone, found $(status "$gone")"
done
for list in "$address" "${address}feed/" "${address}wp-json/wp/v2/posts" "${address}wp-sitemap-posts-post-1.xml" "$address?s=$leaving"; do
  [ "$(status "$list")" = 200 ] || fail "expected an answer at $list"
  ! sed 's#\\/#/#g' "$data/answer" | grep -F "$address$leaving/" >/dev/null || fail "$list still names $leaving"
done
[ "$(status "$address$staying/")" = 200 ] && [ "$(status "${files[1]}")" = 200 ] || fail "$staying was to stay"
ok "page, attachment, feed, sitemap, REST interface and search have it no more; the other item stays"

say "ตรวจบันทึกข้อมูลจราจรทางคอมพิวเตอร์" "Verify the traffic log"
prakat log verify | sed 's/^/   | /'

cat <<END

สรุป / Summary
  สองเรื่องเผยแพร่บน WordPress จริง หนึ่งเรื่องถูกนำลงพร้อมไฟล์เมื่อครบกำหนด และพิสูจน์จากภายนอกแล้ว
  Two items reached a real WordPress; one left it with its file when its period ended, proven from outside.
  Still there: $address$staying/     The one that ended: $address$leaving/
  Stop the site: examples/wordpress/stop.sh
END
