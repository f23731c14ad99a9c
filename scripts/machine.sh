#!/usr/bin/env bash
# Makes this machine able to build ("build") or to test ("test") Dogovor: looks at Go, installs missing system packages on Debian and
# Ubuntu, says what to install elsewhere. It asks nothing: without the right to install it says the command and ends.
set -eu
cd "$(dirname "$0")/.."
want=${1:-build}

stop() { printf 'make: %s\n' "$*" >&2; exit 1; }

# --- Go ---------------------------------------------------------------------------------------------------------------------------
need=$(sed -n 's/^go //p' go.mod)
command -v go >/dev/null || stop "Dogovor needs Go $need or newer and this machine has no 'go' on its PATH: install it as https://go.dev/doc/install says, then try again."
# Inside the module Go may fetch the version that go.mod names; outside it says which one is installed.
have=$(go env GOVERSION 2>/dev/null || (cd / && go version | cut -d' ' -f3))
older() { [ "$(printf '%s\n%s\n' "${1#go}" "$2" | sort -V | head -n 1)" != "$2" ]; }
if older "$have" "$need"; then
  stop "Dogovor needs Go $need or newer and this machine has $have: install a newer one as https://go.dev/doc/install says, then try again."
fi

# --- system packages --------------------------------------------------------------------------------------------------------------
debian_build="clang libc6-dev pkg-config libgl-dev libx11-dev libxcursor-dev libxrandr-dev libxi-dev libxinerama-dev libxxf86vm-dev ca-certificates"
debian_test="git xvfb openbox xdotool xclip imagemagick poppler-utils qpdf default-jre-headless libpdfbox2-java libactivation-java libjaxb-api-java libgl1-mesa-dri"
fedora_build="clang glibc-devel pkgconf-pkg-config mesa-libGL-devel libX11-devel libXcursor-devel libXrandr-devel libXi-devel libXinerama-devel libXxf86vm-devel"
fedora_test="git xorg-x11-server-Xvfb openbox xdotool xclip ImageMagick poppler-utils qpdf mesa-dri-drivers"
[ "$want" = test ] || { debian_test=; fedora_test=; }

missing() { # the packages of "$2"… for which the question "$1" says no
  local ask=$1 p; shift
  for p; do $ask "$p" >/dev/null 2>&1 || printf '%s ' "$p"; done
}
has_deb() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }
has_rpm() { rpm -q --whatprovides "$1"; }

case $(uname -s) in
Linux) ;;
Darwin)
  xcode-select -p >/dev/null 2>&1 || stop "on macOS install Apple's command line tools first: xcode-select --install"
  [ "$want" = build ] || stop "the window is tested on Linux only; on macOS run: make fmt staticcheck unit"
  exit 0 ;;
*) stop "this Makefile knows Debian, Ubuntu, Fedora and macOS; elsewhere install Go $need, a C compiler, OpenGL and X11, then: go build -tags no_emoji,migrated_fynedo ." ;;
esac

if command -v apt-get >/dev/null; then
  todo=$(missing has_deb $debian_build $debian_test)
  [ -n "$todo" ] || exit 0
  as_root=
  if [ "$(id -u)" != 0 ]; then
    as_root=sudo
    by_hand="these system packages are missing; ask someone who may install them: sudo apt-get install --no-install-recommends $todo"
    command -v sudo >/dev/null || stop "$by_hand"
    [ -t 0 ] || sudo -n true 2>/dev/null || stop "$by_hand" # nobody is there to type a password
  fi
  scripts/say.sh "installing system packages: $todo"
  mkdir -p build
  log=build/packages.log
  apt() { $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 "$@" </dev/null >>"$log" 2>&1; }
  [ -z "$as_root" ] || sudo -n true 2>/dev/null || sudo -v
  : >"$log"
  # A new machine has no package lists, an old one outdated ones: fetch them when the first try fails.
  apt install --no-install-recommends $todo || { apt update && apt install --no-install-recommends $todo; } || {
    tail -n 15 "$log" >&2
    stop "the packages above could not be installed (all of apt-get's words are in $log): is there a network?"
  }
elif command -v rpm >/dev/null; then
  todo=$(missing has_rpm $fedora_build $fedora_test)
  [ -z "$todo" ] || stop "these system packages are missing; install them and try again: sudo dnf install $todo"
else
  for tool in "${CC:-clang}" pkg-config; do
    command -v "$tool" >/dev/null || stop "no '$tool' here: install clang, pkg-config and the headers of OpenGL, X11, Xcursor, Xrandr, Xi, Xinerama and Xxf86vm with this system's package tool."
  done
fi
