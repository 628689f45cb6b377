"""What the release workflow builds, the action and install.sh ask for, and cargo-binstall expects have the same names."""

import json
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

from ruamel.yaml import YAML
from support import ROOT, Case


def yaml(name):
    return YAML(typ="safe").load((ROOT / name).read_text())


def package():
    words = ["cargo", "metadata", "--no-deps", "--offline", "--format-version", "1", "--manifest-path", ROOT / "Cargo.toml"]
    packages = json.loads(subprocess.run(words, capture_output=True, check=True).stdout)["packages"]
    return next(one for one in packages if one["name"] == "handback")


class Names(Case):
    def shell(self, *words):
        """Calls a function of ci/asset.sh."""
        done = self.run_words(["bash", "-c", f'. {ROOT}/ci/asset.sh && "$@"', "bash", *words])
        return done.stdout.strip() if done.returncode == 0 else None

    def targets(self):
        matrix = yaml(".github/workflows/release.yml")["jobs"]["build"]["strategy"]["matrix"]["include"]
        return [one["target"] for one in matrix]

    def test_the_action_declares_what_it_uses_and_keeps_what_it_restores(self):
        action = yaml("action.yml")
        used = set(re.findall(r"inputs\.([\w-]+)", (ROOT / "action.yml").read_text()))
        self.assertEqual(used, set(action["inputs"]))
        cached = {step["uses"].split("@")[0]: step["with"] for step in action["runs"]["steps"] if "actions/cache" in step.get("uses", "")}
        restore, save = cached["actions/cache/restore"], cached["actions/cache/save"]
        self.assertEqual({name: restore[name] for name in save}, save)
        self.assertTrue(restore["key"].startswith(restore["restore-keys"]))

    def test_binstall_asks_for_what_is_built(self):
        targets = self.targets()
        self.assertEqual(len(targets), len(set(targets)))
        self.assertGreaterEqual(len(targets), 7)
        this = package()
        for target in targets:
            metadata = this["metadata"]["binstall"]
            metadata = metadata | metadata.get("overrides", {}).get(target, {})
            suffix = {"tgz": ".tar.gz", "zip": ".zip"}[metadata["pkg-fmt"]]
            values = {
                "repo": this["repository"],
                "name": this["name"],
                "version": this["version"],
                "target": target,
                "archive-suffix": suffix,
                "bin": "handback",
                "binary-ext": ".exe" if "windows" in target else "",
            }
            fill = lambda template: re.sub(r"\{ ([a-z-]+) \}", lambda match: values[match[1]], template)
            asset = self.shell("handback_asset", this["version"], target)
            self.assertEqual(fill(metadata["pkg-url"]), f"{this['repository']}/releases/download/v{this['version']}/{asset}")
            program = fill(metadata["bin-dir"])
            self.assertEqual(Path(program).parent.name, asset.removesuffix(suffix), "the folder in the archive")

    def test_every_runner_gets_a_target_that_is_built(self):
        runners = {
            ("Linux", "x86_64"): "x86_64-unknown-linux-musl",
            ("Linux", "aarch64"): "aarch64-unknown-linux-musl",
            ("Darwin", "x86_64"): "x86_64-apple-darwin",
            ("Darwin", "arm64"): "aarch64-apple-darwin",
            ("MINGW64_NT-10.0-26100", "x86_64"): "x86_64-pc-windows-msvc",
            ("MSYS_NT-10.0-26100", "x86_64"): "x86_64-pc-windows-msvc",
        }
        for (system, machine), target in runners.items():
            self.assertEqual(self.shell("handback_target", system, machine), target)
            self.assertIn(target, self.targets())
        self.assertIsNone(self.shell("handback_target", "FreeBSD", "amd64"))
        self.assertIsNone(self.shell("handback_target", "Linux", "riscv64"))

    def test_examples_name_this_version_and_this_repository(self):
        this = package()
        owner_and_name = "/".join(this["repository"].split("/")[-2:])
        seen = 0
        for file in [*(ROOT / "examples/ci").iterdir(), *(ROOT / "docs").rglob("*.md"), ROOT / "README.md", ROOT / "ci/gitlab/handback.yml"]:
            for line in file.read_text().splitlines():
                if match := re.search(r"uses: (tools/\S+|\S*handback\S*)@(\S+)", line):
                    self.assertTrue(match[1].startswith(owner_and_name), f"{file}: {line}")
                    self.assertEqual(match[2], f"v{this['version']}", f"{file}: {line}")
                    seen += 1
                if match := re.search(r"(?:rev|ref): (\S+)$", line):
                    self.assertEqual(match[1], f"v{this['version']}", f"{file}: {line}")
                    seen += 1
                if match := re.search(r"tools/handback:(\d\S*?)[\"}\s]*$", line):
                    self.assertEqual(match[1], this["version"], f"{file}: {line}")
                    seen += 1
        self.assertGreaterEqual(seen, 6)

    def test_actions_in_examples_take_the_inputs_that_are_given(self):
        for example, action in [
            ("github-actions.yml", "action.yml"),
            ("github-bot.yml", "ci/bot/action.yml"),
            ("github-forks.yml", "ci/comment/action.yml"),
        ]:
            (job,) = yaml(f"examples/ci/{example}")["jobs"].values()
            (step,) = [step for step in job["steps"] if "handback" in step.get("uses", "")]
            self.assertLessEqual(set(step["with"]), set(yaml(action)["inputs"]), example)
            path = step["uses"].split("@")[0].removeprefix("tools/handback").strip("/")
            self.assertTrue((ROOT / path / "action.yml").samefile(ROOT / action), example)

    def test_scripts_that_actions_run_are_there_and_may_run(self):
        seen = 0
        for action in ["action.yml", "ci/bot/action.yml", "ci/comment/action.yml"]:
            for step in yaml(action)["runs"]["steps"]:
                for path in re.findall(r"\$GITHUB_ACTION_PATH/([\w./-]+)", step.get("run", "")):
                    script = (ROOT / action).parent / path
                    self.assertTrue(script.stat().st_mode & 0o111, script)
                    seen += 1
        self.assertGreaterEqual(seen, 8)

    def test_a_container_is_given_what_a_build_needs(self):
        context = self.folder / "context"
        for line in (ROOT / ".dockerignore").read_text().splitlines():
            source = ROOT / line.removeprefix("!/")
            if not line.startswith("!/") or not source.exists():
                continue
            target = context / line.removeprefix("!/")
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copytree(source, target) if source.is_dir() else shutil.copy(source, target)
        words = ["cargo", "metadata", "--locked", "--offline", "--format-version", "1", "--no-deps", "--manifest-path", context / "Cargo.toml"]
        done = subprocess.run(words, capture_output=True, encoding="utf-8")
        self.assertEqual(done.returncode, 0, done.stderr)
        for one in json.loads(done.stdout)["packages"]:
            for target in one["targets"]:
                if {"bin", "lib", "custom-build"} & set(target["kind"]):
                    self.assertTrue(Path(target["src_path"]).exists(), target)

    def test_the_image_is_built_with_the_rust_that_the_package_asks_for(self):
        image = re.search(r"rust:(\d+)\.(\d+)-", (ROOT / "Containerfile").read_text())
        wanted = tomllib.loads((ROOT / "Cargo.toml").read_text())["workspace"]["package"]["rust-version"].split(".")
        self.assertGreaterEqual([int(image[1]), int(image[2])], list(map(int, wanted)))
