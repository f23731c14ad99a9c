#!/bin/sh
# One line that tells what is being done, so that a long step is not silence.
printf '\n== %s  %s\n' "$(date +%T)" "$*" >&2
