#!/usr/bin/env bash
# Prints what Debian's tools expect as the changelog of a package of this version: ours is installed beside it.
#
#     ci/release/changelog.sh VERSION >target/extras/changelog
#
# It is of SOURCE_DATE_EPOCH (default: the last commit).
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct)}
day=$(python3 - "$SOURCE_DATE_EPOCH" <<'EOF'
import sys
from datetime import datetime, timezone
from email.utils import format_datetime

print(format_datetime(datetime.fromtimestamp(int(sys.argv[1]), timezone.utc)))
EOF
)
cat <<EOF
handback ($1-1) unstable; urgency=medium

  * Released upstream: NEWS.md says what is new.

 -- The handback developers <handback@contoso.com>  $day
EOF
