"""Packs a folder into a .tar.gz or .zip that depends on nothing but names and contents.

    archive.py FOLDER ARCHIVE
"""

import gzip
import os
import sys
import tarfile
import time
import zipfile
from pathlib import Path


def main():
    folder, archive = Path(sys.argv[1]), sys.argv[2]
    date = int(os.environ["SOURCE_DATE_EPOCH"])
    entries = [folder, *sorted(folder.rglob("*"))]
    names = [entry.relative_to(folder.parent).as_posix() for entry in entries]
    pack = pack_zip if archive.endswith(".zip") else pack_tar
    pack(archive, list(zip(entries, names)), date)


def is_program(entry):
    return entry.is_dir() or entry.name in ("handback", "handback.exe")


def pack_tar(archive, entries, date):
    with open(archive, "wb") as file, gzip.GzipFile(filename="", fileobj=file, mode="wb", mtime=date) as packed:
        with tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar:
            for entry, name in entries:
                info = tar.gettarinfo(entry, name)
                info.uid = info.gid = 0
                info.uname = info.gname = ""
                info.mtime = date
                info.mode = 0o755 if is_program(entry) else 0o644
                with open(entry, "rb") if entry.is_file() else open(os.devnull, "rb") as data:
                    tar.addfile(info, data)


def pack_zip(archive, entries, date):
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for entry, name in entries:
            if entry.is_dir():
                continue
            info = zipfile.ZipInfo(name, time.gmtime(date)[:6])
            info.create_system = 3
            info.external_attr = (0o100755 if is_program(entry) else 0o100644) << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(info, entry.read_bytes())


main()
