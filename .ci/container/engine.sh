# shellcheck shell=bash disable=SC2154 # .ci/containers sets work
# A Docker engine that answers: the one that runs, or else one that is installed and started.

readonly engine_log=/var/log/pose-dockerd.log
readonly engine_pid=$work/dockerd.pid
readonly packages='docker.io docker-compose debootstrap iptables'

engine_answers() { timeout 10 docker version --format '{{.Server.Version}}' >/dev/null 2>&1; }

need_engine() {
    if engine_answers; then return; fi
    [ "$(id -u)" = 0 ] || give_up "no Docker engine answers, and only root can start one"
    [ -z "${DOCKER_HOST:-}" ] || give_up "no Docker engine answers at DOCKER_HOST"
    command -v dockerd >/dev/null || install_packages || give_up "dockerd cannot be installed; what apt said is above"
    local since=$SECONDS
    start_engine
    took "dockerd $(docker version --format '{{.Server.Version}}') started" "$since"
}

install_packages() {
    command -v apt-get >/dev/null || give_up "no Docker engine answers, and there is no apt-get to install one with"
    local since=$SECONDS
    quietly apt-update timeout 120 apt-get update || return 1
    # shellcheck disable=SC2086 # several packages in one variable
    DEBIAN_FRONTEND=noninteractive quietly apt-install \
        timeout 300 apt-get install -y --no-install-recommends $packages || return 1
    took "$packages installed" "$since"
}

# On some kernels only the slowest storage, which needs nothing of them, can be had.
start_engine() {
    local storage
    for storage in '' --storage-driver=vfs; do
        rm -f /var/run/docker.pid
        # shellcheck disable=SC2086 # no argument at all where it is empty
        setsid nohup dockerd $storage >"$engine_log" 2>&1 </dev/null &
        if engine_comes_up $!; then
            echo $! >"$engine_pid"
            return
        fi
        kill "$!" 2>/dev/null && wait "$!" 2>/dev/null
    done
    tail -n 5 "$engine_log" >&2
    give_up "dockerd does not start; its last lines are above"
}

engine_comes_up() {
    local tries
    for ((tries = 0; tries < 60; tries++)); do
        if engine_answers; then return 0; fi
        kill -0 "$1" 2>/dev/null || return 1
        sleep 0.5
    done
    return 1
}

need_debootstrap() {
    command -v debootstrap >/dev/null && return
    [ "$(id -u)" = 0 ] || give_up "the stand-in images need debootstrap, and root to run it"
    install_packages || give_up "debootstrap cannot be installed; what apt said is above"
}

stop_engine() {
    local pid tries
    pid=$(cat "$engine_pid" 2>/dev/null) || return 0
    rm "$engine_pid"
    # The number may be someone else's by now.
    [ "$(cat "/proc/$pid/comm" 2>/dev/null)" = dockerd ] || return 0
    kill "$pid"
    for ((tries = 0; tries < 40; tries++)); do
        kill -0 "$pid" 2>/dev/null || return 0
        sleep 0.5
    done
}
