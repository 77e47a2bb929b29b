#!/usr/bin/env bash
# Sees to it that Debian's Chromium is there for the browser tests: installs it where that is
# allowed, and otherwise says in one sentence what to do.
set -euo pipefail

[ -x /usr/bin/chromium ] && exit 0

command -v apt-get >/dev/null || {
  echo "The browser tests need Chromium at /usr/bin/chromium, and this system has no apt-get to install it with." >&2
  exit 1
}

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  sudo -n true 2>/dev/null || {
    echo "The browser tests need Chromium: run «sudo apt-get install chromium» and start again." >&2
    exit 1
  }
  as_root=(sudo -n)
fi

echo "Installing Debian's Chromium for the browser tests."
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium
