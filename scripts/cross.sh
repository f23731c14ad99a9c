#!/usr/bin/env bash
# Builds dogovor.exe on Debian or Ubuntu and looks whether everything compiles for macOS. "cross.sh VERSION"
set -eu
cd "$(dirname "$0")/.."
command -v x86_64-w64-mingw32-gcc >/dev/null || {
  echo "make: to build for Windows install the linker and its headers: sudo apt-get install --no-install-recommends clang gcc-mingw-w64-x86-64-win32" >&2
  exit 1
}
mkdir -p build
# clang compiles the toolkit's C code many times faster than mingw's gcc; mingw links.
cat >build/cc-windows <<'CC'
#!/bin/sh
for arg; do case $arg in -c | -E | -S | -v | --version | -print* | -dM) exec clang --target=x86_64-w64-mingw32 "$@" ;; esac; done
exec x86_64-w64-mingw32-gcc "$@"
CC
chmod +x build/cc-windows
scripts/say.sh "dogovor.exe for Windows"
GOOS=windows GOARCH=amd64 CGO_ENABLED=1 CC=$PWD/build/cc-windows \
  go build -trimpath -buildvcs=false -tags no_emoji,migrated_fynedo -ldflags="-s -w -X main.version=$1" -o dogovor.exe .
scripts/say.sh "go vet for macOS"
GOOS=darwin GOARCH=arm64 CGO_ENABLED=0 go vet -tags ci,no_emoji,migrated_fynedo ./...
