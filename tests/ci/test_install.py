"""ci/install.sh, with releases of this machine: what has the right checksum is installed, and nothing else."""

import hashlib
import subprocess

from support import HANDBACK, Case, serve_folder

UNAME = '#!/bin/sh\ncase $1 in -s) echo "$SYSTEM" ;; -m) echo "$MACHINE" ;; esac\n'


class Install(Case):
    packed = None  # the archive, which is made once for all tests

    def setUp(self):
        super().setUp()
        self.releases = self.folder / "releases"
        self.version = subprocess.run([HANDBACK, "--version"], capture_output=True, encoding="utf-8").stdout.split()[1]
        self.release = self.releases / f"v{self.version}"
        self.release.mkdir(parents=True)
        if not Install.packed:
            Install.packed = self.pack(self.folder / "packed")
        name, contents = Install.packed
        self.archive = self.release / name
        self.archive.write_bytes(contents)
        self.sum = hashlib.sha256(self.archive.read_bytes()).hexdigest()
        (self.release / "SHA256SUMS").write_text(f"{'0' * 64}  another.tar.gz\n{self.sum}  {self.archive.name}\n")
        self.address = serve_folder(self, self.releases)
        self.target = self.folder / "bin" / "handback"
        self.program("uname", UNAME)

    def pack(self, folder):
        done = self.run_script("ci/release/package.sh", self.version, "x86_64-unknown-linux-musl", HANDBACK, folder)
        self.assertEqual(done.returncode, 0, done.all)
        (archive,) = folder.glob("*.tar.gz")
        return archive.name, archive.read_bytes()

    def install(self, **environment):
        return self.run_script(
            "ci/install.sh",
            **{
                "HANDBACK_RELEASES": self.address,
                "HANDBACK_INSTALL_DIR": self.target.parent,
                "GITHUB_PATH": self.folder / "path",
                "SYSTEM": "Linux",
                "MACHINE": "x86_64",
            }
            | environment,
        )

    def refused(self, words, **environment):
        """Nothing is installed, what was there stays, and the message has these words."""
        self.target.parent.mkdir(exist_ok=True)
        self.target.write_text("the one before")
        done = self.install(**environment)
        self.assertEqual(done.returncode, 2, done.all)
        self.assertIn(words, done.stderr)
        self.assertEqual(self.target.read_text(), "the one before")
        self.assertFalse((self.folder / "path").exists())

    def test_the_version_of_the_action_is_installed_where_later_steps_find_it(self):
        done = self.install()
        self.assertEqual((done.returncode, done.stdout.split()[:2]), (0, ["handback", self.version]), done.all)
        self.assertEqual(self.target.read_bytes(), HANDBACK.read_bytes())
        self.assertEqual((self.folder / "path").read_text(), f"{self.target.parent}\n")
        self.assertEqual(self.outputs(), {"version": self.version, "path": str(self.target)})

    def test_a_version_with_and_without_v_is_the_same(self):
        self.assertEqual(self.install(HANDBACK_VERSION=f"v{self.version}").returncode, 0)

    def test_a_checksum_of_ones_own_is_enough(self):
        (self.release / "SHA256SUMS").unlink()
        self.assertEqual(self.install(HANDBACK_SHA256=self.sum.upper()).returncode, 0)

    def test_another_checksum_than_published_is_refused(self):
        self.archive.write_bytes(self.archive.read_bytes() + b"\n")
        self.refused(f"expected {self.sum}: not installed")

    def test_another_checksum_than_ones_own_is_refused(self):
        self.refused("expected " + "a" * 64, HANDBACK_SHA256="a" * 64)

    def test_a_release_that_does_not_sum_up_its_files_is_refused(self):
        (self.release / "SHA256SUMS").write_text(f"{self.sum}  another.tar.gz\n")
        self.refused(f"SHA256SUMS does not name {self.archive.name}")

    def test_no_other_version_takes_the_place_of_a_missing_one(self):
        self.refused("/v9.9.9/SHA256SUMS: is there a release of this version", HANDBACK_VERSION="9.9.9")

    def test_what_is_no_version_is_refused(self):
        self.refused("'latest' is no version", HANDBACK_VERSION="latest")
        self.refused("is no version", HANDBACK_VERSION="../v1.0.0")

    def test_a_machine_that_nothing_is_released_for_is_refused(self):
        self.refused("no released program for SunOS on sparc", SYSTEM="SunOS", MACHINE="sparc")

    def test_an_address_without_tls_is_asked_on_this_machine_alone(self):
        self.refused("cannot download http://releases.contoso.example", HANDBACK_RELEASES="http://releases.contoso.example")

    def test_without_a_place_to_ask_it_says_what_to_set(self):
        self.refused("set HANDBACK_REPOSITORY", HANDBACK_RELEASES="")

    def test_an_archive_without_the_program_is_refused(self):
        other = self.folder / "other" / self.archive.name.removesuffix(".tar.gz")
        other.mkdir(parents=True)
        (other / "README.md").write_text("nothing else")
        subprocess.run(["tar", "-czf", self.archive, "-C", other.parent, other.name], check=True)
        self.refused("holds no handback", HANDBACK_SHA256=hashlib.sha256(self.archive.read_bytes()).hexdigest())

    def test_an_attestation_is_asked_for_where_one_is_wanted(self):
        self.program("gh", '#!/bin/sh\necho "$@" >"$HOME/asked"\nexit "$ANSWER"\n')
        wanted = {"HANDBACK_ATTESTATION": "true", "HANDBACK_REPOSITORY": "tools/handback"}
        self.refused("has no attestation of tools/handback", ANSWER=1, **wanted)
        self.target.unlink()
        done = self.install(ANSWER=0, **wanted)
        self.assertEqual(done.returncode, 0, done.all)
        asked = (self.folder / "asked").read_text().split()
        self.assertEqual((asked[:2], asked[3:]), (["attestation", "verify"], ["--repo", "tools/handback"]))

    def test_the_same_files_make_the_same_archive(self):
        self.assertEqual(self.pack(self.folder / "again"), Install.packed)

    def test_what_is_packed_runs(self):
        done = self.run_script("ci/release/try.sh", self.version, "x86_64-unknown-linux-musl", self.release)
        self.assertEqual(done.returncode, 0, done.all)
        done = self.run_script("ci/release/try.sh", "9.9.9", "x86_64-unknown-linux-musl", self.release)
        self.assertNotEqual(done.returncode, 0)

    def test_a_release_has_notes(self):
        done = self.run_script("ci/release/notes.sh", self.version)
        self.assertEqual(done.returncode, 0, done.all)
        self.assertIn("`handback sync`", done.stdout)


