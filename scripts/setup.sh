#!/usr/bin/env bash
# Makes .venv from the pinned files: `setup.sh run` for what the program needs, `dev` adds testing, `bench` adds the peers.
# Quiet when there is nothing to do; done again only when a requirement file, pyproject.toml or the Python changes.
set -euo pipefail
cd "$(dirname "$0")/.."

level=${1:-run}
venv=.venv
python=$venv/bin/python
case $level in
    run) files=(runtime) levels=(run) ;;
    dev) files=(runtime serve dev) levels=(run dev) ;;
    bench) files=(runtime serve dev bench) levels=(run dev bench) ;;
    *) echo "usage: setup.sh run|dev|bench" >&2; exit 2 ;;
esac

say() { printf '%s\n' "$@" >&2; }
version_of() { "$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null; }
usable() { "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

# 3.11 and 3.12 are what is tested. A newer one serves when there is nothing else; durable_rules is left out there.
find_python() {
    local candidate
    if [ -n "${PYTHON:-}" ]; then
        usable "$PYTHON" && { echo "$PYTHON"; return; }
        say "Python 3.11 か 3.12（venv つき）が必要です。PYTHON=$PYTHON は使えません（$(version_of "$PYTHON" || echo 見つかりません)）。" \
            "Shuseki needs Python 3.11 or 3.12 with venv; PYTHON=$PYTHON cannot be used ($(version_of "$PYTHON" || echo "not found"))."
        return 1
    fi
    for candidate in python3.11 python3.12 python3 python3.13; do
        usable "$candidate" && { echo "$candidate"; return; }
    done
    say "Python 3.11 か 3.12（venv つき）が見つかりません。入れてから、または make PYTHON=/path/to/python3.12 … でもう一度。" \
        "No Python 3.11 or 3.12 with venv was found. Install one, or name it: make PYTHON=/path/to/python3.12 …"
    return 1
}

make_venv() {
    local found
    if [ -x $python ] && usable $python && { [ -z "${PYTHON:-}" ] || [ "$(version_of "$PYTHON")" = "$(version_of $python)" ]; }; then
        return
    fi
    found=$(find_python)
    say "準備しています（初回は1、2分） / Setting up with Python $(version_of "$found"); a minute or two the first time"
    rm -rf $venv
    "$found" -m venv $venv
}

pip() { $python -m pip --disable-pip-version-check --no-input -qq "$@"; }

durable_wanted() { $python -c 'import sys; sys.exit(sys.platform == "win32" or sys.version_info >= (3, 13))'; }
durable_there() { $python -c 'import durable.engine' >/dev/null 2>&1; }

# durable_rules is built from source. Where that fails the product's own evaluator answers, with the same results.
install_durable() {
    local line log=$venv/durable-rules.log
    line=$(sed -n 's/^\(durable-rules==[^ ;]*\).*/\1/p' requirements/runtime.txt)
    if durable_wanted; then
        durable_there && return
        if pip install "$line" >$log 2>&1 && durable_there; then return; fi
        pip uninstall -y durable-rules >/dev/null 2>&1 || true
        if ! command -v "${CC:-cc}" >/dev/null 2>&1; then
            say "C コンパイラがありません。 / There is no C compiler."
        else
            say "durable_rules を組み立てられません（$log）。 / durable_rules could not be built (see $log)."
        fi
    fi
    if [ -n "${REQUIRE_DURABLE:-}" ]; then
        say "REQUIRE_DURABLE が指定されているため止めます。 / REQUIRE_DURABLE is set: stopping here."
        return 1
    fi
    say "durable_rules なしで進めます。診断は内蔵の評価器が行い、結果は同じです。" \
        "Going on without durable_rules: the product's own evaluator answers, with the same results."
}

# The requirement files of this level as one list without durable_rules, which is tried by itself.
install_pinned() {
    local list=$venv/requirements.txt
    (cd requirements && cat "${files[@]/%/.txt}") | grep -v -e '^-r ' -e '^durable-rules' >$list
    pip install -r $list
}

# What this level was set up from: a change in any of it sets up anew.
fingerprint() {
    { cat requirements/runtime.txt requirements/serve.txt requirements/dev.txt requirements/bench.txt pyproject.toml scripts/setup.sh
      version_of $python; pwd; } | cksum
}

stamped() { [ -f "$1" ] && [ "$(cat "$1")" = "$2" ]; }

set_up() {
    local now each
    make_venv
    now=$(fingerprint)
    if stamped "$venv/.stamp-$level" "$now"; then
        [ -z "${REQUIRE_DURABLE:-}" ] || durable_there || install_durable
        return
    fi
    install_pinned
    install_durable
    pip install --no-deps -e .
    # Starting is felt: the sources are compiled now, also where Python is told not to keep what it compiles.
    "$venv/bin/python" -m compileall -q engine tui || true
    for each in "${levels[@]}"; do echo "$now" >"$venv/.stamp-$each"; done
}

# Two `make`s at once take turns, where the system has flock.
if command -v flock >/dev/null 2>&1; then
    exec 9<scripts/setup.sh
    flock 9
fi
set_up
