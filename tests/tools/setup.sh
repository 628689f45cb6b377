# Sourced by `run` and `compare`: the program to check, and the tools in a virtual environment under target/tools/.

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
handback=$(realpath -m "${HANDBACK_BIN:-$root/target/release/handback}")
scratch=$(realpath -m "${CARGO_TARGET_DIR:-$root/target}")/tools
tools=$scratch/venv/bin
export GIT_CEILING_DIRECTORIES=$scratch LC_ALL=C.UTF-8 PYTHONDONTWRITEBYTECODE=1
unset HANDBACK_REVIEWER PYTHONPATH PYTHONHOME

# Says that the tools cannot be had here, and ends.
skip() {
    [ "${HANDBACK_TOOLS_REQUIRED:-}" != 1 ] || { echo "FAILED: $1" >&2; exit 1; }
    echo "skipped: $1"
    exit 0
}

# Installs the tools, unless these very versions are there.
install_tools() {
    cmp -s "$here/requirements.txt" "$scratch/venv/requirements.txt" && return
    rm -rf "$scratch/venv"
    mkdir -p "$scratch"
    python3 -m venv "$scratch/venv" >"$scratch/install.log" 2>&1 || skip "no virtual environment: see $scratch/install.log"
    "$tools/python" -m pip install --quiet --disable-pip-version-check --retries 1 --timeout 20 --no-deps \
        -r "$here/requirements.txt" >>"$scratch/install.log" 2>&1 || skip "pip: $(tail -n 1 "$scratch/install.log")"
    cp "$here/requirements.txt" "$scratch/venv/requirements.txt"
}

[ -x "$handback" ] || { echo "$handback is missing: build it first, or name it by HANDBACK_BIN" >&2; exit 2; }
install_tools
