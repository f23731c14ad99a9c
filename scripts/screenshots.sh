#!/usr/bin/env bash
# Makes the pictures in docs/screenshots: the built program on a display of its own, with the sample year, driven by keys alone.
# screenshots.sh [DIR [LANG…]]   all four languages unless some are named
set -eu
cd "$(dirname "$0")/.."
dir=${1:-docs/screenshots}
langs=("${@:2}")
[ ${#langs[@]} -gt 0 ] || langs=(en sr-Latn sr-Cyrl zh-Hans)
width=1280 height=800
mkdir -p "$dir"
# A home with a name that may stand in a picture.
home=${TMPDIR:-/tmp}/primer
mkdir "$home" 2>/dev/null || home=$(mktemp -d)
pids=()
trap 'kill "${pids[@]}" 2>/dev/null; wait; rm -rf "$home"' EXIT

mkfifo "$home/display"
Xvfb -displayfd 9 -screen 0 ${width}x${height}x24 -nolisten tcp 9>"$home/display" >/dev/null 2>&1 &
pids+=($!)
read -r n <"$home/display"
export DISPLAY=:$n HOME=$home LIBGL_ALWAYS_SOFTWARE=1 LC_ALL=C.UTF-8
export XDG_CONFIG_HOME=$home/config XDG_DATA_HOME=$home/data XDG_STATE_HOME=$home/state XDG_DOCUMENTS_DIR=$home/Documents
mkdir -p "$XDG_CONFIG_HOME/dogovor" "$XDG_DOCUMENTS_DIR"
openbox >/dev/null 2>&1 &
pids+=($!)

db=$home/sample.db
year=$(date +%Y)
./dogovor sample --db "$db" --year "$year" 2>/dev/null
# The list starts with what is planned; so many lines below lies what was held.
planned=$(./dogovor export --db "$db" -o - | grep -c '"status":"planned"')

colours() { import -window "$win" -format %k info: 2>/dev/null || echo 0; }
title() { xdotool getwindowname "$win" 2>/dev/null; }
until_true() { # waits for the condition "$1", at most half a minute
  local i
  for ((i = 0; i < 300; i++)); do
    if eval "$1"; then return 0; fi
    sleep 0.1
  done
  echo "screenshots: never came: $1 (title: $(title))" >&2
  exit 1
}
still() { # waits until the picture no longer changes, but for a blinking cursor, and leaves it in $home/now.png
  local i differ
  import -window "$win" "$home/before.png"
  for ((i = 0; i < 100; i++)); do
    sleep 0.3
    import -window "$win" "$home/now.png"
    differ=$(compare -metric AE "$home/before.png" "$home/now.png" null: 2>&1 || true)
    [ "${differ%%[!0-9]*}" -gt 200 ] || return 0
    mv "$home/now.png" "$home/before.png"
  done
}
keys() { xdotool key --clearmodifiers --delay 60 "$@"; still; }
areas=(today engagements stakeholders issues promises grievances tasks places reports settings) # in the order of their keys
area() { # goes to one of them
  local i
  for i in "${!areas[@]}"; do
    [ "${areas[i]}" != "$1" ] || keys "alt+$(((i + 1) % 10))"
  done
}
shot() {
  still
  convert "$home/now.png" -strip -dither None -colors 255 -define png:compression-level=9 "png8:$dir/$1-$lang.png"
  echo "$dir/$1-$lang.png"
}

for lang in "${langs[@]}"; do
  printf '{"language":"%s","officer":"Primer Službenik","laptop":"BOR1","origin":7,"database":"%s","look":"light","scale":100,"window":{"size":"%sx%s"}}\n' \
    "$lang" "$db" $width $height >"$XDG_CONFIG_HOME/dogovor/settings.json"
  ./dogovor --db "$db" >"$home/said" 2>&1 &
  app=$!
  pids+=($app)
  win=
  until_true 'win=$(xdotool search --onlyvisible --name Dogovor 2>/dev/null | head -n 1); [ -n "$win" ]'
  xdotool windowactivate --sync "$win" windowsize --sync "$win" $width $height windowmove "$win" 0 0
  until_true '[ "$(colours)" -gt 20 ]'
  shot today
  area engagements
  xdotool key --clearmodifiers --delay 60 --repeat $((planned + 4)) Down
  shot engagements
  keys F2
  shot form
  keys Escape
  area stakeholders
  xdotool key --clearmodifiers --delay 60 --repeat 45 Down
  shot stakeholders
  area promises
  shot promises
  area places
  shot places
  area reports
  keys alt+Left alt+Right
  shot summary
  area settings
  shot settings
  xdotool key --clearmodifiers ctrl+q
  timeout 30 tail --pid="$app" -f /dev/null
done
