# shellcheck shell=bash
# Names of a release's files. Sourced by what makes a release and by what installs one.

# Prints the name of the archive of VERSION for TARGET, without its folder.
handback_asset() {
    case $2 in
    *-windows-*) echo "handback-v$1-$2.zip" ;;
    *) echo "handback-v$1-$2.tar.gz" ;;
    esac
}

# Prints the target that runs on SYSTEM and MACHINE, as `uname -s` and `uname -m` name them. On Linux that is the program
# without libraries of its own, which any distribution runs.
handback_target() {
    local machine=$2
    case $machine in
    amd64) machine=x86_64 ;;
    arm64) machine=aarch64 ;;
    esac
    case $1-$machine in
    Linux-x86_64 | Linux-aarch64) echo "$machine-unknown-linux-musl" ;;
    Darwin-x86_64 | Darwin-aarch64) echo "$machine-apple-darwin" ;;
    # Windows on ARM runs programs for x86_64.
    MINGW*-x86_64 | MSYS*-x86_64 | CYGWIN*-x86_64 | MINGW*-aarch64 | MSYS*-aarch64) echo x86_64-pc-windows-msvc ;;
    *) return 1 ;;
    esac
}
