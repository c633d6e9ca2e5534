# The machine's own packages: what is missing is named first, then installed.
# shellcheck shell=bash

postgres_bin() { # postgres_bin [FOLDER]: the newest installed PostgreSQL server of at least 13, or nothing
    local folder newest=
    for folder in $(ls -d "${1:-/usr/lib/postgresql}"/[1-9][0-9]/bin 2>/dev/null | sort -V); do
        [ -x "$folder/initdb" ] && [ "$(basename "$(dirname "$folder")")" -ge 13 ] && newest=$folder
    done
    echo "$newest"
}

system_python() { # a Python that Odoo 19 accepts and that every account may run
    local name path
    for name in python3 python3.13 python3.12 python3.11; do
        path=/usr/bin/$name
        [ -x "$path" ] || continue
        "$path" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' && { echo "$path"; return; }
    done
}

browser_path() {
    local name
    for name in "${FOODCOOP_BROWSER:-}" chromium google-chrome chromium-browser; do
        [ -n "$name" ] && command -v "$name" && return
    done
    return 0
}

missing_packages() { # missing_packages [tests]: the Debian names of what is not there
    local python libraries
    python=$(system_python)
    libraries=$(/sbin/ldconfig -p)
    [ -n "$python" ] || echo python3
    [ -n "$python" ] && "$python" -c 'import ensurepip, venv' 2>/dev/null || echo python3-venv
    [ -n "$(postgres_bin)" ] || echo postgresql
    [ -e /etc/ssl/certs/ca-certificates.crt ] || echo ca-certificates
    command -v xz >/dev/null || echo xz-utils
    # Not "ldconfig | grep -q": grep stops reading, and with pipefail that is a failure.
    [[ $libraries == *libmagic.so* ]] || echo libmagic1
    [[ $libraries == *libzbar.so* ]] || echo libzbar0
    [ -d /usr/share/fonts/truetype/dejavu ] || echo fonts-dejavu-core
    case "${1:-}" in
        lint) missing_programs node:nodejs npm git ;;
        tests)
            missing_programs node:nodejs npm git openssl
            [ -n "$(browser_path)" ] || echo chromium
            [[ $libraries == *libatomic.so.1* ]] || echo libatomic1 # Playwright's own Node
            [ -x /usr/sbin/nginx ] || echo nginx-light
            ;;
    esac
}

missing_programs() { # missing_programs PROGRAM[:PACKAGE]...
    local word
    for word in "$@"; do command -v "${word%:*}" >/dev/null || echo "${word#*:}"; done
}

package_names() { missing_packages "$@" | sort -u | tr '\n' ' ' | sed 's/ $//'; }

finish_dpkg() { # what a power cut left half installed
    [ -z "$(ls -A /var/lib/dpkg/updates 2>/dev/null)" ] || dpkg --configure -a
}

install_packages() { # install_packages NAME...: no service of theirs is started
    local policy=/usr/sbin/policy-rc.d code=0
    if [ ! -e "$policy" ]; then
        printf '#!/bin/sh\n# made by foodcoop, for one installation\nexit 101\n' >"$policy"
        chmod +x "$policy"
    fi
    finish_dpkg && DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 \
        install -y --no-install-recommends "$@" 9>&- || code=$?
    ! grep -q "made by foodcoop" "$policy" || rm -f "$policy"
    [[ $code != 0 || " $* " != *" nginx-light "* ]] || update-rc.d nginx disable || true
    return "$code"
}

explain_unusable() { # what may be done about packages that did not help
    case " $* " in
        *" python3"*) say "Odoo 19 needs Python 3.11 to 3.13 in /usr/bin (Debian 12, Ubuntu 24.04 or newer have it)." ;;
    esac
    case " $* " in
        *" chromium "*) say "Name a browser with FOODCOOP_BROWSER=/path/to/chrome." ;;
    esac
}

can_install_chromium() { # Ubuntu's is a snap, which the tests' account cannot run
    ! grep -q '^ID=ubuntu' /etc/os-release
}

setup_system() { # setup_system [lint|tests]
    local names
    names=$(package_names "${1:-}")
    [ -n "$names" ] || return 0
    [[ " $names " != *" chromium "* ]] || can_install_chromium ||
        fail "This machine lacks a browser for the tests, and Ubuntu has no package of one: install Chromium or Chrome from elsewhere, then FOODCOOP_BROWSER=/path/to/chrome scripts/test."
    command -v apt-get >/dev/null || fail "This machine lacks: $names. It has no apt-get; install their counterparts by its own means and start again."
    [ "$(id -u)" = 0 ] || fail "This machine lacks: $names. Install them once with: sudo apt-get install --no-install-recommends $names"
    install_system "$names"
    names=$(package_names "${1:-}")
    # shellcheck disable=SC2086
    [ -z "$names" ] || fail "Installed, but still not usable here: $names. $(explain_unusable $names)"
}

install_system() { # install_system NAMES
    say "Installing from this machine's own package archive: $1"
    [[ $1 != *nginx-light* ]] || say "  nginx serves only while a test runs: it is not switched on."
    if [[ " $1 " == *" postgresql "* && ! -e /etc/postgresql-common/createcluster.conf ]]; then
        # Debian would start a server of its own on port 5432; the project brings its own.
        mkdir -p /etc/postgresql-common
        say "create_main_cluster = false" >/etc/postgresql-common/createcluster.conf
    fi
    run_step "  reading the archive's index" apt-get -q -o DPkg::Lock::Timeout=300 update ||
        say "  The index could not be read; going on with the one that is there."
    UNDISTURBED=1
    # shellcheck disable=SC2086
    run_step "  installing" install_packages $1 ||
        fail "The packages could not be installed ($(log_end 1)). Is the network up? Then start again; $LOG has the details."
    UNDISTURBED=''
}
