#!/bin/sh
# Make the virtual environment .venv ready, from whatever is there: nothing, half of it, or all of it.
#
#     packaging/set_up.sh run     what the program needs
#     packaging/set_up.sh dev     that, and what its tests and checks need
#
# The system libraries come first, since Debian cannot make an environment without one of them. The exact versions of
# the Python libraries stand in constraints.txt. A stamp inside .venv says what was installed, so that a second call
# takes no time and a change of pyproject.toml or constraints.txt is noticed.
# PYTHON=/path/to/python3 chooses the Python that .venv is made with.
set -eu

level=${1:-dev}
cd "$(dirname "$0")/.."
root=$(pwd -P)
python=.venv/bin/python
stamp=.venv/set-up-stamp
# Without .venv's own Python, which may be about to be replaced; apt-get needs the three at the end.
PATH="$(printf '%s' "${PATH:-/usr/local/bin:/usr/bin:/bin}" | sed "s|$root/.venv/bin:||g"):/usr/local/sbin:/usr/sbin:/sbin"
export PATH
unset PYTHONHOME PYTHONPATH

say() { printf '%s\n' "$@" >&2; }

stop() {
    say "$@"
    exit 1
}

# --- system libraries -------------------------------------------------------------------------------------------------

# The packages of one sort (environment, program, window) that are not installed. Newer Debians add t64 to some names.
missing() {
    sed -n "s/^\([a-z0-9][a-z0-9.+-]*\)  *$1\$/\1/p" packaging/debian-packages.txt | while read -r package; do
        dpkg-query -W -f '${Status}\n' "$package" "${package}t64" 2>/dev/null | grep -q '^install ok installed$' ||
            printf '%s ' "$package"
    done
}

apt_install() {
    # shellcheck disable=SC2086 # the names are words of their own
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "$@" >/dev/null
}

set_up_system() {
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        say 'This is not Debian: the system libraries that Qt needs are taken to be installed already.'
        return 0
    fi
    needed=$(missing program)
    find_python || needed="$(missing environment)$needed"
    window=$(missing window)
    [ -n "$needed$window" ] || return 0

    as_root='sudo -n'
    line="sudo apt-get update && sudo apt-get install --no-install-recommends $needed$window"
    if [ "$(id -u)" = 0 ]; then
        as_root=
        line=$(printf '%s' "$line" | sed 's/sudo //g')
    fi
    if [ -z "$as_root" ] || { command -v sudo >/dev/null && sudo -n true 2>/dev/null; }; then
        say "Installing system libraries: $needed$window"
        # shellcheck disable=SC2086
        if apt_install $needed$window || { $as_root apt-get -qq update >/dev/null && apt_install $needed$window; }; then
            return 0
        fi
        say 'The system libraries could not be installed.'
    else
        say 'Some system libraries are missing, and installing them needs the administrator of this computer.'
    fi
    say 'Type this line, then try again:' '' "    $line" ''
    [ -z "$needed" ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || exit 1
    say 'They are needed only to draw windows, and there is no screen here: going on without them.'
}

# --- the virtual environment ------------------------------------------------------------------------------------------

# Sets $chosen to a Python that is new enough and can make an environment. 3.11 first: the versions in constraints.txt
# were tried with it. Each is run, because a name on PATH may be a shim with nothing behind it.
find_python() {
    for chosen in ${PYTHON:-python3.11 python3.12 python3.13 python3.14 python3 /usr/bin/python3}; do
        if "$chosen" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
            return 0
        fi
    done
    return 1
}

# True if .venv works and was made in this folder: one that was copied or moved still points to the old place.
environment_works() {
    "$python" -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 &&
        head -n 2 .venv/bin/pip 2>/dev/null | grep -q "[!\"]$root/.venv/bin/python"
}

fingerprint() {
    printf '%s %s\n' "$1" "$root"
    cat pyproject.toml constraints.txt packaging/set_up.sh | cksum
}

is_set_up() {
    [ -x "$python" ] && [ -f "$stamp" ] || return 1
    found=$(cat "$stamp")
    [ "$found" = "$(fingerprint dev)" ] || { [ "$level" = run ] && [ "$found" = "$(fingerprint run)" ]; }
}

set_up_environment() {
    if ! environment_works; then
        find_python || stop 'IMR Desk needs Python 3.11 or newer, with its venv module. None was found on this computer.'
        say "Making the virtual environment .venv with $("$chosen" --version)."
        rm -rf .venv
        "$chosen" -m venv .venv
    fi
    rm -f "$stamp"
    say 'Installing the libraries into .venv (about 350 MB; the first time takes a minute or two).'
    extra=
    [ "$level" = run ] || extra='[dev]'
    install="$python -m pip install -qq --disable-pip-version-check --no-input --constraint constraints.txt"
    $install setuptools # by itself first, so that the build below uses this pinned version and fetches no other
    $install --no-build-isolation --editable ".$extra"
    fingerprint "$level" >"$stamp"
}

case $level in
run | dev) ;;
*) stop "usage: packaging/set_up.sh run|dev" ;;
esac
set_up_system
is_set_up || set_up_environment
