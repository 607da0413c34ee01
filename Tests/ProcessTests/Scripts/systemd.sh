#!/bin/bash
# Runs pksd under a real systemd: PID 1 of its own namespaces, on an overlay of this machine's files whose changes live
# in memory. It has no network but its own loopback; nothing of it is left when this script has ended. Needs root.
#
#   systemd.sh possible                    whether namespaces, overlays and control groups are allowed here
#   systemd.sh check PRODUCTS REPOSITORY   installs PRODUCTS/pksd with REPOSITORY/systemd/pksd.service and checks it
set -euo pipefail

here=$(readlink -f "${BASH_SOURCE[0]}")
unit=pksd.service
site=http://127.0.0.1:7480

groups() { # the root of the control groups, version 2
    findmnt --noheadings --types cgroup2 --output TARGET | head -1
}

possible() {
    [ "$(id -u)" = 0 ] || { echo "needs root"; return 1; }
    local tool
    for tool in unshare nsenter systemctl systemd-analyze curl findmnt; do
        command -v "$tool" > /dev/null || { echo "needs $tool"; return 1; }
    done
    local group
    group=$(groups)/pksd-possible.$$
    mkdir "$group" 2> /dev/null || { echo "control groups cannot be made here"; return 1; }
    rmdir "$group"
    unshare --mount --pid --uts --ipc --net --cgroup --fork --propagation private bash -c '
        scratch=$(mktemp -d) && mount -t tmpfs tmpfs "$scratch" && mkdir "$scratch"/{upper,work,root} &&
        mount -t overlay -o "lowerdir=/,upperdir=$scratch/upper,workdir=$scratch/work" overlay "$scratch/root" &&
        mount -t proc proc "$scratch/root/proc" && umount --recursive "$scratch" && rmdir "$scratch"' 2> /dev/null ||
        { echo "namespaces or overlays are refused here"; return 1; }
}

# --- inside the new namespaces, before systemd takes over -----------------------------------------------------------------

boot() {
    local scratch=$1 products=$2 repository=$3
    local root=$scratch/root
    mount -t tmpfs -o mode=755 tmpfs "$scratch"
    mkdir "$scratch"/{upper,work,root}
    mount -t overlay -o "lowerdir=/,upperdir=$scratch/upper,workdir=$scratch/work" overlay "$root"
    furnish "$root" "$products" "$repository"

    mount -t proc proc "$root/proc"
    mount --bind "$root/proc/sys" "$root/proc/sys"
    mount -o remount,bind,ro "$root/proc/sys"
    mount -t sysfs -o ro sysfs "$root/sys"
    mount -t cgroup2 cgroup2 "$root/sys/fs/cgroup"
    local dir device
    for dir in run tmp; do mount -t tmpfs tmpfs "$root/$dir"; done
    mount -t tmpfs -o mode=755 tmpfs "$root/dev"
    for device in null zero full random urandom tty; do
        : > "$root/dev/$device"
        mount --bind "/dev/$device" "$root/dev/$device"
    done
    ln -s /proc/self/fd "$root/dev/fd"
    mkdir "$root/dev/shm" "$root/dev/pts"
    mount -t devpts -o newinstance,ptmxmode=0666 devpts "$root/dev/pts"
    ln -s pts/ptmx "$root/dev/ptmx"
    ip link set lo up

    mkdir "$root/before"
    cd "$root"
    pivot_root . before
    umount --lazy /before
    # Services get namespaces that follow this one's mounts.
    mount --make-rshared /
    exec env --ignore-environment container=pksd-test PATH=/usr/sbin:/usr/bin:/sbin:/bin \
        /lib/systemd/systemd --system --unit=pksd-test.target --show-status=false --log-target=journal
}

furnish() { # installs the programs as `make install` does, and quiets what this little machine has no use for
    local root=$1 products=$2 repository=$3 name
    : > "$root/etc/machine-id"
    printf '%s\n' '[Unit]' 'Requires=sysinit.target' 'After=sysinit.target' > "$root/etc/systemd/system/pksd-test.target"
    for name in systemd-firstboot systemd-sysctl systemd-udevd systemd-udev-trigger systemd-timesyncd systemd-modules-load \
        systemd-networkd-wait-online systemd-random-seed systemd-pstore; do
        ln -sf /dev/null "$root/etc/systemd/system/$name.service"
    done
    # Swift's libraries, where the program would not find them: homes are closed to services.
    mkdir -p "$root/usr/local/lib"
    ldd "$products/pksd" | awk '$3 ~ /^\// { print $3 }' | while read -r name; do
        case $name in /lib/* | /lib64/* | /usr/lib/*) continue ;; esac
        [ -e "$root$name" ] && [[ $name != /root/* && $name != /home/* ]] || cp "$name" "$root/usr/local/lib/"
    done
    ldconfig -r "$root"
    install -m 755 "$products/pksd" "$root/usr/bin/pksd"
    mkdir -p "$root/usr/share/pksd" "$root/etc/pksd" "$root/etc/systemd/system/$unit.d"
    cp -r "$repository/Workflows" "$repository/Config" "$root/usr/share/pksd/"
    printf '%s\n' 'listen: "127.0.0.1:7480"' 'workflows: /usr/share/pksd/Workflows' 'data: /usr/share/pksd/Config' \
        > "$root/etc/pksd/pksd.yaml"
    install -m 644 "$repository/systemd/$unit" "$root/etc/systemd/system/$unit"
    # The unit's own patience is longer than a test's.
    printf '%s\n' '[Service]' 'WatchdogSec=3' > "$root/etc/systemd/system/$unit.d/test.conf"
}

# --- outside: the checks ----------------------------------------------------------------------------------------------------

failures=0

report() { # report STATUS WHAT
    if [ "$1" = 0 ]; then echo "ok   $2"; else
        echo "FAIL $2"
        failures=$((failures + 1))
    fi
}

expect() { # expect WHAT COMMAND...
    local what=$1 status=0
    shift
    "$@" > "$notes/last" 2>&1 || status=$?
    report "$status" "$what"
    [ "$status" = 0 ] || sed 's/^/     | /' "$notes/last"
}

inside() { nsenter --target "$leader" --mount --uts --ipc --net --pid --cgroup -- "$@"; }
show() { inside systemctl show --value --property "$1" "$unit"; }
answers() { inside curl --silent --fail --max-time 10 "$site$1"; }
request() { inside curl --silent --fail --max-time 10 --header "Authorization: Bearer $token" "${@:2}" "$site$1"; }

within() { # within SECONDS COMMAND...: again and again until it succeeds
    local end=$((SECONDS + $1))
    shift
    until "$@" > "$notes/within" 2>&1; do
        [ "$SECONDS" -lt "$end" ] || { echo "not in time: $*"; cat "$notes/within"; return 1; }
        sleep 0.1
    done
}

is_up() { inside systemctl is-system-running | grep -qE 'running|degraded'; }
is_another() { [ "$(show MainPID)" != "$1" ] && [ "$(show MainPID)" != 0 ] && answers /readyz; }
has_label() { request /v1/workflows/jkn-pd-pemda | grep -q "\"$1\""; }
is_logged() { inside journalctl --unit "$unit" --no-pager | grep -q -- "$1"; }
is_clean() { "$@" && [ -z "$("$@" 2>&1)" ]; }
is_private() {
    local state=/var/lib/private/pksd owner
    owner=$(inside stat --format '%u' "$state")
    [ "$(inside readlink /var/lib/pksd)" = private/pksd ] && [ "$owner" -ge 61184 ] && [ "$owner" -le 65519 ] &&
        [ "$(inside stat --format '%a' "$state")" = 700 ] &&
        [ "$(inside stat --format '%u' "/proc/$(show MainPID)")" = "$owner" ] &&
        [ -z "$(inside find "$state" -type f '(' ! -uid "$owner" -o -perm /077 ')')" ]
}
edit_label() { inside sed -i "s/label: { id: $1,/label: { id: $2,/" /usr/share/pksd/Workflows/jkn-pd-pemda.yaml; }

check() {
    local products=$1 repository=$2
    notes=$(mktemp -d /tmp/pksd-systemd.XXXXXX)
    group=$(groups)/$(basename "$notes")
    outer='' leader=''
    trap stop EXIT

    expect "systemd-analyze verify is silent" is_clean systemd-analyze verify "$repository/systemd/$unit"
    expect "systemd-analyze security is 3.0 or less" \
        systemd-analyze security --offline=true --threshold=30 "$repository/systemd/$unit"

    mkdir "$group" "$notes/scratch"
    bash -c 'echo $$ > "$1/cgroup.procs"; shift; exec "$@"' _ "$group" \
        unshare --mount --pid --uts --ipc --net --cgroup --fork --kill-child --propagation private \
        bash "$here" boot "$notes/scratch" "$products" "$repository" > "$notes/boot" 2>&1 < /dev/null &
    outer=$!
    has_leader() { leader=$(cat "/proc/$outer/task/$outer/children") && leader=${leader// /} && [ -n "$leader" ]; }
    within 30 has_leader
    within 60 is_up || { cat "$notes/boot"; exit 1; }

    local part
    for part in start_and_rights reload watchdog_and_crash stopping; do
        [ "$failures" != 0 ] || "$part"
    done
    [ "$failures" = 0 ] || inside journalctl --no-pager | tail -60
    return "$((failures > 0))"
}

start_and_rights() {
    expect "start succeeds" inside systemctl start "$unit"
    # No second try: start returns only after READY=1, and READY=1 comes only when it listens.
    expect "it answers the moment start returns" answers /readyz
    expect "its status names the address" grep -q 'listening on 127.0.0.1:7480' <(show StatusText)
    expect "user, state directory and files are its own alone" is_private
    token=$(inside env PKSD_STATE_DIR=/var/lib/private/pksd PKSD_WORKFLOWS=/usr/share/pksd/Workflows \
        PKSD_DATA=/usr/share/pksd/Config SWIFT_BACKTRACE=enable=no pksd token create --name admin --role admin |
        awk '{ print $NF }')
    expect "a token that root makes is known at once" request /v1/agreements
    expect "the files are still its own" is_private
    expect "a write is taken" request /v1/agreements --data '{"ref":"kota-kupang-2026","workflow":"jkn-pd-pemda",
        "kind":"pks","program":"jkn","title":"PKS","region":"53.71",
        "parties":[{"key":"pemkot","name":"Pemkot","side":"local_government"}]}'
}

reload() {
    local pid
    pid=$(show MainPID)
    edit_label Prakarsa Rintisan
    expect "reload succeeds" inside systemctl reload "$unit"
    expect "a new label comes into force by reload" within 30 has_label Rintisan
    inside sed -i 's/    phase: draft/    phase: drafting/' /usr/share/pksd/Workflows/jkn-pd-pemda.yaml
    expect "a reload of a broken file does no harm" inside systemctl reload "$unit"
    expect "the journal names its place" within 30 is_logged 'jkn-pd-pemda.yaml:[0-9]*:[0-9]*'
    expect "the label stays" has_label Rintisan
    inside sed -i 's/    phase: drafting/    phase: draft/' /usr/share/pksd/Workflows/jkn-pd-pemda.yaml
    expect "the process is still the same" [ "$(show MainPID)" = "$pid" ]
}

watchdog_and_crash() {
    local pid
    pid=$(show MainPID)
    inside kill -STOP "$pid"
    expect "the watchdog restarts what hangs" within 60 is_another "$pid"
    expect "and says so" within 10 is_logged 'Watchdog timeout'
    pid=$(show MainPID)
    inside kill -KILL "$pid"
    expect "what was killed comes back" within 60 is_another "$pid"
    expect "with everything it had" request /v1/agreements/kota-kupang-2026
}

stopping() {
    local start=$SECONDS
    expect "stop succeeds" inside systemctl stop "$unit"
    expect "in less than ten seconds" [ $((SECONDS - start)) -lt 10 ]
    expect "its result is success" [ "$(show Result)" = success ]
    expect "it starts again with everything it had" inside systemctl start "$unit"
    expect "the agreement is there" request /v1/agreements/kota-kupang-2026
    expect "and everything is still its own" is_private
    inside systemctl stop "$unit"
}

stop() {
    # With its first process everything in the new namespaces ends, mounts and network too.
    if [ -n "$outer" ]; then
        kill -KILL "$outer" 2> /dev/null || true
        wait "$outer" 2> /dev/null || true
    fi
    local try
    for try in $(seq 100); do
        find "$group" -depth -type d -exec rmdir {} + 2> /dev/null || true
        [ -d "$group" ] || break
        sleep 0.1
    done
    rm -rf "$notes"
}

case ${1:-} in
    possible) possible ;;
    check) check "$2" "$3" ;;
    boot) boot "$2" "$3" "$4" ;;
    *)
        echo "usage: systemd.sh possible | check PRODUCTS REPOSITORY" >&2
        exit 2
        ;;
esac
