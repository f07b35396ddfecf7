#!/usr/bin/env bash
# The main job of Prakat on real input, from a fresh clone, in one command: five documents become items in five categories of
# the Social Security Office's matrix, are approved by the right officers, appear on a static site, and one of them comes down
# by itself when its period ends. Every step checks its result; the script stops loudly where something is not as promised.
# Needs bash and a JDK from 17 on. Everything it makes lies in examples/out/quickstart; every officer in it is invented.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
out=$here/out/quickstart
data=$out/data
site=$data/site
documents=$here/quickstart/documents
bodies=$here/quickstart/items

say() { printf '\n== %s\n   %s\n' "$1" "$2"; }
ok() { printf '   ok: %s\n' "$1"; }
fail() {
  printf '\nquickstart: NOT AS PROMISED: %s\n' "$1" >&2
  exit 1
}
prakat() { "$here/prakat" --data "$data" "$@"; }

# run CODE WHAT COMMAND...: runs a command, shows what it says, and fails unless it ends with CODE. What it printed is in $said.
run() {
  local expected=$1 what=$2 code=0
  shift 2
  said=$("$@" 2>"$out/messages") || code=$?
  sed 's/^/   | /' "$out/messages"
  [ "$code" -eq "$expected" ] || fail "$what: expected exit code $expected, found $code"
  ok "$what"
}
day() { # day OFFSET: a date in Bangkok, with GNU's date and with BSD's
  TZ=UTC-7 date -d "$1 days" +%F 2>/dev/null || TZ=UTC-7 date -v"$1d" +%F
}
has() { grep -qF -- "$2" "$1" || fail "$1 does not hold: $2"; }
has_not() { ! grep -qrF -- "$2" "$1" || fail "$1 still holds: $2"; }
free_port() {
  local port
  for port in 8069 8070 8071 8072 8073 8074 8075 8076 8077 8078 8079; do
    if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
      printf '%s' "$port"
      return
    fi
  done
  fail "ports 8069 to 8079 of this machine are all taken"
}

"$here/prakat" --version >/dev/null || fail "the command line could not be built; see the messages above"
begun=$SECONDS
if [ -e "$out" ]; then
  say "พบผลของครั้งก่อน เริ่มใหม่ทั้งหมด" "Found the result of an earlier run: starting afresh."
  rm -rf "$out"
fi
mkdir -p "$out"
port=$(free_port)

# The clock begins 30 days ago, so that what ends in between has ended now and the site stays right after this script.
start="$(day -30)T09:00"
approval="$(day -30)T10:30"
opening="$(day -30)T10:31"
after="$(TZ=UTC-7 date +%FT%H:%M)"

say "ตารางหน่วยงานที่รับผิดชอบ ๑๒๐ แถว จากนโยบาย sso-website" "The responsibility matrix of the policy sso-website, 120 rows"
run 0 "policy matrix sso-website --csv" prakat policy matrix sso-website --csv
matrix="$out/ตารางหน่วยงานที่รับผิดชอบ.csv"
printf '%s\n' "$said" >"$matrix"
[ "$(wc -l <"$matrix")" -eq 121 ] || fail "expected a header and 120 rows in $matrix"
has "$matrix" "row,section,level1,level2,level3,item,data,publish,verify"

say "เจ้าหน้าที่ร่างเรื่องและเสนอขอความเห็นชอบ" "Officers draft items and submit them"
draft() { # draft AUTHOR CATEGORY BODY TITLE OPTION...
  local author=$1 category=$2 body=$3 title=$4
  shift 4
  run 0 "item draft: $title ($category, $author)" prakat --staff "$here/quickstart/staff.csv" \
    --base-address "http://localhost:$port/" --as "$author" --now "$start" item draft --category "$category" \
    --title "$title" --body "$bodies/$body.html" --attach "$documents/$body.txt" "$@"
  id=$said
  [[ $id =~ ^[0-9]{6}-[0-9a-z]{10}$ ]] || fail "expected the key of an item, found '$id'"
}
draft malee law-guidelines dissemination-guideline "แนวทางการปฏิบัติงาน การเผยแพร่ข้อมูลให้กับผู้มีส่วนได้ส่วนเสียหรือผู้ที่สนใจ" \
  --until "$(day +335)" --submit
guideline=$id
draft somying M023 website-measures "มาตรการ กลไกการเผยแพร่ข้อมูลต่อสาธารณะ ผ่านเว็บไซต์ของสำนักงานประกันสังคม" \
  --attach "$matrix" --permanent "มาตรการที่ใช้บังคับต่อเนื่อง" --review "$(day +335)" --submit
measures=$id
draft somying external-agency-news pathum-thani-framework "กรอบแนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ สำนักงานสาธารณสุขจังหวัดปทุมธานี" \
  --until "$(day -10)" --summary "ข่าวประกาศจากหน่วยงานภายนอก" --submit
framework=$id
grep -q '<script>' "$out/messages" || fail "expected the cleaning of the body to be reported"
draft kanya "หน่วยงาน/เว็บไซต์อื่นๆ ที่น่าสนใจ" phan-district-framework "ตัวอย่างแนวทางการเผยแพร่ข้อมูลผ่านเว็บไซต์หน่วยงาน พ.ศ. ๒๕๖๔ สำนักงานสาธารณสุขอำเภอพาน" \
  --until "$(day +150)" --submit
example=$id
draft somying M009 complaint-indicator "ผลการปฏิบัติงานตามตัวชี้วัด ข้อร้องเรียนที่ได้รับการแก้ไขภายใน ๒๕ วันทำการ" \
  --until "$(day +60)" --remark "รอบที่ ๑ ปีงบประมาณ พ.ศ. ๒๕๖๔"
indicator=$id
run 0 "item submit $indicator" prakat --as somying --now "$start" item submit "$indicator"

say "ผู้อำนวยการของหน่วยงานอื่นเห็นชอบไม่ได้ (ต้องได้รหัส 1)" "The director of another unit may not approve (exit code 1 is expected)"
run 1 "item decide $framework --approve, as the director of another unit: refused" \
  prakat --as prasert --now "$approval" item decide "$framework" --approve
has "$out/messages" "wichai"

say "ผู้อำนวยการของหน่วยงานเห็นชอบ" "The right directors approve"
for pair in prasert:"$guideline" wichai:"$measures" wichai:"$framework" narong:"$example" wichai:"$indicator"; do
  run 0 "item decide ${pair#*:} --approve, as ${pair%%:*}" prakat --as "${pair%%:*}" --now "$approval" \
    item decide "${pair#*:}" --approve --reason "ถูกต้องครบถ้วน"
done

say "เผยแพร่ และตรวจให้เห็นจริง" "Publish, and look"
run 0 "sweep at $opening" prakat --now "$opening" sweep --json
[[ $said == *'"published" : 5,'* ]] || fail "expected 5 publications, found $said"
for id in "$guideline" "$measures" "$framework" "$example" "$indicator"; do
  has "$site/d/$id/index.html" "prakat:1:$id:present:"
  has "$site/feed.atom" "$id"
done
has "$site/d/$framework/index.html" "กรอบแนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ สำนักงานสาธารณสุขจังหวัดปทุมธานี"
has "$site/d/$measures/index.html" "ตารางหน่วยงานที่รับผิดชอบ.csv"
has "$site/d/$framework/index.html" "นำข้อมูลลงจากเว็บไซต์เมื่อครบระยะเวลาการเผยแพร่ข้อมูล"
has_not "$site/d/$framework/index.html" "track("
[ -n "$(find "$site/d/$framework/f" -type f)" ] || fail "expected the attachment of $framework"
ok "5 pages, their attachments, lists and the feed are there; the script in a body is not"

say "เลื่อนเวลาไปหลังวันสิ้นสุดของหนึ่งเรื่อง" "The clock moves past the end of one item"
run 0 "sweep at $after" prakat --now "$after" sweep --json
[[ $said == *'"takenDown" : 1,'* ]] || fail "expected 1 take-down, found $said"
has "$site/d/$framework/index.html" "prakat:1:$framework:gone"
has_not "$site/d/$framework/index.html" "นำข้อมูลลงจากเว็บไซต์เมื่อครบระยะเวลาการเผยแพร่ข้อมูล"
[ -z "$(find "$site/d/$framework" -type f -name '*.txt')" ] || fail "an attachment of $framework is still there"
has_not "$site" "prakat:1:$framework:present" # no page, no list, no feed; a feed says that the entry is deleted
! grep -rlF --include='*.html' "$framework" "$site/c" "$site/index.html" || fail "a list still names $framework"
for id in "$guideline" "$measures" "$example" "$indicator"; do
  has "$site/d/$id/index.html" "prakat:1:$id:present:"
done
ok "the notice stands in place of the page; its attachment and every mention are gone; the other four stay"

say "ตรวจบันทึกข้อมูลจราจรทางคอมพิวเตอร์" "Verify the traffic log"
run 0 "log verify" prakat log verify
printf '%s\n' "$said" | sed 's/^/   | /'

cat <<END

สรุป
  นโยบาย sso-website (๑๒๐ แถว) เอกสารจริง ๕ ฉบับ ใน ๕ ประเภทข้อมูล เสนอโดยเจ้าหน้าที่ของ ๓ หน่วยงาน
  ผู้อำนวยการผิดหน่วยงานถูกปฏิเสธ ๑ ครั้ง ผู้อำนวยการที่ถูกต้องเห็นชอบ ๕ เรื่อง เผยแพร่ ๕ เรื่อง
  เมื่อครบกำหนด ๑ เรื่องถูกนำออกเอง เหลือประกาศแจ้งไว้แทน ไฟล์แนบหายไปแล้ว บันทึกจราจรถูกต้องครบถ้วน
  เปิดเว็บไซต์: $site/index.html
  หรือเปิดดูเหมือนจริง: $(printf '%q --data %q site serve' "${here#"$PWD"/}/prakat" "${data#"$PWD"/}")

Summary
  The policy sso-website (120 rows), five real documents in five categories, submitted by officers of three units.
  One director of the wrong unit refused, five approvals by the right ones, five items published.
  One item came down by itself when its period ended; the notice is in its place, its attachment is gone; the log is sound.
  Open the site: $site/index.html
  Or as a server shows it: $(printf '%q --data %q site serve' "${here#"$PWD"/}/prakat" "${data#"$PWD"/}")   (http://localhost:$port/)
  The item that ended: http://localhost:$port/d/$framework/ (410, with a notice)
  Took $((SECONDS - begun)) seconds.
END
