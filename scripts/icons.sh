#!/usr/bin/env bash
# Renders the drawings in assets/icons into the pictures that the window and the desktop take. Needs rsvg-convert; run it after a drawing
# was changed and commit what it made.
set -eu
cd "$(dirname "$0")/../assets/icons"
for size in 512 256 128 64; do rsvg-convert -w $size -h $size icon.svg -o icon-$size.png; done
for size in 48 32 16; do rsvg-convert -w $size -h $size icon-small.svg -o icon-$size.png; done
ls -l ./*.png
