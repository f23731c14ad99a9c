#!/usr/bin/env bash
# Every check there is, the quick ones first; ends with what go test says about the window. A new machine needs a network, and ten to
# twenty minutes on two cores; afterwards what has not changed is not done again.
set -eu
cd "$(dirname "$0")/.."
export LC_ALL=C.UTF-8
scripts/machine.sh test
for step in fmt vet staticcheck unit race window; do
  ${MAKE:-make} --no-print-directory $step
done
