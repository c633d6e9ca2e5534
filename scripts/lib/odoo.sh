# Odoo 19 Community: a checkout that is given, or the pinned Debian package, unpacked.
# shellcheck shell=bash

ODOO_PIN_SHA=9d2f598b0555db17e291d48ed24df184c70823c053c4c5ed53c467ca7f629bbf
ODOO_PIN_PATH=pool/main/o/odoo/odoo-19_19.0.0+dfsg-1_all.deb
ODOO_LANGS="fr nl de es it" # other languages' translations are dropped: 0.8 of 1.1 GB
ODOO_UNPACKED=$FOODCOOP_HOME/odoo
# Debian's package links to these for fonts and old libraries; without them icons are missing.
ODOO_COMPANIONS="libjs-jquery libjs-jquery-form libjs-underscore fonts-font-awesome fonts-inconsolata fonts-ocr-b fonts-roboto-unhinted"

sha_fits() { printf '%s  %s\n' "$1" "$2" | sha256sum --check --status 2>/dev/null; }

archive_address() { # the address apt uses for this release's own main component
    local release
    release=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
    apt-get indextargets --format '$(REPO_URI)|$(RELEASE)|$(COMPONENT)' 'Identifier: Packages' |
        awk -F'|' -v r="$release" '$2 == r && $3 == "main" {print $1; exit}'
}

private_apt() { # apt with a state of its own: nothing of the system's is touched
    local state=$FOODCOOP_HOME/cache/apt
    mkdir -p "$state/lists/partial" "$state/archives/partial"
    "$1" -q -o Dir::State="$state" -o Dir::State::Lists="$state/lists" -o Dir::Cache="$state" \
        -o Dir::Etc::SourceList="$state/sources.list" -o Dir::Etc::SourceParts=- \
        -o APT::Sandbox::User="$(id -un)" "${@:2}"
}

fetch_pinned() { # fetch_pinned FILE: by path and SHA-256, from the machine's own archive
    local address path
    address=$(archive_address)
    [ -n "$address" ] || { echo "no archive in this machine's apt sources"; return 1; }
    for path in "$ODOO_PIN_PATH" "${ODOO_PIN_PATH/main/universe}"; do # Debian's, Ubuntu's
        private_apt /usr/lib/apt/apt-helper download-file "${address%/}/$path" "$1.part" "SHA256:$ODOO_PIN_SHA" || continue
        mv "$1.part" "$1"
        return
    done
    return 1
}

fetch_newest() { # fetch_newest FOLDER: what the archive's signed index calls odoo-19 today
    local state=$FOODCOOP_HOME/cache/apt suite keyring
    # shellcheck disable=SC1091
    case $(. /etc/os-release && echo "$ID") in
        ubuntu) suite=devel keyring=/usr/share/keyrings/ubuntu-archive-keyring.gpg ;;
        *) suite=sid keyring=/usr/share/keyrings/debian-archive-keyring.gpg ;;
    esac
    mkdir -p "$state" "$1"
    printf 'deb [signed-by=%s] %s %s main %s\n' "$keyring" "$(archive_address)" "$suite" \
        "$([ "$suite" = devel ] && echo universe)" >"$state/sources.list"
    private_apt apt-get update && cd "$1" && private_apt apt-get download odoo-19
}

fetch_companions() { # through the machine's own signed index
    # shellcheck disable=SC2086
    mkdir -p "$1" && cd "$1" && { private_companions $ODOO_COMPANIONS; }
}

private_companions() {
    local name code=0
    for name in "$@"; do
        ls "$name"_*.deb >/dev/null 2>&1 || apt-get -q -o APT::Sandbox::User="$(id -un)" download "$name" || code=1
    done
    return "$code"
}

get_companions() {
    run_step "Fetching fonts and libraries that Odoo's package links to" \
        as_app bash -c "$(odoo_functions); fetch_companions '$FOODCOOP_HOME/cache/companions'"
}

companions_wanted() { # some were not to be had: asked for again once a day
    local name
    for name in $ODOO_COMPANIONS; do
        ls "$FOODCOOP_HOME/cache/companions/${name}"_*.deb >/dev/null 2>&1 || break
        name=''
    done
    [ -n "$name" ] && [ -n "$(find "$ODOO_UNPACKED/.stamp" -mtime +0)" ]
}

find_package() { # sets PACKAGE to a file that may be unpacked, PACKAGE_ID to what it is
    local own=$FOODCOOP_HOME/cache/${ODOO_PIN_PATH##*/}
    local shared=$ROOT/../shared/platform/cache/${ODOO_PIN_PATH##*/}
    PACKAGE_ID=$ODOO_PIN_SHA
    for PACKAGE in "$shared" "$own"; do
        [ -e "$PACKAGE" ] || continue
        sha_fits "$ODOO_PIN_SHA" "$PACKAGE" && return
        say "$PACKAGE has a wrong checksum (damaged, or another version): it is not used."
    done
    need_space 2500 "Odoo"
    if run_step "Fetching the pinned Odoo 19 package (120 MB)" as_app bash -c "$(odoo_functions); fetch_pinned '$own'"; then
        PACKAGE=$own
        return
    fi
    say "This machine's archive no longer has the pinned package (or cannot be reached); asking its signed index for the newest."
    run_step "Fetching the newest odoo-19" as_app bash -c "$(odoo_functions); fetch_newest '$FOODCOOP_HOME/cache/newest'" ||
        fail "Odoo 19 could not be fetched ($(log_end 1)). Is the network up? Or name a copy: ODOO_SRC=/path/to/odoo scripts/start, see \"Where Odoo comes from\" in README.md."
    PACKAGE=$(ls -t "$FOODCOOP_HOME"/cache/newest/odoo-19_*.deb | head -n 1)
    PACKAGE_ID=$(sha256sum <"$PACKAGE" | cut -d' ' -f1)
    say "Using $(basename "$PACKAGE" .deb), not the pinned version that the tests were run with."
}

odoo_functions() { # this file's functions, for a shell of the other account
    declare -p FOODCOOP_HOME ODOO_PIN_PATH ODOO_PIN_SHA ODOO_COMPANIONS
    declare -f archive_address private_apt fetch_pinned fetch_newest fetch_companions private_companions unpack_odoo
    declare -p PACKAGE ODOO_UNPACKED ODOO_LANGS 2>/dev/null || true
}

unpack_odoo() { # unpack_odoo STAMP: aside, then moved into place whole
    local part=$ODOO_UNPACKED.part file lang keep=()
    rm -rf "$part" && mkdir -p "$part" || return 1
    for file in "$PACKAGE" "$FOODCOOP_HOME"/cache/companions/*.deb; do
        [ ! -e "$file" ] || dpkg-deb -x "$file" "$part" || return 1
    done
    local packages=$part/usr/lib/python3/dist-packages
    # The package carries a second, unused copy of some addons and its documentation.
    rm -rf "$packages/addons" "$packages/doc" "$packages/setup" "$part/usr/share/doc" "$part/usr/share/lintian" "${part:?}/etc"
    for lang in $ODOO_LANGS; do keep+=(! -name "$lang.po" ! -name "${lang}_*.po"); done
    find "$packages/odoo/addons" -path '*/i18n*/*.po' "${keep[@]}" -delete
    # Debian leaves out a non-free library for blurring one's background in video calls.
    # Odoo's page then logs an error, and every browser test fails on it.
    mkdir -p "$packages/odoo/addons/mail/static/lib/selfie_segmentation"
    cat >"$packages/odoo/addons/mail/static/lib/selfie_segmentation/selfie_segmentation.js" <<'J'
window.SelfieSegmentation = class SelfieSegmentation {
    constructor() {
        throw new Error("Blurring the background is not part of this package.");
    }
};
J
    printf '%s\n' "$1" >"$part/.stamp"
    rm -rf "$ODOO_UNPACKED" && mv "$part" "$ODOO_UNPACKED"
}

setup_odoo() { # sets ODOO (the folder of the Python package "odoo") and ODOO_STAMP
    if [ -n "${ODOO_SRC:-}" ]; then
        use_checkout
    else
        unpack_pinned
    fi
    # One line in the environment makes `import odoo` work.
    local path_file site
    site=$("$PY" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
    path_file=$site/foodcoop_odoo.pth
    [ "$(cat "$path_file" 2>/dev/null)" = "$ODOO" ] || say "$ODOO" | as_app tee "$path_file" >/dev/null
    # Odoo starts itself anew, and its websockets, by the name of its own script.
    [ -f "$VENV/bin/odoo" ] || printf 'import odoo.cli\n\nodoo.cli.main()\n' | as_app tee "$VENV/bin/odoo" >/dev/null
    export ODOO ODOO_STAMP
}

use_checkout() {
    ODOO=$(realpath -m "$ODOO_SRC")
    [ -f "$ODOO/odoo/release.py" ] || fail "ODOO_SRC=$ODOO_SRC holds no Odoo (there is no odoo/release.py in it): name the folder of a checkout of branch 19.0."
    as_app test -r "$ODOO/odoo/release.py" ||
        fail "The account \"$ACCOUNT\" cannot read ODOO_SRC=$ODOO_SRC: move it to a folder that others may enter (for example under /srv), or start as an ordinary user."
    grep -q "^version_info = (19, 0" "$ODOO/odoo/release.py" || fail "ODOO_SRC=$ODOO_SRC is not Odoo 19.0: check out branch 19.0 there."
    ODOO_STAMP=$(git -C "$ODOO" rev-parse HEAD 2>/dev/null || sha256sum <"$ODOO/odoo/release.py" | cut -d' ' -f1)
}

unpack_pinned() {
    # The shared cache comes first so that a machine without network works too.
    ODOO=$ODOO_UNPACKED/usr/lib/python3/dist-packages
    local want have
    have=$(cat "$ODOO_UNPACKED/.stamp" 2>/dev/null || true)
    if [ "${have%% *}" = "$ODOO_PIN_SHA" ] || { [ -n "$have" ] && [ -d "$FOODCOOP_HOME/cache/newest" ]; }; then
        ODOO_STAMP=$have
        companions_wanted && as_app touch "$ODOO_UNPACKED/.stamp" && get_companions || return 0
    fi
    find_package
    want="$PACKAGE_ID $ODOO_LANGS"
    need_space 1500 "Odoo"
    get_companions || say "  Not all could be had; some icons will be missing until they are."
    run_step "Unpacking Odoo 19" as_app bash -c "$(odoo_functions); unpack_odoo '$want'" ||
        fail "Odoo could not be unpacked ($(log_end 1)). Is the disk full? Make room and start again."
    ODOO_STAMP=$want
}
