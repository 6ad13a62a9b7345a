# shellcheck shell=bash disable=SC2154,SC2034 # .ci/containers sets home and work, and uses what is set here
# What the parts of .ci/containers share.

# Exit code of "cannot be had here", as sysexits.h has it for what may work elsewhere or later.
readonly not_here=75

say() { printf 'containers: %s\n' "$*" >&2; }

give_up() {
    say "$*"
    exit "$not_here"
}

# Runs what talks much: nothing is seen of it, unless it fails, and then its last lines.
quietly() {
    local log=$work/$1.log
    shift
    "$@" >"$log" 2>&1 </dev/null || {
        local code=$?
        tail -n 20 "$log" >&2
        return "$code"
    }
}

took() { say "$1 in $((SECONDS - $2)) s"; }
