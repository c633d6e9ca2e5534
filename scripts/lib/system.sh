# The machine's own packages: what is missing is named first, then installed.
# shellcheck shell=bash

postgres_bin() { # the newest installed PostgreSQL server of at least 13, or nothing
    local folder newest=
    for folder in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V); do
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
    if [ "${1:-}" = tests ]; then
        [ -n "$(browser_path)" ] || echo chromium
        [[ $libraries == *libatomic.so.1* ]] || echo libatomic1 # Playwright's own Node
        command -v node >/dev/null || echo nodejs
        command -v npm >/dev/null || echo npm
        command -v git >/dev/null || echo git
        [ -x /usr/sbin/nginx ] || echo nginx-light
        command -v openssl >/dev/null || echo openssl
    fi
}

setup_system() { # setup_system [tests]
    local names
    names=$(missing_packages "${1:-}" | sort -u | tr '\n' ' ')
    names=${names% }
    [ -n "$names" ] || return 0
    command -v apt-get >/dev/null || fail "This machine lacks: $names. It has no apt-get; install their counterparts by its own means and start again."
    [ "$(id -u)" = 0 ] || fail "This machine lacks: $names. Install them once with: sudo apt-get install --no-install-recommends $names"
    say "Installing from this machine's own package archive: $names"
    if [[ " $names " == *" postgresql "* && ! -e /etc/postgresql-common/createcluster.conf ]]; then
        # Debian would start a server of its own on port 5432; the project brings its own.
        mkdir -p /etc/postgresql-common
        say "create_main_cluster = false" >/etc/postgresql-common/createcluster.conf
    fi
    run_step "  reading the archive's index" apt-get -q update ||
        say "  The index could not be read; going on with the one that is there."
    # shellcheck disable=SC2086
    run_step "  installing" env DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends $names ||
        fail "The packages could not be installed ($(log_end 1)). Is the network up? Then start again; $LOG has the details."
    names=$(missing_packages "${1:-}" | sort -u | tr '\n' ' ')
    [ -z "${names% }" ] || fail "Installed, but still not usable here: $names. A browser can be named with FOODCOOP_BROWSER=/path/to/chromium."
}
