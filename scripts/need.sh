#!/bin/sh
# Installs those Debian packages that are missing: `need.sh build`, `test` or `bench`. Quick and silent when none is.
set -eu

build="libcurl4-openssl-dev libssl-dev libsqlite3-dev libgdk-pixbuf-2.0-dev webp-pixbuf-loader libhpdf-dev libpng-dev pkg-config"
test="$build dovecot-imapd dovecot-lmtpd postfix openssl chromium chromium-driver python3-pip"
bench="$build dovecot-imapd dovecot-lmtpd postfix openssl util-linux wrk gcc libc6-dev libgmime-3.0-dev"

case "${1:-}" in
    build) wanted=$build ;;
    test) wanted=$test ;;
    bench) wanted=$bench ;;
    *) echo "usage: need.sh build|test|bench" >&2; exit 64 ;;
esac

if ! command -v swift >/dev/null; then
    echo "Swift 6.3 or later is needed: https://www.swift.org/install/" >&2
    exit 1
fi

if ! command -v dpkg-query >/dev/null; then
    echo "Not a Debian: if something is missing below, install what is called here: $wanted" >&2
    exit 0
fi

missing=
for package in $wanted; do
    # A package that was never installed is an error to dpkg-query, one that was removed is not.
    status=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$status" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

install="apt-get install --yes --no-install-recommends$missing"
if [ "$(id -u)" = 0 ]; then
    as_root=
elif command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
    as_root=sudo
else
    printf 'These packages are missing:%s\nInstall them as root, then try again:\n\n    %s\n\n' "$missing" "$install" >&2
    exit 1
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT

# apt says much and asks questions: what it says is shown only if it fails, and the questions are answered here.
quietly() {
    if ! $as_root env DEBIAN_FRONTEND=noninteractive "$@" >"$log" 2>&1 </dev/null; then
        cat "$log" >&2
        return 1
    fi
}

echo "Installing$missing" >&2
quietly apt-get -o DPkg::Lock::Timeout=600 update || echo "Trying with the package lists of before." >&2
case "$missing" in
    *postfix*)
        echo "postfix postfix/main_mailer_type select No configuration" | $as_root debconf-set-selections
        ;;
esac
if ! quietly $install -o DPkg::Lock::Timeout=600; then
    printf 'That failed. To try it by hand:\n\n    %s\n\n' "$install" >&2
    exit 1
fi
