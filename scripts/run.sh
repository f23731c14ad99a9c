#!/usr/bin/env bash
# Opens the window of the built program. Without a display it does the main job instead, on a sample year: last month's summary as PDF.
set -eu
cd "$(dirname "$0")/.."

display() { # is there one that a window can open on?
  [ "$(uname -s)" != Darwin ] || return 0
  case ${DISPLAY:-} in
  '') return 1 ;;
  :*) local n=${DISPLAY#:}; [ -S "/tmp/.X11-unix/X${n%%.*}" ] ;;
  esac
}
if display; then
  exec ./dogovor
fi

[ -z "${WAYLAND_DISPLAY:-}" ] || scripts/say.sh "this Wayland session has no XWayland, which the window needs"
scripts/say.sh "no display: making the sample year and printing last month's summary instead"
today=$(date +%Y-%m-%d)
year=${today%%-*}; month=${today#*-}; month=$((10#${month%-*} - 1))
[ $month -gt 0 ] || { month=12; year=$((year - 1)); }
days=(31 28 31 30 31 30 31 31 30 31 30 31)
last=${days[$((month - 1))]}
[ $month != 2 ] || [ $((year % 4)) != 0 ] || { [ $((year % 100)) = 0 ] && [ $((year % 400)) != 0 ]; } || last=29
month=$(printf %02d $month)
case ${LC_ALL:-${LANG:-}} in
sr*@latin*) lang=sr-Latn ;;
sr*) lang=sr-Cyrl ;;
zh*) lang=zh-Hans ;;
*) lang=en ;;
esac

mkdir -p build
db=build/sample-$year.db pdf=build/summary-$year-$month.pdf
rm -f "$db" "$db"-wal "$db"-shm "$db".lock
./dogovor sample --db "$db" --year "$year"
./dogovor report summary --db "$db" --from "$year-$month-01" --to "$year-$month-$last" --lang $lang -o "$pdf"
printf '\nThe summary of %s-%s is %s\nThe sample year is %s; ./dogovor --help names what else can be done with it.\n' "$year" "$month" "$PWD/$pdf" "$PWD/$db"
